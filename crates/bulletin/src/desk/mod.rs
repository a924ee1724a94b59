//! What staff do with notices: write, look at what others have written, publish, correct, take down; and which sections there are.
mod forms;
mod reads;
mod pages;
mod web;
mod api;

pub use api::api;
pub use pages::samples;
pub use web::routes;

use people::Role;
use stations::{Group, Tab};

/// The key of the desk's tab.
const TAB: &str = "bulletin-tab";

/// The pages of the desk that this slice has.
pub fn desk_tabs() -> Vec<Tab> {
    vec![Tab { key: TAB, path: "/notices", role: Role::Clerk, group: Group::Activities }]
}
