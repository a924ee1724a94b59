//! The changes: a key is given and withdrawn, and an opinion is handed in with one.
mod partners;
mod leave;
mod check;
mod time;

pub use check::CHECKS;
pub use leave::{Handed, count, leave};
pub use partners::{Issued, issue, withdraw};
pub use time::jobs;
