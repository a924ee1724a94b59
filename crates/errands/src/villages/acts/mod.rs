//! The changes: a day is planned, somebody asks or is asked to be met, and what came of it is written down.
mod guest;
mod tell;
mod ask;
mod offer;
mod plan;
mod answer;
mod enter;
mod time;
mod check;
mod forgetting;

pub use answer::answer;
pub use ask::{NewVisit, ask};
pub use check::CHECKS;
pub use enter::enter;
pub use forgetting::holding;
pub use guest::Guest;
pub use offer::say_village;
pub use plan::{call_off, plan};
pub use time::jobs;
