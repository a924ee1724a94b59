//! The counter: what is lent, given back and renewed there, with a network and without; who waits for what, what is overdue, what
//! has to be looked at, and what a station has decided about lending.
mod assets;
mod who;
mod asked;
mod steps;
mod forms;
mod reads;
mod serving;
mod noted;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use web::routes;

use people::Role;
use stations::{Group, Tab};

use crate::frame::TAB;

/// The pages of the desk that this slice has: everything around books is reached from the counter.
pub fn desk_tabs() -> Vec<Tab> {
    vec![Tab { key: TAB, path: "/library", role: Role::Clerk, group: Group::Bookings }]
}
