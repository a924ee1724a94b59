//! 记住的孩子 — a nickname and an age band, so that a guardian signs a child up with one tap. Sensitive: only under a consent
//! of its own, and gone when that is withdrawn.
mod rules;
mod schema;
mod store;
mod said;
mod acts;
mod check;
mod forms;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use acts::children_of;
pub use api::api;
pub use check::CHECKS;
pub use pages::samples;
pub use rules::Band;
pub use store::{Child, forget_over, load, remove_all};
pub use web::routes;
