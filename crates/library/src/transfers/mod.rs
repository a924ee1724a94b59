//! 调拨: a copy goes to another station, because somebody there asked for it or because somebody here sends it. Each station sees its
//! own side; the other one's name and what the book is are all that crosses.
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
mod tests;

pub use acts::CHECKS;
pub use api::api;
pub use pages::samples;
pub use web::routes;
