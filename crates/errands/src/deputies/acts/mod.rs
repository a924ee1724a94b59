//! The acts on reception days, each one transaction: hold -> facts -> rule -> keep, and an event as the last thing.
mod deputies;
mod days;
mod tell;
mod keep;
mod slots;
mod items;
mod time;
mod forgetting;
mod check;

pub use check::checks;
pub use days::{NewDay, announce, call_off};
pub use deputies::{add_deputy, edit_deputy, found};
pub use forgetting::holding;
pub use items::{Said, Wish, receive, step};
pub use keep::After;
pub use slots::{Who, give_back, take};
pub use time::jobs;
