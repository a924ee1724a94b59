//! 好差评: what somebody says of a finished ticket, in five levels, once and if they want to; and the call-back that the two
//! lowest of them open. A rating is of the day and the matter: who served is in no row, no event and no figure of it.
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub mod acts;
pub(crate) mod says;
pub(crate) mod pages;
mod asked;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use acts::{CHECKS, jobs};
pub use api::api;
pub use pages::samples;
pub(crate) use store::forget_words;
pub use web::routes;

/// The tab of the desk that shows figures, below which the call-backs are; the key of its text.
pub(crate) const TAB: &str = "errands-desk-tab-measure";
