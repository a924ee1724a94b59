//! One page, for everybody and for managers. Data in, pages out.
mod chart;
mod body;
mod samples;

pub use body::{Page, body};
pub use samples::samples;
