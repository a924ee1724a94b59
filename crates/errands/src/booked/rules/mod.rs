//! What can be booked when. Data in, decision out: no database, no HTTP, no clock of its own.
mod policy;
mod plan;
mod refusal;
mod offer;
mod remind;

pub use offer::{Day, Slot, Taken, Wanted, Who, judge, offered, still_served};
pub use policy::{NotAPolicy, Policy};
pub use refusal::No;
pub use remind::next_reminder;
