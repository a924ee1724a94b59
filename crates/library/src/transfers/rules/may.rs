//! What may be asked for, and what may be sent.
use jiff::civil::Date;

use super::refusal::NoTransfer;
use crate::TransferId;
use crate::rules::Stands;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskFacts {
    /// Both are one station.
    pub itself: bool,
    /// So many copies the other station has that are not gone.
    pub copies: usize,
    /// What was asked for before and is not answered.
    pub open: Option<TransferId>,
}

pub fn may_ask(f: &AskFacts) -> Result<(), NoTransfer> {
    match f.open {
        _ if f.itself => Err(NoTransfer::Itself),
        _ if f.copies == 0 => Err(NoTransfer::NoCopies),
        Some(id) => Err(NoTransfer::Asked(id)),
        None => Ok(()),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SendFacts {
    pub itself: bool,
    /// It is what was asked for, if anything was.
    pub fits: bool,
    pub stands: Stands,
    /// Somebody has it until then.
    pub due_on: Option<Date>,
    pub aside: bool,
    /// So many readers of this station wait for the title.
    pub waiting: i64,
    /// The other station has a shelf.
    pub room_there: bool,
}

/// Readers here come first: nothing is sent for which one of them waits.
pub fn may_send(f: &SendFacts) -> Result<(), NoTransfer> {
    match f.due_on {
        _ if f.itself => Err(NoTransfer::Itself),
        _ if !f.fits => Err(NoTransfer::OtherTitle),
        _ if !f.room_there => Err(NoTransfer::NoRoomThere),
        _ if f.stands != Stands::Here => Err(NoTransfer::NotHere(f.stands)),
        Some(due_on) => Err(NoTransfer::Lent { due_on }),
        None if f.aside => Err(NoTransfer::PutAside),
        None if f.waiting > 0 => Err(NoTransfer::OthersWait(f.waiting)),
        None => Ok(()),
    }
}
