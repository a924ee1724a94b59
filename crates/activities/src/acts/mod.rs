//! The acts on activities, each one transaction: hold -> facts -> rule -> keep, and an event as the last thing.
mod doing;
mod rooms;
mod dates;
mod make;
mod one;
mod change;
mod ahead;
mod check;

pub use ahead::jobs;
pub use change::{End, Going as Changing, change, end};
pub use check::CHECKS;
pub use doing::{Doing, Follow, Ports};
pub use make::{found, make};
pub use one::{OneTime, call_off, change_one};
