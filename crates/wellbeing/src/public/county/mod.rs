//! A county: what its stations published, added up where that tells of no station and of nobody. Made of published months alone; there
//! is no list of stations, no order and no number of one of them.
mod reads;
mod says;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use web::routes;

/// Where the directory leads from an area.
pub const OF_AREA: stations::OfArea =
    stations::OfArea { key: "wellbeing-of-area", href: |code| format!("/county/{code}") };
