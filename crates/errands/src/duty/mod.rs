//! 先锋岗 and 首问: who stands where at promised hours, minute by minute, and who answers for what was asked.
//!
//! A post promises hours; people say when they stand there; what nobody covers is told in plain words, to staff and to whoever
//! comes. Whoever is asked first writes the question down in one field and answers for it until somebody else has accepted it.
//! "Come another day" is no end of it without a time, and somebody who is there.
pub mod rules;
mod schema;
mod store;
pub mod answers;
mod says;
pub mod acts;
pub(crate) mod asked;
mod keyed;
mod pages;
mod parts;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use acts::{checks, holding, jobs};
pub use api::api;
pub use pages::samples;
pub use parts::{home_section, on_the_screen};
pub use web::routes;

kernel::id_type! {
    /// One person's stretch of time at a post.
    pub ShiftId
}

kernel::id_type! {
    /// A question, from being asked to being closed.
    pub QuestionId
}
