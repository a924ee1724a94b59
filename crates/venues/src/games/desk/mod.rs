//! The desk's side of open games: today's, with names; somebody without a phone is entered by name; one is called off with
//! a reason, and whoever cannot be reached by message is named to be told in person.
mod read;
mod pages;
mod web;
mod api;

pub use api::api;
pub use web::routes;

use people::Role;
use stations::{Group, Tab};

/// The page of the desk that this group has.
pub const TAB: Tab = Tab { key: "games-desk-tab", path: "/games", role: Role::Clerk, group: Group::Today };
