//! What residents see: what is done here, who does it and whether they are in, and their own tickets.
//!
//! Pages and the JSON API gather the same reads, call the same acts and refuse with the same words.
mod assets;
mod answer;
pub(crate) mod reads;
mod promised;
mod says;
pub(crate) mod who;
mod asked;
mod forms;
pub(crate) mod pages;
mod parts;
mod web;
pub(crate) mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use parts::{hint, home_section, mine_section};
pub use web::routes;
