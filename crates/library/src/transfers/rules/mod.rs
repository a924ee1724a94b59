//! When a copy may be asked for, sent, taken in and called back. Pure.
mod state;
mod refusal;
mod transfer;
mod may;
#[cfg(test)]
mod tests;

pub use may::{AskFacts, SendFacts, may_ask, may_send};
pub use refusal::NoTransfer;
pub use state::State;
pub use transfer::{Move, Transfer};

/// So many characters go into why something is not sent.
pub const MOST_IN_A_WHY: usize = 60;
