//! The acts on ratings, each one transaction: hold -> facts -> rule -> keep, and an event as the last thing.
mod rate;
mod answer;
mod day;
mod check;

pub use answer::{answer, set_days};
pub use check::CHECKS;
pub use day::jobs;
pub use rate::{Kept, Said, rate};
