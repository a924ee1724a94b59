//! A ticket: somebody's turn, from drawing a number to being done.
use jiff::Timestamp;

use super::number::{DeskId, LineId, OfficialId};

/// Where a ticket stands. The numbers are kept in rows and in facts: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TicketState)]
pub enum State {
    /// For an appointment at `order_at`; becomes `Waiting` when they arrive.
    Booked = 0,
    Waiting = 1,
    Called = 2,
    Serving = 3,
    /// Something is fetched or copied; the desk goes on with others.
    Paused = 4,
    /// They asked not to be called before a time. Their place in the order stays.
    Deferred = 5,
    /// They wait for one official who is away.
    Held = 6,
    /// Called, and nobody came. They may come back for a while.
    Missed = 7,
    Done = 8,
    /// Missed, and not come back.
    Expired = 9,
    /// Given back by whoever had it.
    Cancelled = 10,
    /// Ended by the desk without having been served; says why.
    Closed = 11,
}

impl State {
    pub const ALL: [State; 12] = [
        State::Booked,
        State::Waiting,
        State::Called,
        State::Serving,
        State::Paused,
        State::Deferred,
        State::Held,
        State::Missed,
        State::Done,
        State::Expired,
        State::Cancelled,
        State::Closed,
    ];

    pub fn of(number: i16) -> Option<State> {
        State::ALL.into_iter().find(|s| *s as i16 == number)
    }

    /// Whether something may still become of it.
    pub fn stands(self) -> bool {
        (self as i16) < State::Done as i16
    }

    pub fn name(self) -> &'static str {
        match self {
            State::Booked => "booked",
            State::Waiting => "waiting",
            State::Called => "called",
            State::Serving => "serving",
            State::Paused => "paused",
            State::Deferred => "deferred",
            State::Held => "held",
            State::Missed => "missed",
            State::Done => "done",
            State::Expired => "expired",
            State::Cancelled => "cancelled",
            State::Closed => "closed",
        }
    }
}

/// Who goes before others: at most [`super::MOST_FAVOURED`] in a row, and nobody who is being served is sent away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    #[default]
    None = 0,
    Elderly = 1,
    Disabled = 2,
    Pregnant = 3,
    Veteran = 4,
}

impl Priority {
    pub const ALL: [Priority; 5] =
        [Priority::None, Priority::Elderly, Priority::Disabled, Priority::Pregnant, Priority::Veteran];

    pub fn of(number: i16) -> Option<Priority> {
        Priority::ALL.into_iter().find(|p| *p as i16 == number)
    }

    pub fn is_some(self) -> bool {
        self != Priority::None
    }

    pub fn name(self) -> &'static str {
        match self {
            Priority::None => "none",
            Priority::Elderly => "elderly",
            Priority::Disabled => "disabled",
            Priority::Pregnant => "pregnant",
            Priority::Veteran => "veteran",
        }
    }
}

/// How a ticket came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// By oneself, from anywhere.
    Phone = 0,
    Kiosk = 1,
    /// A clerk drew it for somebody.
    Desk = 2,
    /// From the paper pad, while the program was away.
    Pad = 3,
}

impl Way {
    pub fn of(number: i16) -> Option<Way> {
        [Way::Phone, Way::Kiosk, Way::Desk, Way::Pad].into_iter().find(|w| *w as i16 == number)
    }
}

/// Whether whoever holds the ticket is in the hall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TicketPlace)]
pub enum Place {
    Remote,
    OnSite,
}

/// What became of one matter of a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Open = 0,
    Done = 1,
    /// A paper was missing.
    PaperMissing = 2,
    /// Nobody was there who does it.
    Away = 3,
    /// It does not belong here; they were told where.
    Elsewhere = 4,
}

impl Outcome {
    pub const ALL: [Outcome; 5] =
        [Outcome::Open, Outcome::Done, Outcome::PaperMissing, Outcome::Away, Outcome::Elsewhere];

    pub fn of(number: i16) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|o| *o as i16 == number)
    }

    /// Whether somebody came for nothing: the trips that the station counts to have none of them.
    pub fn is_wasted(self) -> bool {
        matches!(self, Outcome::PaperMissing | Outcome::Away)
    }
}

/// What the rules need to know of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    pub state: State,
    pub place: Place,
    pub priority: Priority,
    /// The line in which it waits: after a transfer another one than its letter says.
    pub waits_in: LineId,
    /// For whom they wait; nobody = any desk of the line.
    pub official: Option<OfficialId>,
    /// Where they are called, served or paused.
    pub desk: Option<DeskId>,
    /// Called in this order, then by number.
    pub order_at: Timestamp,
    /// When the state began.
    pub since: Timestamp,
    /// Until when it is deferred, or a missed call may be made good, or an appointment is held.
    pub until_at: Option<Timestamp>,
    /// How often they were called for this turn.
    pub calls: i16,
    pub misses: i16,
    /// Grows by one with each step.
    pub version: i32,
    /// Why it was closed unserved.
    pub reason: String,
}
