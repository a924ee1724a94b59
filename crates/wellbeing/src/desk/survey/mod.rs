//! The survey at the desk: it is begun, handed a list, drawn and printed by managers; ballots of paper are typed in, and people are
//! asked, by everybody of staff. Nobody sees an answer, and while it runs nothing that an answer could be guessed from.
mod asked;
mod lines;
mod forms;
mod reads;
mod says;
mod assets;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use web::routes;

use kernel::once::Once;
use people::{Role, StaffAt};
use serde::Serialize;
use stations::{Group, Here, Station, Tab};

use crate::{SurveyId, acts};

/// The tab: clerks type in what is on paper, the rest is managers'.
pub const TAB: Tab = Tab { key: "survey-desk-tab", path: "/survey", role: Role::Clerk, group: Group::Station };

/// So many ballots are printed at once at most: a browser draws each with its picture.
pub const MOST_PRINTED: u32 = 500;

/// Where it begins.
fn top(station: &Station) -> String {
    station.path("/desk/survey")
}

/// Where one survey is, and below it what is done with it.
fn path_of(station: &Station, id: SurveyId) -> String {
    format!("{}/{id}", top(station))
}

/// Who does something, and the request's key, bound to what it asks.
fn by<'h>(here: &'h Here, key: &str, asked: &impl Serialize) -> (&'h StaffAt, Option<Once>) {
    (&here.desk.staff, acts::once(&here.house, key, &here.staff().to_string(), asked))
}
