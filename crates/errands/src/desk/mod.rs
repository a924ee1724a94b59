//! What staff see and do: calling and serving, saying where one is, drawing for somebody; and for managers what lines, desks,
//! matters and officials there are. Names of residents are on these pages and on no others.
//!
//! Pages and the JSON API end in the same well-typed wishes (`asked`) and call the same acts.
pub(crate) mod asked;
mod order;
pub(crate) mod seen;
mod relied;
mod told;
pub(crate) mod here;
mod act;
mod assets;
pub(crate) mod pages;
mod web;
pub(crate) mod api;
#[cfg(test)]
pub(crate) mod tests;

pub use api::api;
pub use here::OnTheCallList;
pub use pages::samples;
pub use web::routes;

use people::Role;
use stations::{Group, Tab};

use crate::measure;

/// The keys of the tabs, which are also the keys of their texts.
pub(crate) const CALLS: &str = "errands-desk-tab-calls";
pub(crate) const PRESENCE: &str = "errands-desk-tab-presence";
const TELL: &str = "promises-tab";
pub(crate) const DRAW: &str = "errands-desk-tab-draw";
pub(crate) const LINES: &str = "errands-desk-tab-lines";
const MATTERS: &str = "errands-desk-tab-matters";
const OFFICIALS: &str = "errands-desk-tab-officials";

/// The pages of the desk that this slice has, in the order of a day.
pub fn desk_tabs() -> Vec<Tab> {
    [
        (CALLS, "/calls", Role::Clerk, Group::Today),
        (PRESENCE, "/presence", Role::Clerk, Group::Today),
        (TELL, "/told", Role::Clerk, Group::Today),
        (DRAW, "/tickets/new", Role::Clerk, Group::Today),
        (LINES, "/lines", Role::Manager, Group::Station),
        (MATTERS, "/matters", Role::Manager, Group::Station),
        (OFFICIALS, "/officials", Role::Manager, Group::Station),
        (measure::TAB, "/measure", Role::Manager, Group::Station),
    ]
    .into_iter()
    .map(|(key, path, role, group)| Tab { key, path, role, group })
    .collect()
}
