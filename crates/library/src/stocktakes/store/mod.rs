//! The rows of walks, and what is asked of copies for them.
pub mod walks;
pub mod seen;
pub mod copies;
