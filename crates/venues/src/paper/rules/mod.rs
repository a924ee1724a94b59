//! How places are called on paper, how clock times are read, and what an outage is. Data in, decision out.
mod place;
mod clock;
mod outage;

pub use clock::{minute, rounded};
pub use outage::{LONGEST_OUTAGE, Outage, in_days};
pub use place::{Place, of_offering};
