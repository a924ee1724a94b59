//! What is refused, and why.

/// Why a vote is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoVote {
    /// Thirty days are over: who voted how is not known any more, and so nothing can be changed.
    Closed,
    /// Too many first votes in a short time, from one address or from all; so many seconds until there is room again.
    Crowded { seconds: u64 },
}
