//! A day in villages, and how much of it is taken.
use jiff::Timestamp;
use jiff::civil::Date;

use crate::rules::{MatterId, OfficialId};

/// What became of a day. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = VillageDayState)]
pub enum DayState {
    Planned = 0,
    /// What came of each visit is written down.
    Entered = 1,
    CalledOff = 2,
}

impl DayState {
    pub fn of(number: i16) -> Option<DayState> {
        [DayState::Planned, DayState::Entered, DayState::CalledOff].into_iter().find(|s| *s as i16 == number)
    }
}

/// A day as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    pub official: OfficialId,
    pub on: Date,
    pub from: Timestamp,
    pub until: Timestamp,
    /// Codes of divisions, in the order of the route.
    pub villages: Vec<i64>,
    /// What can be done there.
    pub matters: Vec<MatterId>,
    /// Minutes on the road to each village, and to each home.
    pub travel: i16,
    /// From start to end.
    pub minutes: i16,
    /// Of them: the road to the villages, and all that was promised.
    pub used: i16,
    pub state: DayState,
    /// The declaration of presence that made it; nothing for one that was planned.
    pub trip: Option<i32>,
    /// Why it was called off.
    pub reason: String,
}

/// What a visit takes of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Takes {
    /// The matter's.
    pub minutes: i16,
    pub at_home: bool,
}

impl Day {
    /// The matter's minutes, and for a home the road to it: whoever comes to the village's office costs no road.
    pub fn takes(&self, visit: Takes) -> i16 {
        visit.minutes + if visit.at_home { self.travel } else { 0 }
    }

    pub fn has_room(&self, visit: Takes) -> bool {
        self.used + self.takes(visit) <= self.minutes
    }

    /// Until when somebody may ask. Before it begins, for then the route sheet is printed; the desk can phone after that, and
    /// a trip that was declared when it began has no sheet to be late for.
    pub fn asks_until(&self, by_desk: bool) -> Timestamp {
        if by_desk || self.trip.is_some() { self.until } else { self.from }
    }
}
