//! Who gets a wish: whoever is first, and nobody too many.
use jiff::Timestamp;
use people::PersonId;

use super::{LEASE, MOST_CLAIMS, State};

/// All that is known when somebody wants a wish, while it and they are held.
#[derive(Debug, Clone, Copy)]
pub struct ClaimFacts {
    pub state: State,
    /// Who has it.
    pub holder: Option<PersonId>,
    pub me: PersonId,
    /// How many they have to bring already, anywhere.
    pub mine: usize,
}

/// Why somebody does not get it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoClaim {
    /// Somebody was faster, or nobody needs it any more.
    Gone,
    /// They have it already.
    Yours,
    /// They have enough to bring.
    TooMany { most: usize },
    /// It is not public: said at the desk only.
    NotOpen,
}

/// Until when they have it.
pub fn claim(facts: &ClaimFacts, now: Timestamp) -> Result<Timestamp, NoClaim> {
    match facts.state {
        taken if taken.is_taken() && facts.holder == Some(facts.me) => Err(NoClaim::Yours),
        State::Draft | State::Asked | State::Refused => Err(NoClaim::NotOpen),
        State::Open if facts.mine >= MOST_CLAIMS => Err(NoClaim::TooMany { most: MOST_CLAIMS }),
        State::Open => Ok(now + LEASE),
        _ => Err(NoClaim::Gone),
    }
}
