//! What people see: saying something, the receipt, following it, and what is published.
pub(crate) mod paths;
mod assets;
mod asked;
mod forms;
mod made;
mod reads;
mod pages;
mod parts;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples::samples;
pub use parts::home_section;
pub use web::routes;
