//! What an activity is and when it takes place. Data in, decision out.
mod plan;
mod terms;

pub use plan::{Ages, Joining, Kind, Plan, State};
pub use terms::{BadTerms, Terms};
