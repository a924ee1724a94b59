//! How long an offer stands, who may be asked when, and which rooms can stand in for which. Data in, decision out.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::rules::{Grid, Offering, Span, Who};

/// A place in line. Time passes by itself: what a row says is read together with the clock and with what was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WaitState {
    Waiting = 0,
    /// Something is kept for them until they answer.
    Offered = 1,
    /// They said yes.
    Taken = 2,
    /// They have stopped waiting.
    Stopped = 3,
    /// They said no, or nothing in time; the next in line was asked.
    Passed = 4,
    /// Nothing became free.
    Over = 5,
}

impl WaitState {
    pub fn from_column(n: i16) -> Option<WaitState> {
        use WaitState::{Offered, Over, Passed, Stopped, Taken, Waiting};
        [Waiting, Offered, Taken, Stopped, Passed, Over].into_iter().find(|s| *s as i16 == n)
    }

    pub fn is_live(self) -> bool {
        matches!(self, WaitState::Waiting | WaitState::Offered)
    }

    /// The stable name in the API and in texts.
    pub fn name(self) -> &'static str {
        match self {
            WaitState::Waiting => "waiting",
            WaitState::Offered => "offered",
            WaitState::Taken => "taken",
            WaitState::Stopped => "stopped",
            WaitState::Passed => "passed",
            WaitState::Over => "over",
        }
    }
}

/// With less time than this before the start nobody is asked any more: whoever comes first may have it.
pub const LEAST: SignedDuration = SignedDuration::from_mins(10);

/// Nobody is woken, and nobody has to answer, between these hours.
const QUIET_FROM: i8 = 22;
const QUIET_UNTIL: i8 = 7;

/// When somebody is told of an offer and until when they may answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    pub told_at: Timestamp,
    pub until_at: Timestamp,
    /// When they are asked once more, if there is time for that.
    pub remind_at: Option<Timestamp>,
}

/// The terms of an offer that is made `now` for a use from `start` on; `None` when it is too late to ask anybody.
///
/// The nearer the start, the shorter: four hours for another day, half an hour on the same day, ten minutes within two
/// hours; never beyond the start. The night (22:00 to 7:00) does not count, unless the use is in that same night: who is
/// asked then hears of it in the morning, and a time that would run out at night runs from the morning on anew.
pub fn terms(now: Timestamp, start: Timestamp, zone: &TimeZone) -> Option<Terms> {
    let awake = |at: Timestamp| night_at(at, zone).filter(|n| start >= n.until).map_or(at, |n| n.until);
    let told_at = awake(now);
    if start - told_at < LEAST {
        return None;
    }
    let by = told_at + allowance(told_at, start, zone);
    let until_at = match awake(by) {
        morning if morning > by => morning + allowance(morning, start, zone),
        by => by,
    };
    let until_at = until_at.min(start);
    let remind_at = Some(until_at - REMINDED).filter(|at| *at - told_at >= REMINDED && awake(*at) == *at);
    Some(Terms { told_at, until_at, remind_at })
}

/// So long before the end of a long time one is asked once more.
const REMINDED: SignedDuration = SignedDuration::from_mins(60);

fn allowance(at: Timestamp, start: Timestamp, zone: &TimeZone) -> SignedDuration {
    let date = |t: Timestamp| t.to_zoned_datetime(zone.clone()).date();
    if start - at <= SignedDuration::from_hours(2) {
        LEAST
    } else if date(at) == date(start) {
        SignedDuration::from_mins(30)
    } else {
        SignedDuration::from_hours(4)
    }
}

/// The night in which `at` lies, if it lies in one.
fn night_at(at: Timestamp, zone: &TimeZone) -> Option<Span> {
    let local = at.to_zoned_datetime(zone.clone());
    let evening = match local.hour() {
        QUIET_FROM.. => local.date(),
        ..QUIET_UNTIL => local.date().yesterday().ok()?,
        _ => return None,
    };
    let instant = |on: Date, hour: i8| zone.to_ambiguous_timestamp(on.at(hour, 0, 0, 0)).compatible().ok();
    Span::new(instant(evening, QUIET_FROM)?, instant(evening.tomorrow().ok()?, QUIET_UNTIL)?)
}

/// The starts on the grid between two times, both included.
pub fn starts(earliest: Timestamp, latest: Timestamp, grid: i32, zone: &TimeZone) -> Vec<Timestamp> {
    let mut found = vec![];
    let mut grid = Grid::new(grid, zone);
    let mut at = grid.at_or_after(earliest);
    while at <= latest && found.len() < MOST_STARTS {
        found.push(at);
        at = grid.after(at);
    }
    found
}

/// A day of starts on the finest grid.
const MOST_STARTS: usize = 288;

/// What can stand in for an offering, the best first: itself, other parts of the same room, other rooms for the same.
pub fn stand_ins<'o>(of: &Offering, group: i32, all: &'o [Offering]) -> Vec<&'o Offering> {
    let fits = |o: &&Offering| (o.policy.smallest_group..=o.policy.largest_group).contains(&group);
    let bookable = |o: &&Offering| o.policy.who == Who::Anyone || o.policy.who == of.policy.who;
    let mut found: Vec<&Offering> = all.iter().filter(|o| o.id == of.id).collect();
    let mut others: Vec<&Offering> = all
        .iter()
        .filter(|o| o.id != of.id && (o.venue == of.venue || o.activity == of.activity))
        .filter(fits)
        .filter(bookable)
        .collect();
    others.sort_by_key(|o| (o.venue != of.venue, o.activity != of.activity, o.id));
    found.extend(others);
    found
}
