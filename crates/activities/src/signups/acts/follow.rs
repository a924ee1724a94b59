//! What follows from a change of the time itself: whoever is signed up is told that it begins at another time, or not at all.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::fill::held;
use super::record::record;
use super::tell::{Told, tell};
use crate::OccurrenceId;
use crate::signups::rules::State;
use crate::signups::store;

/// Brings the signups of a time up to what it says now. Whoever changes it may call this in the same change; if nobody does, the
/// job follows.
pub fn follow(c: &mut Conn, house: &House, station: &Station, id: OccurrenceId, now: Timestamp) -> Result<(), Fault> {
    let known = held(c, house, station, id, now)?;
    let off = known.terms().called_off;
    let starts_at = known.occurrence.starts_at;
    for signup in store::of_occurrence(c, station.id, id)? {
        if !signup.state.stands() {
            continue;
        }
        if off {
            store::set_state(c, station.id, signup.id, (State::CalledOff, None))?;
            record(c, station, (now, By::Program), (State::CalledOff, signup.id, id))?;
            tell(c, house, station, (&known, &signup), (Told::CalledOff, now))?;
        } else if signup.starts_at != starts_at {
            store::set_knows(c, station.id, signup.id, starts_at)?;
            tell(c, house, station, (&known, &signup), (Told::Moved, now))?;
        }
    }
    if off { store::empty(c, station.id, id) } else { Ok(()) }
}
