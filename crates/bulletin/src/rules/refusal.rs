//! Why something is not done with a notice.

/// A rule said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoNotice {
    /// Somebody has written it anew since it was looked at, or asked anew to take it down.
    Moved,
    /// The second look is somebody else's than the first.
    SameHand,
    /// There is no draft to look at.
    NothingNew,
    /// Nobody was asked to look at it yet.
    NotAsked,
    /// What everybody has read is corrected, and a correction says what.
    NoWhat,
    /// It is not public, so it cannot be taken down.
    NotPublic,
    /// Somebody has asked already to take it down.
    DownAsked,
    /// Nobody has asked to take it down, or it is decided.
    NoDownAsked,
    /// Whoever asked to take it down does not say the last word.
    SameHandDown,
    /// No more photos.
    Photos,
    /// There is a section of that address.
    SectionThere,
}
