//! What there is to read: titles, the copies of each, the shelves where they belong; how they come in and how they are found.
pub mod rules;
mod store;
pub mod answers;
pub mod imports;
pub mod says;
pub mod asked;
pub mod acts;
mod assets;
mod forms;
mod reads;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use acts::CHECKS;
pub use api::api;
pub use pages::samples;
pub use web::routes;
