//! Who is met: somebody with an account, somebody with a name, with a number if they like.
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Name, Phone};
use serde::Serialize;
use stations::Station;

use crate::acts::Actor;
use crate::village_days::{Whose, known_until};

/// Who asks to be met, or for whom it is asked.
#[derive(Debug, Clone)]
pub struct Guest {
    pub by: Actor,
    pub name: Option<Name>,
    pub phone: Option<Phone>,
    /// They agree that the number stands on the route sheet.
    pub phone_told: bool,
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
        let name = self.name.as_ref().map(Name::as_str);
        let nobody = Whose::sealed(house, None, name, None);
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
            (Actor::Bearer, Some(phone)) => Whose::sealed(house, None, name, Some(phone)),
            (Actor::Staff(_) | Actor::Bearer, None) => nobody,
        })
    }
}
