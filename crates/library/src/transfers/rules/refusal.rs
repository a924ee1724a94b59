//! Why a copy does not go to another station.
use jiff::civil::Date;

use super::state::State;
use crate::TransferId;
use crate::rules::Stands;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTransfer {
    /// It is here already.
    Itself,
    /// The station has no copy of it.
    NoCopies,
    /// It was asked for already.
    Asked(TransferId),
    /// The way is not where it would have to be for this.
    Stands {
        id: TransferId,
        state: State,
    },
    /// Something else was asked for.
    OtherTitle,
    /// Missing, under repair, on its way, gone.
    NotHere(Stands),
    Lent {
        due_on: Date,
    },
    /// Put aside for somebody.
    PutAside,
    /// Readers here wait for it.
    OthersWait(i64),
    /// There is no shelf for it over there.
    NoRoomThere,
    /// There is no such shelf here.
    NoShelf,
}
