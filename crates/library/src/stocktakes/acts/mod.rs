//! Walks begin, go on scan by scan, and end or are given up.
mod begin;
mod scan;
mod end;

pub use begin::{begin, give_up};
pub use end::{Ended, end};
pub use scan::{Scanned, scan};
