//! Who signs up: somebody with an account, with a phone, with a card, or with a name that a clerk types.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Name, PersonId, Phone, StaffId};
use serde::Serialize;

use crate::signups::answers::GUEST;

#[derive(Debug, Clone)]
pub enum Guest {
    Person(PersonId),
    /// Somebody who is not signed in: the place is kept until the code that goes to this phone comes back.
    Stranger(Phone),
    /// A clerk for somebody; a name is enough.
    Desk {
        staff: StaffId,
        name: Option<Name>,
        phone: Option<Phone>,
    },
    /// A clerk for the household whose card was scanned.
    Card {
        staff: StaffId,
        person: PersonId,
    },
}

impl Guest {
    pub fn by(&self) -> By {
        match self {
            Guest::Person(_) | Guest::Stranger(_) => By::Resident,
            Guest::Desk { staff, .. } | Guest::Card { staff, .. } => By::Staff(staff.0),
        }
    }

    pub fn at_desk(&self) -> bool {
        matches!(self, Guest::Desk { .. } | Guest::Card { .. })
    }

    /// To whom a repeated request is bound. Of a name and a number only keyed hashes go into what is remembered of it.
    pub fn key(&self, house: &House) -> impl Serialize + use<> {
        let hashed = |text: &str| house.keys.lookup("signup-once", text).to_vec();
        match self {
            Guest::Person(person) | Guest::Card { person, .. } => (Some(*person), None, None),
            Guest::Stranger(phone) => (None, None, Some(hashed(&phone.e164()))),
            Guest::Desk { name, phone, .. } => {
                (None, name.as_ref().map(|n| hashed(n.as_str())), phone.as_ref().map(|p| hashed(&p.e164())))
            }
        }
    }

    /// The person who holds it. They are known at least until the station forgets the signup.
    pub fn person(&self, c: &mut Conn, house: &House, ends_at: Timestamp) -> Result<Option<PersonId>, Fault> {
        let person = match self {
            Guest::Person(person) | Guest::Card { person, .. } => {
                people::hold(c, *person)?;
                Some(*person)
            }
            Guest::Stranger(phone) => Some(people::person_by_phone(c, house, phone)?),
            Guest::Desk { phone, .. } => {
                phone.as_ref().map(|phone| people::person_by_phone(c, house, phone)).transpose()?
            }
        };
        if let Some(person) = person {
            people::keep_until(c, person, ends_at + kept(house))?;
        }
        Ok(person)
    }

    /// The name that a clerk typed, sealed.
    pub fn name_sealed(&self, house: &House) -> Option<Vec<u8>> {
        match self {
            Guest::Desk { name: Some(name), .. } => Some(house.keys.seal(GUEST, name.as_str(), &house.chance)),
            _ => None,
        }
    }
}

/// How long a signup says whose it was, after its time.
pub fn kept(house: &House) -> SignedDuration {
    SignedDuration::from_hours(24 * i64::from(house.settings.keep_signups_days))
}
