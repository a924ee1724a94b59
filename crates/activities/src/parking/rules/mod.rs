//! Bays and taps. Data in, decisions out.
mod lot;
mod tap;
mod shown;
mod guide;
mod review;
mod refusal;
#[cfg(test)]
mod tests;

pub use guide::{Guide, guide};
pub use lot::{Ahead, Bays, Class, Held, Lot, Name, Why};
pub use refusal::NoParking;
pub use review::{Advice, Change, Hour, Review, advise, review};
pub use shown::{BELIEVED, Shown, shown};
pub use tap::{EARLIEST, LONGEST_NONCE, MOST_AT_ONCE, Source, Step, Tap, is_nonce, recount, take};
