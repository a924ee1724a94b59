//! The pages of the month. Data in, pages out.
mod month;
mod idle;
mod samples;

pub use idle::idle;
pub use month::{MonthPage, month, path};
pub use samples::samples;
