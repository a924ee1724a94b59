//! Every way in which a game can be refused, with what one needs to know to go on.
use jiff::Timestamp;

use super::band::Band;
use crate::rules::Refusal;

#[derive(Debug, Clone, PartialEq)]
pub enum NoGame {
    /// The room itself is not to be had.
    Room(Refusal),
    /// Nobody plays together here: a manager looks at each request, or one person is all that fits.
    NotForGames,
    /// Full, begun, called off, or one of its players keeps away from whoever asks: which of these is nobody's business.
    NotOpen,
    /// They are in another game at that time.
    Elsewhere,
    /// A child under 13 plays only with the guardian.
    WithGuardian,
    /// A game of minors: an adult plays only along with a child.
    ForMinors { band: Band },
    /// The children in it are of other ages.
    OtherAges { band: Band },
    /// A game of adults: a child plays only with the guardian.
    ForAdults,
    /// Two places are wanted and fewer are left.
    FewerLeft { left: i32 },
    /// So many can play here, the one who posts it counted.
    Party { from: i32, to: i32 },
    /// The deadline for leaving is over.
    TooLateToLeave { until: Timestamp },
    /// Whoever posted it calls it off instead.
    OwnGame,
    /// Too few to begin with.
    TooFew { least: i32 },
    /// Not in a state in which this can be done.
    NotNow,
    /// So many weekly times are enough for one person.
    EnoughTimes { most: i32 },
}

impl From<Refusal> for NoGame {
    fn from(room: Refusal) -> NoGame {
        NoGame::Room(room)
    }
}
