//! Why something is not done with a wish at the desk.
use super::State;

/// A rule said no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoWish {
    /// Somebody has written it anew since it was looked at.
    Moved,
    /// As it stands this is not done.
    NotNow(State),
    /// Somebody has it: what they read does not change any more.
    Taken,
    /// A child's wish needs a guardian who agrees.
    NeedsGuardian,
    /// Whoever has that number has a wish already.
    HasOne,
    /// It is no village of this township.
    NoVillage,
    /// The item names a village.
    NamesVillage { word: String },
    /// The item has the name of whoever wishes in it.
    NamesPerson { word: String },
    /// What everybody has seen with its village keeps its kind: from two kinds of one village, somebody could be told.
    KindStays,
    /// Somebody has objected already.
    Appealed,
    /// Whoever said no does not judge whether that was right; nor does who wrote it or the appeal down.
    SameHand,
    /// There is nothing to decide any more.
    Decided,
    /// The coordinator has spoken to both already: time is added once.
    Contacted,
}
