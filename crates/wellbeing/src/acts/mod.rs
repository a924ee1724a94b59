//! The acts, each one transaction: hold -> facts -> rule -> keep -> event. An answer alone has no event.
mod doing;
mod once;
mod make;
mod ballots;
mod answer;
mod tip;
mod result;
mod time;
mod check;

pub use answer::answer;
pub use ballots::{not_eligible, print, take_back};
pub use check::CHECKS;
pub use doing::day_of;
pub use make::{draw, list, make};
pub use once::once;
pub use time::{jobs, mix};
pub use tip::tip;
