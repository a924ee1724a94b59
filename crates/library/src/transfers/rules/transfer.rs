//! The way of a copy from one station to another.
use jiff::Timestamp;
use kernel::db::types::StationId;

use super::refusal::NoTransfer;
use super::state::State;
use crate::{CopyId, TitleId, TransferId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    pub id: TransferId,
    /// Whose copy it is.
    pub from: StationId,
    pub to: StationId,
    /// As the station has it whose copy it is.
    pub title: TitleId,
    /// Once it is chosen.
    pub copy: Option<CopyId>,
    pub state: State,
    /// Of a no.
    pub why: String,
    pub asked_at: Timestamp,
    pub sent_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
}

/// What may become of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// By whoever has it.
    Send,
    Decline,
    CallBack,
    /// By whoever asked.
    Withdraw,
    Arrive,
}

impl Transfer {
    pub fn may(&self, wanted: Move) -> Result<(), NoTransfer> {
        let fits = match wanted {
            Move::Send | Move::Decline | Move::Withdraw => self.state == State::Asked,
            Move::CallBack | Move::Arrive => self.state == State::Sent,
        };
        if fits { Ok(()) } else { Err(NoTransfer::Stands { id: self.id, state: self.state }) }
    }
}
