//! The pages of transfers. Data in, pages out.
mod list;
mod one;
mod ask;
mod send;
mod samples;

pub use ask::{AskPage, ask, stations};
pub use list::{ListPage, list};
pub use one::{OnePage, one};
pub use samples::samples;
pub use send::{SendPage, send};
