//! The changes: a notice opens for moods, devices vote, and after thirty days the numbers stand.
//!
//! None of them writes an event: an event has an instant, and the instant of a vote could be matched with whoever was seen then.
mod open;
mod vote;
mod close;
mod check;

pub use check::CHECKS;
pub use close::jobs;
pub use open::{founded, opened};
pub use vote::{Voting, vote};
