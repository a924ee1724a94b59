//! The states of a reservation. Time passes by itself: what a row says is always read together with the clock.
use jiff::Timestamp;

/// Held -> Confirmed -> CheckedIn -> Completed, or one of three early ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Kept for a few minutes until the code is typed, or until a manager has looked at it.
    Held = 0,
    Confirmed = 1,
    CheckedIn = 2,
    Completed = 3,
    /// Held, and nobody came back with the code, or nobody approved.
    Expired = 4,
    Cancelled = 5,
    /// Confirmed, and nobody came within the grace.
    Released = 6,
}

impl State {
    pub fn from_column(n: i16) -> Option<State> {
        use State::{Cancelled, CheckedIn, Completed, Confirmed, Expired, Held, Released};
        [Held, Confirmed, CheckedIn, Completed, Expired, Cancelled, Released].into_iter().find(|s| *s as i16 == n)
    }

    /// Whether it keeps others from the room.
    pub fn is_live(self) -> bool {
        matches!(self, State::Held | State::Confirmed | State::CheckedIn)
    }

    /// What the state is at `now`, given what the row says: `lapses_at` ends Held and Confirmed early, `ends_at` ends them all.
    pub fn at(self, now: Timestamp, lapses_at: Option<Timestamp>, ends_at: Timestamp) -> State {
        let lapsed = lapses_at.is_some_and(|at| at <= now);
        match self {
            State::Held if lapsed || ends_at <= now => State::Expired,
            State::Confirmed if lapsed => State::Released,
            State::Confirmed | State::CheckedIn if ends_at <= now => State::Completed,
            state => state,
        }
    }

    /// The stable name in the API, in events and in texts.
    pub fn name(self) -> &'static str {
        match self {
            State::Held => "held",
            State::Confirmed => "confirmed",
            State::CheckedIn => "checked-in",
            State::Completed => "completed",
            State::Expired => "expired",
            State::Cancelled => "cancelled",
            State::Released => "released",
        }
    }
}
