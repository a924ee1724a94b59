//! 盘点: somebody walks along the shelves and scans what stands there, alone or with others at once. Nothing is missing until whoever
//! walked has looked at the list of it and said so.
pub mod rules;
mod store;
pub mod answers;
mod says;
pub mod acts;
mod asked;
mod pages;
mod web;
mod api;
#[cfg(test)]
pub(crate) mod tests;

pub use api::api;
pub use pages::samples;
pub use web::routes;
