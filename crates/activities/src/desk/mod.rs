//! What staff do with activities: publish one, by copying the last; change one time, or it and all later ones, or all; call
//! off, end; and see which time has no room.
mod forms;
mod pages;
mod here;
mod web;
mod api;

pub use api::api;
pub use pages::{Ctx, samples};
pub use web::routes;

use people::Role;
use stations::{Group, Tab};

/// The key of the desk's tab.
pub const TAB: &str = "activities-tab";

/// The pages of the desk that this slice has.
pub fn desk_tabs() -> Vec<Tab> {
    vec![Tab { key: TAB, path: "/activities", role: Role::Clerk, group: Group::Activities }]
}
