//! The reading room as everybody sees it: looking for something, having it put aside, taking it home by scanning it, the shelf on
//! which nobody writes down who takes what, the machine in the hall, and one's own things.
mod tally;
mod asked;
mod reads;
mod kiosk;
mod assets;
mod pages;
mod parts;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use parts::{card_section, home_section, mine_section, on_today};
pub use web::routes;
