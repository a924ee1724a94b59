//! 排队 · 留位: what people and the desk see of waiting and of offers, as pages and for programs. The acts are in
//! [`crate::acts`], what they rest on in [`crate::offers`].
mod forms;
mod line;
mod pages;
mod parts;
mod web;
mod api;

pub use api::api;
pub use pages::samples;
pub use parts::{TABS, hint, mine_section};
pub use web::routes;
