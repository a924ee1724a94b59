//! What is on, as everybody sees it: now and next, a day, a week, a month, one activity, one time; and as calendars.
mod feeds;
mod reads;
mod pages;
mod parts;
mod web;
mod api;

pub use api::{api, shapes};
pub(crate) use pages::sample;
pub use pages::samples;
pub use parts::{home, home_section, on_today};
pub use reads::Reading;
pub use web::routes;
