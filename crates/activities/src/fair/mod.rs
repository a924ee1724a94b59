//! 交流会: the yearly fair. What is on when, where what is sold, and who gets a stall place; parking stands in a group of its own.
//!
//! Whoever wants a stall leaves a name and a number, sealed; the public reads what is sold where, and a trade name only if its
//! holder wants that.
pub mod rules;
mod schema;
mod store;
mod answers;
mod says;
pub mod acts;
mod asked;
mod assets;
mod pages;
mod parts;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use acts::{CHECKS, holding, jobs};
pub use api::api;
pub use parts::home_section;
pub use web::{desk_tabs, routes};

kernel::id_type! {
    /// One thing of a fair's programme.
    pub EntryId
}

kernel::id_type! {
    /// Somebody's application for a stall place. It is in the address of its page: it cannot be guessed.
    pub StallId
}
