//! 来办事怎么样: a closed set of figures about a station's errands, counted from facts: trips for nothing by cause, waiting and
//! service, promises, how often the band of waiting times held, presence, ratings. Of the station, never of a person.
pub mod rules;
mod answers;
mod acts;
mod says;
mod pages;
mod asked;
mod file;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use acts::jobs;
pub use api::api;
pub use pages::samples;
pub use web::routes;

/// The page of figures, from the page about a station.
pub const LEAF: stations::Leaf =
    stations::Leaf { key: "measure-link", note: "measure-link-note", icon: "chart-bar", path: "/measure" };

pub(crate) use crate::ratings::TAB;
