//! The fields of the desk's forms, as they were typed, and how they become what is asked for.
mod pattern;
mod plan;
mod rule;
mod time;

pub use pattern::{Pattern, WEEK};
pub use plan::PlanForm;
pub use time::{ReasonForm, TimeForm};
