//! What rooms know of a resident: told to them, forgotten when they say so, and forgotten after a time by itself.
//!
//! That a room was used then, by so many, is free/busy and a count: it stays. Whose use it was goes.
mod store;
mod acts;
#[cfg(test)]
mod tests;

pub use acts::{forget_links, holding};
