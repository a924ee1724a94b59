//! The changes: a fair is planned, stalls are applied for and given away.
mod plan;
mod tell;
mod stalls;
mod check;
mod time;

pub use check::CHECKS;
pub use plan::{add_entry, add_place, call_off_entry, copy, edit_entry, found, remove_entry, remove_place, set_terms};
pub use stalls::{NewStall, apply, draw, found as found_stall, give, withdraw};
pub use time::{holding, jobs};
