//! Why a rule says no.
use super::State;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Something else comes first.
    NotYet(State),
    /// Nothing more is done with it.
    Ended(State),
    /// The station has asked nothing.
    NotAsked,
    /// Whoever is named does not look after it: said of a colleague whom a manager chose, never to the one who is named.
    Named,
    /// The second hand is the first one's.
    SameHand,
    TooManyPhotos,
    /// More come than people can write: a stamp, or a minute of patience, is asked for.
    Busy {
        challenge: String,
        bits: u32,
        seconds: u32,
    },
    /// Nothing of it is public.
    NotReleased,
    /// Whoever left it does not allow it.
    NotPublic,
    AlreadyHidden,
    /// Somebody else is asked already whether to hide it.
    HideAsked,
    /// There is nothing to decide.
    NothingToDecide,
    /// No opinion has that receipt.
    WrongReceipt,
    /// Nobody of that name works here.
    NotAssignable,
    /// Into itself, or into one that was merged itself.
    MergeSelf,
    /// A category with that code is there.
    SlugTaken,
    /// The category is retired, or there is none.
    NoCategory,
    /// It came, or ended, too long ago for a number to be kept.
    NoPhone,
}

impl Refusal {
    /// A stable name that programs can rely on.
    pub fn name(&self) -> &'static str {
        match self {
            Refusal::NotYet(_) => "opinion-not-yet",
            Refusal::Ended(_) => "opinion-ended",
            Refusal::NotAsked => "opinion-not-asked",
            Refusal::Named => "opinion-named",
            Refusal::SameHand => "opinion-same-hand",
            Refusal::TooManyPhotos => "opinion-too-many-photos",
            Refusal::Busy { .. } => "opinion-busy",
            Refusal::NotReleased => "opinion-not-released",
            Refusal::NotPublic => "opinion-not-public",
            Refusal::AlreadyHidden => "opinion-already-hidden",
            Refusal::HideAsked => "opinion-hide-asked",
            Refusal::NothingToDecide => "opinion-nothing-to-decide",
            Refusal::WrongReceipt => "opinion-wrong-receipt",
            Refusal::NotAssignable => "opinion-not-assignable",
            Refusal::MergeSelf => "opinion-merge-self",
            Refusal::SlugTaken => "opinion-slug-taken",
            Refusal::NoCategory => "opinion-no-category",
            Refusal::NoPhone => "opinion-no-phone",
        }
    }
}
