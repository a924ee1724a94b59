//! 进村的日子: on which days officials go to which villages, who is met there, and how a place on such a day is taken.
//!
//! It knows tickets but no desk, so that whoever leaves can give a day to those who wait for them (`acts::away`). What people ask
//! and answer, and the pages, are in `villages`.
pub mod rules;
mod schema;
pub mod store;
mod visit;
mod whose;
mod place;

pub use place::{Meeting, give, may, of_ticket, soonest, still_goes};
pub use visit::{no_news, promise, record};
pub use whose::{KEPT_DAYS, VISITOR, VISITOR_PHONE, Whose, hash, known_until};

use stations::Station;

kernel::id_type! {
    /// One day in villages.
    pub VillageDayId
}

kernel::id_type! {
    /// Somebody who is met there. It is in the address of their page: it cannot be guessed.
    pub VillageVisitId
}

/// Where whoever is met looks.
pub fn visit_path(station: &Station, id: VillageVisitId) -> String {
    station.path(&format!("/village-visits/{id}"))
}
