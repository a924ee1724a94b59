//! What is on, as pages. Data in, pages out.
mod rows;
mod home;
mod lists;
mod activity;
mod event;
mod occurrence;
mod poster;
mod samples;

pub use activity::activity;
pub use home::home;
pub use lists::{List, Span, list};
pub use occurrence::{Occurrence, occurrence};
pub use poster::poster;
pub(crate) use samples::sample;
pub use samples::samples;
