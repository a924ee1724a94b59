//! What everybody may do with rooms: look, book, come, give back. Pages and API share forms, reads and acts.
mod who;
mod forms;
mod reserve;
mod reads;
mod calendar;
mod pages;
mod parts;
mod web;
mod api;

pub use api::api;
pub use parts::{home_section, mine_section};
pub use web::routes;
