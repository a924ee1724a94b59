//! What is refused, and why.

/// Why something about parking is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoParking {
    /// The lot has no bays of that class.
    NoClass,
    /// The link was taken back, or its day is over.
    Withdrawn,
    /// A lot of that name is there already.
    Twice,
    /// It has been counted at this lot: it is closed, not taken away.
    Counted,
    /// A year without lots has nothing to copy.
    NothingToCopy,
    /// Some lots are laid out already.
    LaidOut,
}
