//! Who may get a key.

/// A station has so many keys in use at most: what is more is not looked after.
pub const MOST_LIVE: usize = 50;

/// Why no key is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPartner {
    /// Too many keys are in use.
    TooMany,
}
