//! The acts on posts and questions, each one transaction: hold -> facts -> rule -> keep, and an event as the last thing.
mod shifts;
mod posts;
mod tell;
mod questions;
mod time;
mod forgetting;
mod check;
mod found;

pub use check::checks;
pub use forgetting::holding;
pub use found::{Founding, found};
pub use posts::{add_post, edit_post};
pub use questions::{After, NewQuestion, Wish, ask, step};
pub use shifts::{Standing, Whom, copy_week, hand_over, remove, stand, write};
pub use time::jobs;
