//! Across stations: a free table tonight near here. Looking only: what is found is booked at its own station.
//!
//! Where somebody looks from is used for the answer and is neither kept nor logged.
pub mod rules;
mod reads;
mod forms;
mod whence;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

use stations::Way;

pub use api::api;
pub use pages::samples;
pub use reads::{Found, Place, find};
pub use web::routes;

/// The link to it on the pages of the directory.
pub const WAY: Way = Way { key: "venues-near-title", href: pages::PAGE };
