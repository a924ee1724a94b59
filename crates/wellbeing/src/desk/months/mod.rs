//! The months at the desk: what was published and when the next comes, how many people live here, and a correction that is looked at
//! before everybody reads it. A figure is never typed in: a correction counts the same facts anew.
mod asked;
mod forms;
mod reads;
mod says;
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

use crate::acts;

/// The tab, for managers.
pub const TAB: Tab = Tab { key: "county-desk-tab", path: "/months", role: Role::Manager, group: Group::Station };

/// Where it begins.
fn top(station: &Station) -> String {
    station.path("/desk/months")
}

/// Who does something, and the request's key, bound to what it asks.
fn by<'h>(here: &'h Here, key: &str, asked: &impl Serialize) -> (&'h StaffAt, Option<Once>) {
    (&here.desk.staff, acts::once(&here.house, key, &here.staff().to_string(), asked))
}
