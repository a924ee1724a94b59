//! What decides about lending: limits, days, lines. No database, no web, no clock.
mod due;
mod hand;
mod lend;
mod renew;
mod hold;
pub mod log;
pub mod task;
#[cfg(test)]
mod tests;

pub use due::{LOOKED_FOR, due_on, shut_out};
pub use hand::{By, Done, Hand, How};
pub use hold::{HoldFacts, NoHold, hold};
pub use lend::{LendFacts, Lent, NoLoan, Taken, lend};
pub use renew::{NoRenewal, RenewFacts, renew};
