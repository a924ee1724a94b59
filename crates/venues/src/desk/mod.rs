//! The desk's side of rooms: who is where today, letting in whoever stands at the door, booking for somebody, answering
//! requests, closing and opening, and the rules of it all. Names of residents are on these pages and on no others.
//!
//! Pages and the JSON API end in the same well-typed wishes (`asked`) and call the same acts.
mod asked;
pub(crate) mod seen;
pub(crate) mod told;
mod forms;
pub(crate) mod pages;
pub(crate) mod here;
mod act;
mod web;
pub(crate) mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use web::routes;

use people::Role;
use stations::{Group, Tab};

/// The keys of the tabs, which are also the keys of their texts.
const TODAY: &str = "venues-desk-tab-today";
const WALK_INS: &str = "venues-desk-tab-walk-ins";
const BOOK: &str = "venues-desk-tab-book";
pub(crate) const SERIES: &str = "venues-desk-tab-series";
const REQUESTS: &str = "venues-desk-tab-requests";
pub(crate) const OPENINGS: &str = "venues-desk-tab-openings";
const VENUES: &str = "venues-desk-tab-venues";
const CHANGES: &str = "venues-desk-tab-changes";

/// The pages of the desk that this slice has, in the order of a day.
pub fn desk_tabs() -> Vec<Tab> {
    [
        (TODAY, "/today", Role::Clerk, Group::Today),
        (WALK_INS, "/walk-ins", Role::Clerk, Group::Today),
        (BOOK, "/reservations/new", Role::Clerk, Group::Bookings),
        (REQUESTS, "/requests", Role::Manager, Group::Bookings),
        (SERIES, "/series", Role::Clerk, Group::Bookings),
        (OPENINGS, "/openings", Role::Manager, Group::Rooms),
        (VENUES, "/venues", Role::Manager, Group::Rooms),
        (CHANGES, "/changes", Role::Manager, Group::Station),
    ]
    .into_iter()
    .map(|(key, path, role, group)| Tab { key, path, role, group })
    .collect()
}
