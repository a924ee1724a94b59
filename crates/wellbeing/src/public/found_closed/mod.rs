//! 我来时门没开: what is promised today, one button for whoever stood before a closed door, and what becomes of it. Without a name.
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use web::routes;

use stations::Station;

/// On the page about a station.
pub const LEAF: stations::Leaf =
    stations::Leaf { key: "door-leaf", note: "door-leaf-note", icon: "door", path: "/door" };

/// Where the page is.
fn path(station: &Station) -> String {
    station.path("/door")
}
