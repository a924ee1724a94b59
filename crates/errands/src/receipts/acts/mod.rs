//! The changes: papers are left, and go from hand to hand.
mod tell;
mod time;
mod leave;
mod step;
mod check;
mod forgetting;

pub use check::CHECKS;
pub use forgetting::holding;
pub use leave::{NewReceipt, leave};
pub use step::step;
pub use time::jobs;
