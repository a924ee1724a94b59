//! The group's pages: the list of a day on paper, and the form for what was written on it.
mod sheet;
mod rows;
mod lately;
mod entry;
mod samples;

pub use entry::{Entered, body};
pub use rows::Wrong;
pub use samples::samples;
pub use sheet::sheet;
