//! The group's pages: a line, a desk, and what is retired.
mod edit;
mod retired;
mod samples;

pub use edit::{DeskForm, LineForm, desk, line};
pub use retired::list;
pub use samples::samples;
