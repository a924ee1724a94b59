//! A visit: asked for or offered, promised, and what came of it.
use jiff::Timestamp;

use super::day::{Day, DayState, Takes};
use super::refusal::NoVisit;
use crate::rules::{MatterId, Ways};

/// Where a visit stands. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = VillageVisitState)]
pub enum VisitState {
    /// They wait in the hall for what can be done in their village.
    Offered = 0,
    /// On the route sheet.
    Accepted = 1,
    Declined = 2,
    /// Nobody has answered in time.
    Lapsed = 3,
    Done = 4,
    /// The official was there and did not meet them, or it could not be done.
    NotMet = 5,
    /// They gave the place back.
    Withdrawn = 6,
    /// The day was called off.
    CalledOff = 7,
}

impl VisitState {
    pub const ALL: [VisitState; 8] = [
        VisitState::Offered,
        VisitState::Accepted,
        VisitState::Declined,
        VisitState::Lapsed,
        VisitState::Done,
        VisitState::NotMet,
        VisitState::Withdrawn,
        VisitState::CalledOff,
    ];

    pub fn of(number: i16) -> Option<VisitState> {
        VisitState::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            VisitState::Offered => "offered",
            VisitState::Accepted => "accepted",
            VisitState::Declined => "declined",
            VisitState::Lapsed => "lapsed",
            VisitState::Done => "done",
            VisitState::NotMet => "not-met",
            VisitState::Withdrawn => "withdrawn",
            VisitState::CalledOff => "called-off",
        }
    }
}

/// What somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Ask {
    pub village: i64,
    pub matter: MatterId,
    /// They cannot walk; else at the village's office.
    pub at_home: bool,
}

/// Whether the official can meet them on `day`: what the visit takes of it.
pub fn ask(
    now: Timestamp,
    day: &Day,
    ask: &Ask,
    (ways, minutes): (Ways, i16),
    (by_desk, has_place): (bool, bool),
) -> Result<Takes, NoVisit> {
    let takes = Takes { minutes, at_home: ask.at_home };
    match () {
        () if day.state != DayState::Planned || now >= day.asks_until(by_desk) => Err(NoVisit::Over),
        () if !day.villages.contains(&ask.village) => Err(NoVisit::NotThere),
        () if !ways.village || ask.at_home && !ways.home => Err(NoVisit::NoSuchWay(ways)),
        () if !day.matters.contains(&ask.matter) => Err(NoVisit::NotThatDay),
        () if has_place => Err(NoVisit::HasPlace),
        () if !day.has_room(takes) => Err(NoVisit::Full),
        () => Ok(takes),
    }
}

/// What whoever is met says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = VillageVisitAnswer)]
pub enum Answer {
    Accept,
    Decline,
    /// Gives the place back.
    Withdraw,
}

/// What an answer makes of a visit. The same answer twice is one.
pub fn answer(state: VisitState, answer: Answer) -> Result<VisitState, NoVisit> {
    match (state, answer) {
        (VisitState::Offered | VisitState::Accepted, Answer::Accept) => Ok(VisitState::Accepted),
        (VisitState::Offered | VisitState::Declined, Answer::Decline) => Ok(VisitState::Declined),
        (VisitState::Accepted | VisitState::Withdrawn, Answer::Withdraw) => Ok(VisitState::Withdrawn),
        (VisitState::Lapsed, Answer::Accept) => Err(NoVisit::Lapsed),
        (state, _) => Err(NoVisit::NotNow(state)),
    }
}

/// What is next for whoever was not met. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = AfterNotMet)]
pub enum Next {
    /// The next day in that village.
    VillageDay = 0,
    /// In the hall.
    Hall = 1,
    /// The official phones.
    Call = 2,
}

impl Next {
    pub const ALL: [Next; 3] = [Next::VillageDay, Next::Hall, Next::Call];

    pub fn of(number: i16) -> Option<Next> {
        Next::ALL.into_iter().find(|n| *n as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Next::VillageDay => "village-day",
            Next::Hall => "hall",
            Next::Call => "call",
        }
    }
}

/// What came of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum Met {
    Done,
    Not(Next),
}

impl Met {
    pub fn state(self) -> VisitState {
        match self {
            Met::Done => VisitState::Done,
            Met::Not(_) => VisitState::NotMet,
        }
    }

    pub fn next(self) -> Option<Next> {
        match self {
            Met::Done => None,
            Met::Not(next) => Some(next),
        }
    }
}

/// What is entered after the day, of a visit in `state`. A slip of the pen can be mended: what was entered is entered anew.
pub fn meet(now: Timestamp, day: &Day, state: VisitState, met: Met) -> Result<VisitState, NoVisit> {
    match state {
        _ if day.state == DayState::CalledOff => Err(NoVisit::Over),
        _ if now < day.from => Err(NoVisit::NotBegun),
        VisitState::Accepted | VisitState::Done | VisitState::NotMet => Ok(met.state()),
        state => Err(NoVisit::NotNow(state)),
    }
}
