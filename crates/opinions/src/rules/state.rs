//! How an opinion stands.

/// The numbers are kept in rows: never renumber.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OpinionState)]
pub enum State {
    /// It came.
    Received = 0,
    /// A manager has read it and said what it is about.
    Screened = 1,
    /// Somebody is to look after it.
    Assigned = 2,
    /// They do.
    Working = 3,
    /// There is an answer.
    Answered = 4,
    /// Whoever left it says that it is solved.
    Solved = 5,
    /// They say that it is not: open again, and the clock never stopped.
    Disputed = 6,
    /// There was an answer, and nobody said anything: closed, and nobody knows whether it is solved.
    Unconfirmed = 7,
    /// The same as another.
    Merged = 8,
    /// Not for the station; where to go was said.
    OutOfScope = 9,
    /// Taken back, and erased.
    Withdrawn = 10,
}

impl State {
    pub const ALL: [State; 11] = [
        State::Received,
        State::Screened,
        State::Assigned,
        State::Working,
        State::Answered,
        State::Solved,
        State::Disputed,
        State::Unconfirmed,
        State::Merged,
        State::OutOfScope,
        State::Withdrawn,
    ];

    pub fn of(number: i16) -> Option<State> {
        State::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            State::Received => "received",
            State::Screened => "screened",
            State::Assigned => "assigned",
            State::Working => "working",
            State::Answered => "answered",
            State::Solved => "solved",
            State::Disputed => "disputed",
            State::Unconfirmed => "unconfirmed",
            State::Merged => "merged",
            State::OutOfScope => "out-of-scope",
            State::Withdrawn => "withdrawn",
        }
    }

    pub fn named(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|s| s.name() == name)
    }

    /// The station still owes something.
    pub fn is_open(self) -> bool {
        matches!(self, State::Received | State::Screened | State::Assigned | State::Working | State::Disputed)
    }

    /// Nothing more is expected of anybody. An answer without an echo has not ended: time ends it.
    pub fn has_ended(self) -> bool {
        !self.is_open() && self != State::Answered
    }
}
