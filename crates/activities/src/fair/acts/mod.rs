//! The changes: a fair is planned, stalls are applied for and given away.
mod plan;
mod stalls;
mod tell;
mod check;
mod time;

pub use check::CHECKS;
pub use plan::{add_entry, add_place, copy, edit_entry, found, remove_entry, remove_place, set_terms};
pub use stalls::{NewStall, apply, draw, found as found_stall, give, withdraw};
pub use time::{holding, jobs};

/// The purposes under which stall holders are sealed.
pub const HOLDER: &str = "stall-holder";
pub const HOLDER_PHONE: &str = "stall-phone";
