//! What everybody may do with rooms: look, book, come, give back. Pages and API share forms, reads and acts.
mod who;
pub(crate) mod forms;
mod reads;
pub(crate) mod reserve;
mod confirm;
mod calendar;
mod pages;
mod parts;
mod web;
pub(crate) mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use parts::{home_section, mine_section};
pub(crate) use web::begun;
pub use web::routes;
