//! What has lapsed gives its places back, and free places are offered to whoever is next. Every change of a time passes here.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::record::record;
use super::tell::{Told, tell};
use crate::OccurrenceId;
use crate::signups::answers::{self, Known};
use crate::signups::rules::{self, State};
use crate::signups::store::{self, Kept};
use crate::store as core;

/// Holds a time and lets lapse what has, so that what is decided next is decided on how things stand now.
pub fn held(c: &mut Conn, house: &House, station: &Station, id: OccurrenceId, now: Timestamp) -> Result<Known, Fault> {
    let occurrence = core::hold_occurrence(c, station.id, id)?;
    let known = answers::with(c, station, occurrence)?;
    let lapsed = store::lapsed(c, station.id, id, now)?;
    if lapsed.is_empty() {
        return Ok(known);
    }
    for signup in &lapsed {
        leave(c, station, signup, (State::Lapsed, By::Program), now)?;
    }
    fill(c, house, station, &known, now)?;
    answers::known(c, station, id)
}

/// Ends a signup: its places are free.
pub fn leave(
    c: &mut Conn,
    station: &Station,
    signup: &Kept,
    (state, by): (State, By),
    now: Timestamp,
) -> Result<(), Fault> {
    if signup.state.takes() {
        store::give_back(c, station.id, signup.occurrence, signup.seats)?;
    }
    store::set_state(c, station.id, signup.id, (state, None))?;
    record(c, station, (now, by), (state, signup.id, signup.occurrence))
}

/// Offers what is free to whoever is next on the list and fits, until nobody does. The time is held.
pub fn fill(c: &mut Conn, house: &House, station: &Station, known: &Known, now: Timestamp) -> Result<(), Fault> {
    let (id, starts_at) = (known.occurrence.id, known.occurrence.starts_at);
    if known.terms().called_off || known.awaits_draw() || now >= starts_at {
        return Ok(());
    }
    let mut line = store::line(c, station.id, id)?;
    while !line.is_empty() {
        let free = answers::known(c, station, id)?.free().unwrap_or(i32::MAX);
        let Some(next) = rules::first_that_fits(free, &line) else { return Ok(()) };
        if !store::reserve(c, station.id, id, next.seats)? {
            return Ok(());
        }
        line.retain(|w| w.place != next.place);
        let signup = store::by_place(c, station.id, id, next.place)?;
        let until = rules::deadline(now, starts_at, &station.zone);
        store::set_state(c, station.id, signup.id, (State::Offered, Some(until)))?;
        record(c, station, (now, By::Program), (State::Offered, signup.id, id))?;
        tell(c, house, station, (known, &signup), (Told::Offered(until), now))?;
    }
    Ok(())
}
