//! 合作方: to whom a manager has given a key, at the desk and through the API.
mod asked;
mod pages;
mod samples;
mod web;
mod api;

pub use api::api;
pub use samples::samples;
pub use web::{TAB, routes};
