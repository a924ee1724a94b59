//! The acts on paper: a line is typed in, an outage is declared or taken back. Each is one transaction.
mod line;
mod others;
mod theirs;
mod enter;
mod outage;
mod check;

pub use check::CHECKS;
pub use enter::enter;
pub use line::{Became, Line, Other};
pub use outage::{declare, take_back};
