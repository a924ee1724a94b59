//! Where somebody's slot, and what they said, stands.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

/// The working days that an office has to reply unless whoever routes says otherwise: a working week.
pub const USUAL_DAYS: i16 = 5;
pub const MOST_DAYS: i16 = 30;
/// Who was not received so long after the hours has not come: what was noted on paper can be typed in until then.
pub const LAPSES_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ReceptionState)]
pub enum State {
    /// They have a slot.
    Booked = 0,
    /// Given back, or the day was called off.
    Cancelled = 1,
    Missed = 2,
    /// Received, and what they said is written down.
    Registered = 3,
    /// An office has to reply.
    Routed = 4,
    Answered = 5,
    Closed = 6,
}

impl State {
    pub const ALL: [State; 7] = [
        State::Booked,
        State::Cancelled,
        State::Missed,
        State::Registered,
        State::Routed,
        State::Answered,
        State::Closed,
    ];

    pub fn of(number: i16) -> Option<State> {
        State::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            State::Booked => "booked",
            State::Cancelled => "cancelled",
            State::Missed => "missed",
            State::Registered => "registered",
            State::Routed => "routed",
            State::Answered => "answered",
            State::Closed => "closed",
        }
    }

    /// Nothing more comes of it by itself.
    pub fn is_over(self) -> bool {
        matches!(self, State::Cancelled | State::Missed | State::Closed)
    }
}

/// What it is about, roughly. Kept in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ReceptionCategory)]
pub enum Category {
    RoadsWaterPower = 0,
    Farming = 1,
    Welfare = 2,
    School = 3,
    Health = 4,
    Environment = 5,
    Other = 6,
}

impl Category {
    pub const ALL: [Category; 7] = [
        Category::RoadsWaterPower,
        Category::Farming,
        Category::Welfare,
        Category::School,
        Category::Health,
        Category::Environment,
        Category::Other,
    ];

    pub fn of(number: i16) -> Option<Category> {
        Category::ALL.into_iter().find(|c| *c as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Category::RoadsWaterPower => "roads-water-power",
            Category::Farming => "farming",
            Category::Welfare => "welfare",
            Category::School => "school",
            Category::Health => "health",
            Category::Environment => "environment",
            Category::Other => "other",
        }
    }
}

/// A visit as far as rules look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    pub state: State,
    /// The office that answers.
    pub office: Option<i32>,
    pub reply_by: Option<Date>,
    pub reopened: bool,
    pub lapses_at: Timestamp,
}

impl Visit {
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state == State::Routed && self.reply_by.is_some_and(|day| today > day)
    }
}

/// The visit as time has left it: who had a slot and was not received has not come.
pub fn seen(now: Timestamp, visit: &Visit) -> Visit {
    match visit.state {
        State::Booked if now >= visit.lapses_at => Visit { state: State::Missed, ..*visit },
        _ => *visit,
    }
}
