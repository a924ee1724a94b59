//! Moods, who may vote, and which notices come first. Data in, decisions out.
mod mood;
mod device;
mod month;
mod refusal;
mod vote;
mod rank;
#[cfg(test)]
mod tests;

pub use device::Device;
pub use month::Month;
pub use mood::{Mood, Tally};
pub use rank::{MOST_RANKED, Ranked, rank};
pub use refusal::NoVote;
pub use vote::{Hour, MOST_AN_HOUR, OPEN, Stands, Step, decide};
