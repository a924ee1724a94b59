//! 抽签: scarce places are drawn, and anybody can draw them again.
//!
//! The seed is fixed and sealed before anybody takes part, and its hash is public from then on; what is published after the draw
//! has numbers that only those know who have them, and no names (docs/draws.md).
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub(crate) mod acts;
mod pages;
mod web;
mod api;

pub use api::api;
pub use pages::samples;
pub use web::routes;

use crate::OccurrenceId;
use stations::Station;

/// Where anybody reads a draw.
pub fn draw_path(station: &Station, id: OccurrenceId) -> String {
    station.path(&format!("/occurrences/{id}/draw"))
}
