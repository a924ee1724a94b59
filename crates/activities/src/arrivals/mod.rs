//! 签到: who was there. By the code on a phone or on the roster, by the last four digits of a phone, by a tick, or by themselves at
//! the door; and how many came without having signed up.
//!
//! What is tapped at the door is a list to which one only adds: a tap has a number that the device makes, so that what was tapped
//! without a network is sent again until it has arrived, and counts once. Once a time is over, what was planned and what came of it is
//! a fact.
pub mod rules;
mod schema;
mod store;
pub mod answers;
mod planned;
pub mod acts;
mod says;
mod reads;
mod assets;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use web::routes;

kernel::id_type! {
    /// One tap at the door, made by the device that was tapped.
    pub TapId
}
