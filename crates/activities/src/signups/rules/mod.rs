//! Who gets a place, and who is asked next. Data in, decision out.
mod age;
mod state;
mod refusal;
mod join;
mod line;
#[cfg(test)]
mod tests;

pub use age::{Fit, Whom, fit};
pub use join::{Asked, DOOR_OPENS, MOST_SEATS, Outcome, Terms, join};
pub use line::{Waiter, deadline, first_that_fits, reminds_from};
pub use refusal::NoSignup;
pub use state::{Answer, State, answer};
