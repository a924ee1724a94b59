//! What an activity is and when it takes place. Data in, decision out.
mod terms;
mod plan;
mod refusal;
mod change;

pub use change::{Going, go_on};
pub use plan::{Ages, Joining, Kind, MOST_MINUTES, Plan, State};
pub use refusal::Refusal;
pub use terms::{BadTerms, Terms};
