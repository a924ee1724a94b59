//! 纸: the list of a day to hang at the door, and what people wrote on it while the program was away, typed in later.
//!
//! A line of paper becomes a reservation through the same key as everything else, so it cannot overlap; where somebody is in
//! its place, a clerk says what really was. What fits nowhere is kept as a note.
pub mod rules;
mod schema;
mod store;
pub mod acts;
pub mod answers;
mod asked;
mod forms;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use acts::CHECKS;
pub use api::api;
pub use pages::samples;
pub use store::forget_before;
pub use web::routes;
