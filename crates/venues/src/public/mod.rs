//! What everybody may do with rooms: look, book, come, give back. Pages and API share forms, reads and acts.
pub(crate) mod who;
pub(crate) mod forms;
pub(crate) mod reads;
pub(crate) mod reserve;
mod confirm;
pub(crate) mod calendar;
pub(crate) mod pages;
mod parts;
mod web;
pub(crate) mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use parts::{free_now, home_section, mine_section};
pub(crate) use web::begun;
pub use web::routes;
