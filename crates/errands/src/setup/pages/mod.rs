//! The group's pages: a line, a desk, and what is retired.
mod edit;
mod retired;
mod kiosk;
mod samples;

pub use edit::{DeskForm, LineForm, desk, line};
pub use kiosk::kiosk;
pub use retired::list;
pub use samples::samples;
