//! The changes: somebody agrees, takes it back, and another one acts for them.
mod consent;
mod draw;
mod time;
mod check;
mod forgetting;

pub use check::CHECKS;
pub use consent::{NewConsent, agree, withdraw};
pub use draw::draw;
pub use forgetting::holding;
pub use time::jobs;
