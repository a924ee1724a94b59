//! The only queries of this crate.
mod partners;
mod tokens;

pub use partners::{Partner, all, by_key, count_live, hold, insert, one, withdraw};
pub use tokens::{forget_before, keep, opinion_of};
