//! 报名: who comes. Whoever asks first has a place; once all are taken, whoever comes later waits in a fair order, and a place that
//! comes free is offered to the first for whom it is enough.
//!
//! A person is known by a phone that a code proves, by an account, by a household card, or by a name that a clerk typed. Of a child
//! only a nickname and an age band are known, under its guardian's consent, and its guardian holds the signup. A signup's address is
//! its key: it cannot be guessed, and whoever has it may give the place back.
pub mod rules;
mod schema;
pub(crate) mod store;
pub mod answers;
pub mod acts;
pub(crate) mod says;
mod to_call;
pub(crate) mod asked;
mod forms;
mod assets;
pub(crate) mod reads;
pub(crate) mod pages;
mod parts;
mod web;
pub(crate) mod api;
#[cfg(test)]
pub(crate) mod tests;

pub use api::api;
pub use pages::samples::samples;
pub use parts::{card_section, desk_part, mine_section, part};
pub use to_call::to_call;
pub use web::routes;

use stations::Station;

use crate::OccurrenceId;

kernel::id_type! {
    /// Somebody who comes to a time of an activity. It is in the address of their page: it cannot be guessed.
    pub SignupId
}

/// The tab of the desk in which activities are.
pub(crate) const TAB: &str = "activities-tab";

/// Where whoever is signed up looks.
pub fn signup_path(station: &Station, id: SignupId) -> String {
    station.path(&format!("/signups/{id}"))
}

/// Where whoever has a household's card signs up.
pub fn card_path(station: &Station, id: OccurrenceId, code: &str) -> String {
    format!("{}/by-card?code={}", join_path(station, id), kernel::page::query_value(code))
}

/// Where one signs up.
pub fn join_path(station: &Station, id: OccurrenceId) -> String {
    station.path(&format!("/occurrences/{id}/signups"))
}
