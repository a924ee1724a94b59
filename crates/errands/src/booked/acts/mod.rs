//! The acts on appointments, each one transaction: hold -> facts -> rule -> keep, and an event as the last thing.
mod write;
mod book;
mod moved;
mod policy;
mod remind;
mod forget;
mod check;

pub use book::{Wish, book};
pub use check::CHECKS;
pub(crate) use forget::{erase, export};
pub use moved::{To, reschedule};
pub use policy::keep_policy;
pub use remind::jobs;
