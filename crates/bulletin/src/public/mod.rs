//! Notices as everybody reads them: a list, one notice, on paper, on the home page, and for programs.
mod reads;
mod pages;
mod parts;
mod web;
mod api;

pub use api::{api, shapes};
pub use pages::text;
pub(crate) use pages::{samples, samples as invented};
pub use parts::home_section;
pub use web::{image, routes};
