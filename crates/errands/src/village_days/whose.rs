//! Whose a place on a day is, as it is kept.
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use kernel::fault::Fault;
use kernel::house::House;
use people::{PersonId, Phone};
use stations::Station;

use crate::answers;

/// The purposes under which the name and the number of whoever is met are sealed.
pub const VISITOR: &str = "village-visitor";
pub const VISITOR_PHONE: &str = "village-phone";

/// Names are kept so many days after the day.
pub const KEPT_DAYS: i64 = 30;

/// Somebody with an account, somebody with a name, with a number if they like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whose {
    pub person: Option<PersonId>,
    pub name_sealed: Option<Vec<u8>>,
    pub phone_sealed: Option<Vec<u8>>,
    pub phone_hash: Option<Vec<u8>>,
}

impl Whose {
    /// Of somebody who is known by these, each of them sealed for this.
    pub fn sealed(house: &House, person: Option<PersonId>, name: Option<&str>, phone: Option<&Phone>) -> Whose {
        Whose {
            person,
            name_sealed: name.map(|name| house.keys.seal(VISITOR, name, &house.chance)),
            phone_sealed: phone.map(|phone| house.keys.seal(VISITOR_PHONE, phone.full(), &house.chance)),
            phone_hash: phone.map(|phone| hash(house, phone)),
        }
    }
}

/// Finds what was asked with a number.
pub fn hash(house: &House, phone: &Phone) -> Vec<u8> {
    house.keys.lookup(VISITOR_PHONE, &phone.e164()).to_vec()
}

/// How long whoever is met on a day is remembered.
pub fn known_until(station: &Station, on: Date) -> Result<Timestamp, Fault> {
    answers::instant(station, on.saturating_add(KEPT_DAYS.days()).at(0, 0, 0, 0))
}
