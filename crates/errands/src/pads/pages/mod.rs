//! The page on which sheets are typed in.
mod rows;
mod entry;
mod samples;

pub use entry::{Typed, body};
pub use rows::Wrong;
pub use samples::samples;
