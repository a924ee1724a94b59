//! What time has decided by itself is written down: holds that expired, slots that nobody came for, uses that ended.
//!
//! Nobody waits for this: readers and deciders compare with the clock. It keeps the rows, events and facts in step.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::ReservationId;
use crate::rules::{AtomId, Span, State, VenueId};
use crate::schema::reservations as r;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{StationId, Ts};
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;

use super::notes;
use super::reservations::{by_id, set_state};
use super::{catalogue, claims};

/// Settles what has lapsed in a venue around `span`. Whether anything had.
pub fn settle_venue(
    c: &mut Conn,
    house: &House,
    station: StationId,
    (venue, span): (VenueId, &Span),
    now: Timestamp,
) -> Result<bool, Fault> {
    let atoms: Vec<AtomId> = catalogue::venue_of(c, station, venue)?.1.iter().map(|a| a.id).collect();
    let held = claims::touching(c, station, &atoms, span)?;
    let lapsed: Vec<ReservationId> = held.iter().filter(|h| h.has_lapsed(now)).map(|h| h.of).collect();
    let any = !lapsed.is_empty();
    settle_all(c, house, station, lapsed, now)?;
    Ok(any)
}

/// Settles reservations of one venue, each once.
pub(super) fn settle_all(
    c: &mut Conn,
    house: &House,
    station: StationId,
    mut ids: Vec<ReservationId>,
    now: Timestamp,
) -> Result<(), Fault> {
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().try_for_each(|id| settle(c, house, station, id, now))
}

/// Up to `most` reservations of any station that time has decided about.
pub fn due_to_settle(
    c: &mut Conn,
    now: Timestamp,
    most: i64,
) -> Result<Vec<(StationId, VenueId, ReservationId)>, Fault> {
    let columns = (r::station_id, r::venue_id, r::id);
    let lapsed: Vec<(StationId, i32, ReservationId)> = on!(c, c => r::table
        .filter(r::state.lt(Lit::<3>).and(r::lapses_at.le(Ts(now))))
        .limit(most)
        .select(columns)
        .load(c))?;
    if !lapsed.is_empty() {
        return Ok(lapsed);
    }
    Ok(on!(c, c => r::table
        .filter(r::state.lt(Lit::<3>).and(r::ends_at.le(Ts(now))))
        .limit(most)
        .select(columns)
        .load(c))?)
}

/// Writes down what `id` has become, if time has decided about it.
pub fn settle(c: &mut Conn, house: &House, station: StationId, id: ReservationId, now: Timestamp) -> Result<(), Fault> {
    let old = by_id(c, station, id)?;
    let state = old.state_at(now);
    if state == old.state {
        return Ok(());
    }
    // An end that came by itself came at its own time, not when it was noticed.
    let at = if state == State::Completed { old.span.until } else { old.lapses_at.unwrap_or(now).min(now) };
    set_state(c, station, &old, (state, old.lapses_at), at)?;
    notes::note_end(c, house, station, &old, state, at)?;
    let kind = format!("reservation.{}", state.name());
    event::record(c, station, now, By::Program, &kind, &id.to_string(), &serde_json::json!({ "venue": old.venue }))?;
    Ok(())
}
