//! How a wish stands.
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The numbers are kept in rows: never renumber. What was taken back has no state: its rows are gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WishState)]
pub enum State {
    /// Somebody of staff writes it down.
    Draft = 0,
    /// It waits for two others to look at it.
    Asked = 1,
    /// One of them said no, and why.
    Refused = 2,
    /// Everybody sees it, and nobody has it.
    Open = 3,
    /// Somebody has it, until a time.
    Claimed = 4,
    /// The coordinator has spoken to both.
    Contacted = 5,
    /// The thing lies at the station.
    Delivered = 6,
    /// It was handed over.
    Fulfilled = 7,
    /// Nobody took it on in ninety days: somebody else is to help.
    Overdue = 8,
    /// Somebody else helps.
    Referred = 9,
}

impl State {
    pub const ALL: [State; 10] = [
        State::Draft,
        State::Asked,
        State::Refused,
        State::Open,
        State::Claimed,
        State::Contacted,
        State::Delivered,
        State::Fulfilled,
        State::Overdue,
        State::Referred,
    ];

    pub fn of(number: i16) -> Option<State> {
        State::ALL.into_iter().find(|state| *state as i16 == number)
    }

    pub fn word(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Asked => "asked",
            State::Refused => "refused",
            State::Open => "open",
            State::Claimed => "claimed",
            State::Contacted => "contacted",
            State::Delivered => "delivered",
            State::Fulfilled => "fulfilled",
            State::Overdue => "overdue",
            State::Referred => "referred",
        }
    }

    pub fn of_word(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Somebody has it.
    pub fn is_taken(self) -> bool {
        matches!(self, State::Claimed | State::Contacted | State::Delivered)
    }

    /// Whoever has it still owes something, and loses it if they do not bring it in time.
    pub fn is_leased(self) -> bool {
        matches!(self, State::Claimed | State::Contacted)
    }

    /// Nothing more is expected of anybody.
    pub fn has_ended(self) -> bool {
        matches!(self, State::Fulfilled | State::Referred)
    }
}
