//! How papers that were left stand. Data in, decision out.
use jiff::{SignedDuration, Timestamp};

use crate::proxy::rules::NoProxy;
use crate::rules::Ways;

/// Where papers stand. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ReceiptState)]
pub enum State {
    Received = 0,
    InWork = 1,
    Ready = 2,
    /// A paper is missing.
    NeedsMore = 3,
    HandedBack = 4,
}

impl State {
    pub const ALL: [State; 5] = [State::Received, State::InWork, State::Ready, State::NeedsMore, State::HandedBack];

    pub fn of(number: i16) -> Option<State> {
        State::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            State::Received => "received",
            State::InWork => "in-work",
            State::Ready => "ready",
            State::NeedsMore => "needs-more",
            State::HandedBack => "handed-back",
        }
    }

    /// Whether somebody works on them, or should.
    pub fn is_open(self) -> bool {
        matches!(self, State::Received | State::InWork)
    }
}

/// What happens to them.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub enum Step {
    Start,
    Ready,
    /// Which paper is missing: whoever has the receipt reads it.
    Needs(String),
    /// What was missing is there; ready by then.
    Brought(Timestamp),
    /// It takes longer; ready by then.
    Later(Timestamp),
    HandBack,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoReceipt {
    /// Nothing can be left for this matter: how else it is done.
    NoSuchWay(Ways),
    /// Nothing of this name is done here.
    NoMatter,
    /// Whoever left them may not, or not any more.
    Proxy(NoProxy),
    /// A time that is over, or more than [`FARTHEST`] away.
    ReadyAt,
    /// Which paper is missing has to be said.
    NoNote,
    /// It does not follow from how they stand.
    NotNow(State),
}

/// So long ahead somebody is told when papers are ready.
pub const FARTHEST: SignedDuration = SignedDuration::from_hours(24 * 120);

/// Whether somebody can be told that papers are ready by then.
pub fn promised(now: Timestamp, ready_at: Timestamp) -> Result<Timestamp, NoReceipt> {
    if ready_at <= now || ready_at > now + FARTHEST { Err(NoReceipt::ReadyAt) } else { Ok(ready_at) }
}

/// What a step makes of them. The same step twice is one, but for a time that is moved.
pub fn step(now: Timestamp, state: State, step: &Step) -> Result<State, NoReceipt> {
    match (state, step) {
        (State::Received | State::InWork, Step::Start) => Ok(State::InWork),
        (State::Received | State::InWork | State::Ready, Step::Ready) => Ok(State::Ready),
        (_, Step::Needs(note)) if note.trim().is_empty() => Err(NoReceipt::NoNote),
        (State::Received | State::InWork | State::NeedsMore, Step::Needs(_)) => Ok(State::NeedsMore),
        (State::NeedsMore, Step::Brought(at)) => promised(now, *at).map(|_| State::InWork),
        (State::Received | State::InWork, Step::Later(at)) => promised(now, *at).map(|_| state),
        (_, Step::HandBack) => Ok(State::HandedBack),
        (state, _) => Err(NoReceipt::NotNow(state)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(hour * 3600).expect("an instant")
    }

    fn after(state: State, what: Step) -> Result<State, NoReceipt> {
        step(at(0), state, &what)
    }

    #[test]
    fn papers_go_from_hand_to_hand() {
        assert_eq!(after(State::Received, Step::Start), Ok(State::InWork));
        assert_eq!(after(State::InWork, Step::Ready), Ok(State::Ready));
        assert_eq!(after(State::Ready, Step::HandBack), Ok(State::HandedBack));
        assert_eq!(after(State::HandedBack, Step::HandBack), Ok(State::HandedBack));
        assert_eq!(after(State::HandedBack, Step::Ready), Err(NoReceipt::NotNow(State::HandedBack)));
    }

    #[test]
    fn what_is_missing_is_named_and_a_new_time_is_told_when_it_is_brought() {
        assert_eq!(after(State::InWork, Step::Needs(" ".into())), Err(NoReceipt::NoNote));
        assert_eq!(after(State::InWork, Step::Needs("户口本".into())), Ok(State::NeedsMore));
        assert_eq!(after(State::NeedsMore, Step::Ready), Err(NoReceipt::NotNow(State::NeedsMore)));
        assert_eq!(after(State::NeedsMore, Step::Brought(at(0))), Err(NoReceipt::ReadyAt));
        assert_eq!(after(State::NeedsMore, Step::Brought(at(5))), Ok(State::InWork));
    }

    #[test]
    fn a_time_is_moved_into_the_future_and_not_for_ever() {
        assert_eq!(after(State::InWork, Step::Later(at(-1))), Err(NoReceipt::ReadyAt));
        assert_eq!(after(State::InWork, Step::Later(at(24 * 121))), Err(NoReceipt::ReadyAt));
        assert_eq!(after(State::Received, Step::Later(at(24))), Ok(State::Received));
        assert_eq!(after(State::Ready, Step::Later(at(24))), Err(NoReceipt::NotNow(State::Ready)));
    }

    #[test]
    fn numbers_in_rows_stay_what_they_are() {
        assert!(State::ALL.into_iter().all(|s| State::of(s as i16) == Some(s)));
    }
}
