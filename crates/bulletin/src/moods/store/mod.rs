//! All queries of the group.
mod keys;
mod votes;
mod totals;

pub use keys::{Key, destroy, due, hold, insert, of, set_hour};
pub use totals::{add, tallies, tally};
pub use votes::{change, forget, of as vote_of, put, remove};
