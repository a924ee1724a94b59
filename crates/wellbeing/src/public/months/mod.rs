//! 几月的驿站: the month on one page and on one sheet of paper, what was published as files, and what every name in them means.
mod assets;
mod dictionary;
mod reads;
mod says;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::{Bar, Cells, lines, samples};
pub use web::routes;

use stations::Station;

/// On the page about a station.
pub const LEAF: stations::Leaf =
    stations::Leaf { key: "months-leaf", note: "months-leaf-note", icon: "chart-bar", path: "/months" };

/// Where the list of months is.
fn top(station: &Station) -> String {
    station.path("/months")
}
