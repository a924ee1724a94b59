//! Where a signup stands, and what whoever has it may say.
use jiff::Timestamp;

use super::refusal::NoSignup;

/// The numbers are kept in rows: never renumber. Up to `Entered` it stands; the places of `In` and `Offered` are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SignupState)]
pub enum State {
    In = 0,
    /// On the list: not enough places were free, or it was not drawn.
    Waiting = 1,
    /// Places came free and are kept until they answer.
    Offered = 2,
    /// Takes part in the draw.
    Entered = 3,
    GivenBack = 4,
    /// An offer that nobody answered, or a phone that nobody proved.
    Lapsed = 5,
    CalledOff = 6,
    /// It began, and no place had come free. No row says so: the time does.
    Missed = 7,
}

impl State {
    pub const ALL: [State; 8] = [
        State::In,
        State::Waiting,
        State::Offered,
        State::Entered,
        State::GivenBack,
        State::Lapsed,
        State::CalledOff,
        State::Missed,
    ];

    pub fn of(number: i16) -> Option<State> {
        State::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            State::In => "in",
            State::Waiting => "waiting",
            State::Offered => "offered",
            State::Entered => "entered",
            State::GivenBack => "given-back",
            State::Lapsed => "lapsed",
            State::CalledOff => "called-off",
            State::Missed => "missed",
        }
    }

    pub fn stands(self) -> bool {
        self as i16 <= State::Entered as i16
    }

    /// Whether its places are counted as taken.
    pub fn takes(self) -> bool {
        matches!(self, State::In | State::Offered)
    }

    /// How it stands at an instant: what lapses lapses by itself, and whoever still waits at the start has waited in vain.
    pub fn at(self, now: Timestamp, lapses_at: Option<Timestamp>, starts_at: Timestamp) -> State {
        match self {
            _ if self.stands() && lapses_at.is_some_and(|at| at <= now) => State::Lapsed,
            State::Waiting | State::Entered if starts_at <= now => State::Missed,
            State::Offered if starts_at <= now => State::Lapsed,
            state => state,
        }
    }
}

/// What whoever has a signup says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SignupAnswer)]
pub enum Answer {
    /// Takes what is offered.
    Accept,
    /// Does not come: gives the place, the offer or the turn back.
    GiveBack,
}

impl Answer {
    pub fn name(self) -> &'static str {
        match self {
            Answer::Accept => "accept",
            Answer::GiveBack => "give-back",
        }
    }
}

/// What an answer makes of how it stands. The same answer twice is one.
pub fn answer(state: State, said: Answer) -> Result<State, NoSignup> {
    match (said, state) {
        (Answer::Accept, State::Offered | State::In) => Ok(State::In),
        (Answer::Accept, State::Lapsed) => Err(NoSignup::Lapsed),
        (Answer::GiveBack, State::GivenBack) => Ok(State::GivenBack),
        (Answer::GiveBack, state) if state.stands() => Ok(State::GivenBack),
        (_, state) => Err(NoSignup::NotNow(state)),
    }
}
