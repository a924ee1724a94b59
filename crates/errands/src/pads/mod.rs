//! 停电号: numbers from a pad of paper that is used while the program is away, typed in afterwards.
//!
//! A sheet becomes the next number of its line. So the numbers of a day stay 1, 2, 3 … without gaps, which paper does not
//! promise: sheets are torn off, lost, and two pads have the same numbers. In the order of the line it stands where it would
//! have stood: by when somebody came.
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub mod acts;
mod says;
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
pub use web::routes;
