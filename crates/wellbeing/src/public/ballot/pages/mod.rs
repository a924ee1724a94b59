//! The ballot, as pages. Data in, pages out: nothing here could say who answers.
mod frame;
mod ballot;
mod about;
mod thanks;
mod samples;

pub use about::home;
pub use ballot::{BallotPage, ballot};
pub use frame::{Frame, shut};
pub use samples::samples;
pub use thanks::{TipPage, thanks, tip};
