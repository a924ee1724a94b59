//! When somebody can be met in their village. Data in, decision out.
mod day;
mod plan;
mod refusal;
mod visit;
mod route;
#[cfg(test)]
mod tests;

pub use day::{Day, DayState, Takes};
pub use plan::{FARTHEST_DAYS, MOST_STOPS, NotAPlan, Plan, TRAVEL};
pub use refusal::NoVisit;
pub use route::{Window, windows};
pub use visit::{Answer, Ask, Met, Next, VisitState, answer, ask, meet};
