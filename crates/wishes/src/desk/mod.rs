//! What staff do with wishes: a coordinator writes one down with recorded consent, two others look at it, and from then on it is seen
//! through: who has it, until when, where it lies, who takes it; and what is erased at somebody's word.
mod forms;
mod reads;
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
use stations::{Group, Here, Tab};

use crate::acts;

/// The key of the desk's tab.
const TAB: &str = "wishes-desk-tab";

/// The pages of the desk that this slice has.
pub fn desk_tabs() -> Vec<Tab> {
    vec![Tab { key: TAB, path: "/wishes", role: Role::Clerk, group: Group::Bookings }]
}

/// Who does something, and the request's key, bound to what it asks.
fn by<'h>(here: &'h Here, key: &str, asked: &impl Serialize) -> (&'h StaffAt, Option<Once>) {
    (&here.desk.staff, acts::once(&here.house, key, &here.staff().to_string(), asked))
}
