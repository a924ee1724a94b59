//! When a deputy receives, who has which slot, and what becomes of what was said. Data in, decision out.
mod refusal;
mod day;
mod hat;
mod visit;
mod step;

pub use day::{Day, LONGEST, NOTICE_DAYS, SLOT_MINUTES, announce, earliest, free, slots, take};
pub use hat::Hat;
pub use refusal::Refusal;
pub use step::{Press, Step, press};
pub use visit::{Category, LAPSES_AFTER, MOST_DAYS, State, USUAL_DAYS, Visit, seen};
