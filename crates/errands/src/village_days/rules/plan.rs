//! What can be planned.
use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan as _};

use super::day::{Day, DayState};
use crate::rules::{MatterId, OfficialId};

/// Minutes on the road to a village, where nobody says otherwise.
pub const TRAVEL: i16 = 20;
pub const MOST_STOPS: usize = 8;
/// So many days ahead a day can be planned.
pub const FARTHEST_DAYS: i64 = 120;
const MOST_TRAVEL: i16 = 120;

/// A day that somebody plans.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Plan {
    pub official: OfficialId,
    pub on: Date,
    pub from: Timestamp,
    pub until: Timestamp,
    pub villages: Vec<i64>,
    pub matters: Vec<MatterId>,
    pub travel: i16,
}

/// Why a day cannot be planned so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAPlan {
    /// None, too many, one twice, or one that is not the township's.
    Villages,
    /// None, or one that is not done in villages.
    Matters,
    /// It ends before it begins, or on another day.
    Backwards,
    Travel,
    /// It is over already.
    Over,
    TooFar,
    /// The road alone takes longer.
    TooShort,
    /// The official is on another route that day.
    Busy,
}

impl Plan {
    /// The day as it would be kept. `villages` are the township's, `doable` what is done in villages, `busy` whether the
    /// official is on another route on that day.
    pub fn judged(
        self,
        now: DateTime,
        at: Timestamp,
        (villages, doable): (&[i64], &[MatterId]),
        busy: bool,
    ) -> Result<Day, NotAPlan> {
        let twice = |n: usize, code: &i64| self.villages.iter().take(n).any(|earlier| earlier == code);
        let stops_well = (1..=MOST_STOPS).contains(&self.villages.len())
            && self.villages.iter().enumerate().all(|(n, code)| villages.contains(code) && !twice(n, code));
        let minutes = i16::try_from(self.until.duration_since(self.from).as_mins()).unwrap_or(i16::MAX);
        let used = self.travel.saturating_mul(i16::try_from(self.villages.len()).unwrap_or(i16::MAX));
        match () {
            () if !stops_well => Err(NotAPlan::Villages),
            () if self.matters.is_empty() || self.matters.iter().any(|m| !doable.contains(m)) => Err(NotAPlan::Matters),
            () if !(1..=1440).contains(&minutes) => Err(NotAPlan::Backwards),
            () if !(0..=MOST_TRAVEL).contains(&self.travel) => Err(NotAPlan::Travel),
            () if self.until <= at => Err(NotAPlan::Over),
            () if self.on > now.date().saturating_add(FARTHEST_DAYS.days()) => Err(NotAPlan::TooFar),
            () if used >= minutes => Err(NotAPlan::TooShort),
            () if busy => Err(NotAPlan::Busy),
            () => Ok(Day {
                official: self.official,
                on: self.on,
                from: self.from,
                until: self.until,
                villages: self.villages,
                matters: self.matters,
                travel: self.travel,
                minutes,
                used,
                state: DayState::Planned,
                trip: None,
                reason: String::new(),
            }),
        }
    }
}
