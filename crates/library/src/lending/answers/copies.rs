//! How a copy stands, in the words of whoever would like to have it.
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;

use crate::CopyId;
use crate::lending::store::{holds, loans};
use crate::rules::{Copy, Stands};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyState {
    Free,
    Lent {
        due_on: Date,
    },
    /// Put aside.
    KeptForSomebody,
    /// Missing, under repair, on the way, gone.
    NotHere(Stands),
}

pub fn copy_state(c: &mut Conn, station: StationId, copy: &Copy) -> Result<CopyState, Fault> {
    let states = copy_states(c, station, std::slice::from_ref(copy))?;
    states.first().copied().ok_or_else(|| Fault::broken("a copy has no state"))
}

/// The same of several, in their order.
pub fn copy_states(c: &mut Conn, station: StationId, copies: &[Copy]) -> Result<Vec<CopyState>, Fault> {
    let ids: Vec<CopyId> = copies.iter().map(|copy| copy.id).collect();
    let lent: BTreeMap<CopyId, Date> =
        loans::of_copies(c, station, &ids)?.into_iter().map(|kept| (kept.copy, kept.due_on)).collect();
    let kept: BTreeSet<CopyId> = holds::put_aside(c, station, &ids)?.into_iter().collect();
    let state = |copy: &Copy| match (lent.get(&copy.id), copy.stands) {
        (Some(due_on), _) => CopyState::Lent { due_on: *due_on },
        (None, Stands::Here) if kept.contains(&copy.id) => CopyState::KeptForSomebody,
        (None, Stands::Here) => CopyState::Free,
        (None, stands) => CopyState::NotHere(stands),
    };
    Ok(copies.iter().map(state).collect())
}

/// Those of a station that somebody has, and those that are put aside: no shelf is looked through for them.
pub fn elsewhere(c: &mut Conn, station: StationId) -> Result<BTreeSet<CopyId>, Fault> {
    let aside = holds::ready(c, station)?.into_iter().filter_map(|hold| hold.ready);
    let aside: Vec<CopyId> = aside.map(|ready| ready.copy).collect();
    Ok(loans::copies(c, station)?.into_iter().chain(aside).collect())
}
