//! Wishes as everybody sees them: cards, taking one up, and what becomes of it for whoever did. Nothing here could name whose wish
//! it is: what these pages are drawn from has no place for it.
mod reads;
mod forms;
mod pages;
mod parts;
mod web;
mod api;
#[cfg(test)]
pub(crate) mod tests;

pub use api::api;
pub use pages::{icon_of, samples};
pub use parts::{home_section, mine_section, on_today};
pub use web::routes;
