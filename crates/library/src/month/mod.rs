//! 书屋月报: what a month was like, and what has stood on the shelves for a year. Added up from facts that name nobody, for managers.
mod rules;
mod store;
mod answers;
mod asked;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use web::routes;
