//! What follows from a change of the time itself: whoever is signed up is told that it begins at another time, or not
//! at all; and whoever was to take part in a draw that there will not be waits in the order in which they came.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::fill::{fill, held};
use super::record::record;
use super::tell::{Told, tell};
use crate::OccurrenceId;
use crate::rules::Joining;
use crate::signups::rules::State;
use crate::signups::store;

/// Brings the signups of a time up to what it says now. Whoever changes it may call this in the same change; if nobody does, the
/// job follows.
pub fn follow(c: &mut Conn, house: &House, station: &Station, id: OccurrenceId, now: Timestamp) -> Result<(), Fault> {
    let known = held(c, house, station, id, now)?;
    let off = known.terms().called_off;
    let starts_at = known.occurrence.starts_at;
    let undrawn = !off && known.terms().joining == Joining::SignUp;
    for signup in store::of_occurrence(c, station.id, id)? {
        if !signup.state.stands() {
            continue;
        }
        if undrawn && signup.state == State::Entered {
            store::leave_draw(c, station.id, signup.id)?;
            record(c, station, (now, By::Program), (State::Waiting, signup.id, id))?;
        }
        if off {
            store::set_state(c, station.id, signup.id, (State::CalledOff, None))?;
            record(c, station, (now, By::Program), (State::CalledOff, signup.id, id))?;
            tell(c, house, station, (&known, &signup), (Told::CalledOff, now))?;
        } else if signup.starts_at != starts_at {
            store::set_knows(c, station.id, signup.id, (starts_at, signup.lapses_at))?;
            tell(c, house, station, (&known, &signup), (Told::Moved, now))?;
        }
    }
    // Where more places were made, nobody who comes now overtakes the list.
    if off { store::empty(c, station.id, id) } else { fill(c, house, station, &known, now) }
}
