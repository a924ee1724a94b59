//! The whole station: every slice, joined, and the commands that run it.
pub mod settings;
pub mod dump;
