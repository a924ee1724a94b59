//! How far a copy is on its way from one station to another.

/// The number stands in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The other station would like to have it.
    Asked = 0,
    Sent = 1,
    Arrived = 2,
    /// Whoever has it said no.
    Declined = 3,
    /// Whoever began it has changed their mind before it arrived.
    CalledBack = 4,
}

impl State {
    pub const ALL: [State; 5] = [State::Asked, State::Sent, State::Arrived, State::Declined, State::CalledBack];

    pub fn of(number: i16) -> Option<State> {
        State::ALL.into_iter().find(|state| *state as i16 == number)
    }

    /// As programs read it.
    pub fn word(self) -> &'static str {
        match self {
            State::Asked => "asked",
            State::Sent => "sent",
            State::Arrived => "arrived",
            State::Declined => "declined",
            State::CalledBack => "called-back",
        }
    }
}
