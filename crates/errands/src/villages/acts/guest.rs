//! Who is met: somebody with an account, somebody with a name, with a number if they like.
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Name, PersonId, Phone};
use serde::Serialize;
use stations::Station;

use crate::acts::Actor;
use crate::answers;
use crate::villages::answers::{VISITOR, VISITOR_PHONE};

/// Names are kept so many days after the day.
pub const KEPT_DAYS: i64 = 30;

/// Who asks to be met, or for whom it is asked.
#[derive(Debug, Clone)]
pub struct Guest {
    pub by: Actor,
    pub name: Option<Name>,
    pub phone: Option<Phone>,
    /// They agree that the number stands on the route sheet.
    pub phone_told: bool,
}

/// The same as it is kept.
#[derive(Debug, Clone, Default)]
pub struct Whose {
    pub person: Option<PersonId>,
    pub name_sealed: Option<Vec<u8>>,
    pub phone_sealed: Option<Vec<u8>>,
    pub phone_hash: Option<Vec<u8>>,
}

impl Guest {
    /// Of a name and a number only keyed hashes say whether a request is the same.
    pub fn key(&self, house: &House) -> impl Serialize {
        let hashed = |text: &str| house.keys.lookup("village-once", text).to_vec();
        let name = self.name.as_ref().map(|n| hashed(n.as_str()));
        (name, self.phone.as_ref().map(|p| hashed(&p.e164())), self.phone_told)
    }

    /// A number that a clerk types belongs to a person, as with tickets; one that a stranger leaves proves nothing, and stays
    /// with the visit.
    pub(super) fn kept(&self, c: &mut Conn, house: &House, (station, on): (&Station, Date)) -> Result<Whose, Fault> {
        let name_sealed = self.name.as_ref().map(|name| house.keys.seal(VISITOR, name.as_str(), &house.chance));
        let nobody = Whose { name_sealed, ..Whose::default() };
        Ok(match (self.by, &self.phone) {
            (Actor::Person(person), _) => {
                people::hold(c, person)?;
                people::keep_until(c, person, known_until(station, on)?)?;
                Whose { person: Some(person), ..nobody }
            }
            (Actor::Staff(_), Some(phone)) => {
                let person = people::person_by_phone(c, house, phone)?;
                people::keep_until(c, person, known_until(station, on)?)?;
                Whose { person: Some(person), ..nobody }
            }
            (Actor::Bearer, Some(phone)) => Whose {
                phone_sealed: Some(house.keys.seal(VISITOR_PHONE, phone.full(), &house.chance)),
                phone_hash: Some(hash(house, phone)),
                ..nobody
            },
            (Actor::Staff(_) | Actor::Bearer, None) => nobody,
        })
    }
}

/// Finds what was asked with a number.
pub fn hash(house: &House, phone: &Phone) -> Vec<u8> {
    house.keys.lookup(VISITOR_PHONE, &phone.e164()).to_vec()
}

fn known_until(station: &Station, on: Date) -> Result<Timestamp, Fault> {
    answers::instant(station, on.saturating_add(KEPT_DAYS.days()).at(0, 0, 0, 0))
}
