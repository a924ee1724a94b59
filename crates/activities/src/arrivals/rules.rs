//! What taps add up to. Data in, decision out: in whatever order they arrive, and however often, it is the same.
use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use super::TapId;
use crate::rules::State as Takes;
use crate::signups::SignupId;
use crate::signups::rules::{DOOR_OPENS, State};
use crate::store::Occurrence;

/// How somebody was found. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ArrivalHow)]
pub enum How {
    /// A name was ticked on the helper's page.
    Tick = 0,
    /// A code was scanned.
    Code = 1,
    /// They said so themselves at the door.
    Themselves = 2,
    /// People who had not signed up.
    WalkIn = 3,
}

/// One tap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tap {
    pub id: TapId,
    /// `None` = people who had not signed up.
    pub signup: Option<SignupId>,
    /// Of a signup: so many of them are there, 0 takes it back. Else: so many more, or fewer.
    pub people: i16,
    pub how: How,
    /// When it was tapped.
    pub at: Timestamp,
}

/// So many people are counted with one tap.
pub const MOST_AT_ONCE: i16 = 50;

/// What taps add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sum {
    pub came: BTreeMap<SignupId, i16>,
    pub walked_in: i32,
}

/// Of one signup the tap that was made last counts, of two at one instant the one with the larger number; a tap that comes twice is
/// one. Those who just came are added up, and are never fewer than nobody.
pub fn sum(taps: &[Tap]) -> Sum {
    let mut last: BTreeMap<SignupId, (Timestamp, TapId, i16)> = BTreeMap::new();
    let (mut seen, mut walked_in) = (BTreeSet::new(), 0);
    for tap in taps {
        if !seen.insert(tap.id) {
            continue;
        }
        match tap.signup {
            None => walked_in += i32::from(tap.people),
            Some(id) => {
                let newer = last.get(&id).is_none_or(|(at, of, _)| (*at, *of) < (tap.at, tap.id));
                if newer {
                    last.insert(id, (tap.at, tap.id, tap.people));
                }
            }
        }
    }
    Sum { came: last.into_iter().map(|(id, (_, _, people))| (id, people)).collect(), walked_in: walked_in.max(0) }
}

/// Why nobody is checked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoArrival {
    /// The door does not open yet, or it is over.
    NotNow,
    CalledOff,
    /// They have no place.
    NoPlace(State),
    /// It belongs to another time, or there are fewer of them.
    NotTheirs,
    /// They were not there, or have said it.
    NotAsked,
}

/// So long after the end what was tapped still arrives.
pub const AFTER: SignedDuration = SignedDuration::from_hours(24);

/// Whether what was tapped at `at` belongs to a time from `from` to `until`. A device's clock may be a little wrong.
pub fn belongs(at: Timestamp, (from, until): (Timestamp, Timestamp), now: Timestamp) -> bool {
    let ahead = now + SignedDuration::from_mins(10);
    from - DOOR_OPENS <= at && at < until + AFTER && at <= ahead
}

/// Whoever wants to come has arranged it by then: what is taken out of the plan later was planned, and called off.
pub const FIRM: SignedDuration = SignedDuration::from_hours(24);

/// Whether a time that is over was planned. `fell` = the rule of its series names it no more, as when the series ends: that is no
/// cancellation as long as nobody counts on it yet.
pub fn was_planned(one: &Occurrence, fell: bool) -> bool {
    // What was over when it was written down, as by an import, was never to come here.
    let was_to_come = one.announced_at < one.ends_at;
    let stood = one.state == Takes::On || !fell || one.changed_at > one.starts_at - FIRM;
    was_to_come && stood
}

/// Whole hours from when its beginning could be read until it began; nothing if that was not before.
pub fn announced_h(one: &Occurrence) -> Option<i64> {
    let ahead = one.starts_at.duration_since(one.announced_at);
    ahead.is_positive().then(|| ahead.as_hours())
}

/// How it was. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ActivityMood)]
pub enum Mood {
    /// 开心
    Happy = 0,
    /// 难过
    Sad = 1,
    /// 点赞
    Like = 2,
    /// 飘过
    PassingBy = 3,
}

impl Mood {
    pub const ALL: [Mood; 4] = [Mood::Happy, Mood::Sad, Mood::Like, Mood::PassingBy];

    pub fn of(number: i16) -> Option<Mood> {
        Mood::ALL.into_iter().find(|m| *m as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Mood::Happy => "happy",
            Mood::Sad => "sad",
            Mood::Like => "like",
            Mood::PassingBy => "passing-by",
        }
    }
}
