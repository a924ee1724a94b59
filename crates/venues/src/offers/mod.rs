//! 给您留着: an offer is a reservation that is kept for one person until they answer. Two kinds of people get one: whoever
//! waits for a room that was full, in the order of asking, and whoever had a reservation that a closure has taken.
//!
//! What became of an offer, its reservation says, always read together with the clock. The functions here work inside the
//! change that frees a room, with the venue held, so that nobody can step in between.
mod rules;
mod schema;
mod store;
mod tell;
mod answers;
mod fill;
mod displace;
mod accept;
mod jobs;
mod check;
mod forgetting;

pub use accept::accept;
pub use answers::{InLine, Moved, Offer, in_line, kept_for, kept_on, moved_by, of_person, offer_of, one, stations_of};
pub use check::CHECKS;
pub use displace::{Gone, displace};
pub use fill::{facts_for, fill, fill_all};
pub use forgetting::{forget_before, holding};
pub use jobs::jobs;
#[cfg(test)]
pub use rules::terms;
pub use rules::{LEAST, WaitState, starts};
pub use store::{Kept, NewWait, Wait, insert_wait, live_of_person, set_wait, wait_by_id};
