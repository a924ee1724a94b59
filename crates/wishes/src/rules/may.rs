//! What somebody of staff may do with a wish now: what pages offer is what acts allow.
use people::StaffId;
use serde::Serialize;
use utoipa::ToSchema;

use super::review::{decide_appeal, may_appeal, review};
use super::{Appeal, Move, Review, State, Wish, next};

/// One act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WishAct)]
pub enum May {
    Ask,
    Review,
    DecideAppeal,
    Appeal,
    Contact,
    Deliver,
    /// Whoever wished it is told by voice that it is there.
    Tell,
    HandOver,
    Refer,
    ClaimFor,
    GiveUp,
    NewCode,
    Redraft,
    Withdraw,
}

/// All that is known of it and of who asks.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub wish: &'a Wish,
    pub me: StaffId,
    /// Whether they run the station.
    pub manager: bool,
    /// Who wrote it down, and who recorded the consent.
    pub hands: &'a [StaffId],
    pub reviews: &'a [Review],
    pub appeals: &'a [Appeal],
    /// Whether whoever wished it is still known.
    pub known: bool,
    /// Whether they know that it is there; nothing when nothing is.
    pub told: Option<bool>,
}

/// The acts, what is most to be done first.
pub fn may(facts: &Facts<'_>) -> Vec<May> {
    let (wish, state) = (facts.wish, facts.wish.state);
    let looks_after = facts.manager || facts.hands.contains(&facts.me);
    let goes = |step| next(state, step).is_ok();
    let looks = || review(wish, (wish.version, facts.hands), (facts.me, true, ""), facts.reviews).is_ok();
    let judges = |one: &Appeal| decide_appeal(wish, one, (facts.me, facts.hands), facts.reviews).is_ok();
    let all = [
        (May::Ask, looks_after && goes(Move::Ask)),
        (May::Review, looks()),
        (May::DecideAppeal, facts.appeals.iter().any(judges)),
        (May::Appeal, may_appeal(wish, facts.appeals).is_ok()),
        (May::Contact, looks_after && goes(Move::Contact)),
        (May::Deliver, goes(Move::Deliver)),
        (May::Tell, state == State::Delivered && facts.told == Some(false)),
        (May::HandOver, state == State::Delivered),
        (May::Refer, looks_after && goes(Move::Refer)),
        (May::ClaimFor, state == State::Open),
        (May::GiveUp, goes(Move::GiveUp { by_staff: true })),
        (May::NewCode, looks_after && facts.known && !state.has_ended()),
        (May::Redraft, looks_after && goes(Move::Redraft)),
        (May::Withdraw, true),
    ];
    all.into_iter().filter(|(_, may)| *may).map(|(act, _)| act).collect()
}
