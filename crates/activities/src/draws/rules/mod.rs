//! How places are drawn. Data in, decision out: no database, no web, no clock of its own. What is exact here is written down for
//! everybody in docs/draws.md.
mod draw;
mod sheet;
mod verify;
mod stalls;
mod any;
#[cfg(test)]
mod tests;

pub use any::{Summary, verify_any};
pub use draw::{Drawn, Entry, draw};
pub use kernel::lottery::{NotASheet, Published};
pub use sheet::{FORMAT, Sheet};
pub use stalls::{Allotted, STALLS, Site, StallDraw, StallSheet, VerifiedStalls, Wish, allot, verify_stalls};
pub use verify::{Verified, verify};
