//! How places are called on paper, which times they have, and what an outage is. Data in, decision out.
mod place;
mod clock;
mod outage;

pub use clock::rounded;
pub use outage::{LONGEST_OUTAGE, Outage, in_days};
pub use place::{Place, of_offering};
