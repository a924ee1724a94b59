//! When a series happens and what becomes of each of its dates. Data in, decision out.
mod terms;
mod outcome;
mod judge;
mod change;

pub use change::{Going, go_on};
pub use judge::{Judged, Known, fits_policy, judge};
pub use outcome::{Outcome, Why};
pub use terms::{BadTerms, Terms};
