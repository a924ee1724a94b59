//! The pages: data in, page out.
mod frame;
mod chart;
mod four;
mod weeks;
mod contact;
mod survey;
mod after;
mod month;
mod list;
mod dictionary;
mod paper;
mod samples;

pub use chart::Bar;
pub use dictionary::dictionary;
pub use frame::{Cells, Frame, lines};
pub use list::list;
pub use month::month;
pub use paper::paper;
pub use samples::samples;
#[cfg(test)]
pub use samples::{full, with_hidden};
