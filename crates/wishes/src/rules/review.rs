//! Two different people look at a wish before everybody does, and somebody else judges whether a no was right.
use jiff::Timestamp;
use people::StaffId;
use serde::{Deserialize, Serialize};

use super::{NoWish, State, Wish};
use crate::AppealId;

/// What somebody said who looked at a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub version: i32,
    pub staff: StaffId,
    pub yes: bool,
    /// Of a no; empty for a yes.
    pub why: String,
    pub at: Timestamp,
}

/// What becomes of a wish that somebody has looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reviewed {
    /// For a second person.
    Waits,
    /// Everybody sees it.
    Open,
    Refused,
}

/// Why somebody does not look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoReview {
    /// Somebody has written it anew since it was looked at.
    Moved,
    /// Nobody is to look at it as it stands.
    NotAsked,
    /// They wrote it down.
    OwnDraft,
    /// They have looked already.
    Twice,
    /// A no says why.
    NoWhy,
}

/// Somebody has read version `read` and says yes or no. `hands` wrote it down, this version or an earlier one; `all` have looked, at whatever version.
pub fn review(
    wish: &Wish,
    (read, hands): (i32, &[StaffId]),
    (by, yes, why): (StaffId, bool, &str),
    all: &[Review],
) -> Result<Reviewed, NoReview> {
    let before = || all.iter().filter(|one| one.version == wish.version);
    match () {
        () if wish.state != State::Asked => Err(NoReview::NotAsked),
        () if wish.version != read => Err(NoReview::Moved),
        () if hands.contains(&by) => Err(NoReview::OwnDraft),
        () if before().any(|one| one.staff == by) => Err(NoReview::Twice),
        () if !yes && why.trim().is_empty() => Err(NoReview::NoWhy),
        () if !yes => Ok(Reviewed::Refused),
        () if before().any(|one| one.yes) => Ok(Reviewed::Open),
        () => Ok(Reviewed::Waits),
    }
}

/// That somebody does not accept a no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    pub id: AppealId,
    pub version: i32,
    pub made_at: Timestamp,
    /// Who wrote it down.
    pub taken_by: StaffId,
    pub decided: Option<Decided>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub at: Timestamp,
    pub by: StaffId,
    /// The no stands.
    pub upheld: bool,
    pub words: String,
}

/// Each no can be objected to once.
pub fn may_appeal(wish: &Wish, all: &[Appeal]) -> Result<(), NoWish> {
    match () {
        () if wish.state != State::Refused => Err(NoWish::NotNow(wish.state)),
        () if all.iter().any(|one| one.version == wish.version) => Err(NoWish::Appealed),
        () => Ok(()),
    }
}

/// Whoever wrote it or the appeal down, or has said no to it, at whatever version, does not judge.
pub fn decide_appeal(
    wish: &Wish,
    appeal: &Appeal,
    (by, hands): (StaffId, &[StaffId]),
    all: &[Review],
) -> Result<(), NoWish> {
    let said_no = all.iter().any(|one| one.staff == by && !one.yes);
    match () {
        () if appeal.decided.is_some() => Err(NoWish::Decided),
        () if wish.state != State::Refused || wish.version != appeal.version => Err(NoWish::Decided),
        () if said_no || hands.contains(&by) || appeal.taken_by == by => Err(NoWish::SameHand),
        () => Ok(()),
    }
}
