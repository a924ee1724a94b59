//! Six digits on the slip of whoever wished: with them a thing is handed over to the right one.
use kernel::chance::Chance;

use super::{CODE_TRIES, State};

/// Fresh ones.
pub fn code(chance: &Chance) -> String {
    format!("{:06}", chance.below(1_000_000))
}

/// Why nothing is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoHandover {
    WrongCode {
        left: i16,
    },
    /// A new code is needed.
    TooManyTries,
    /// Nothing lies at the station for it.
    NotThere,
}

/// Whether the thing is handed over. `tries` were wrong before this one.
pub fn hand_over(state: State, tries: i16, right: bool) -> Result<(), NoHandover> {
    match () {
        () if state != State::Delivered => Err(NoHandover::NotThere),
        () if tries >= CODE_TRIES => Err(NoHandover::TooManyTries),
        () if right => Ok(()),
        () => Err(NoHandover::WrongCode { left: CODE_TRIES - tries - 1 }),
    }
}
