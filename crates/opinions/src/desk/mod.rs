//! What staff do with opinions: the inbox and one case, papers that are typed in, the second hand of a hiding, what a station
//! decides, the month. Whoever an opinion is about finds nothing of it here; who said it, nobody does.
mod asked;
mod forms;
mod assets;
pub(crate) mod pages;
mod here;
mod reads;
mod months;
mod decide;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use web::{desk_tabs, routes};

/// The key of the tab.
const TAB: &str = "opinions-desk-tab";
