//! Who has which unit: claims to read by, cells that make overlap impossible.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use crate::ReservationId;
use crate::rules::{AtomId, Booking, Claim, LONGEST, Span, Unit, VenueId, cells};
use crate::schema::{atoms, cells as cell_rows, claims};
use kernel::db::Conn;
use kernel::db::literal::Fixed;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// No use is longer than this, so one that touches a window starts at most this long before it. Without this lower bound an
/// index on starts would be walked from the beginning of time.
pub(super) const LONGEST_USE: SignedDuration = SignedDuration::from_mins(LONGEST as i64);

type Row = (i32, i16, Ts, Ts, i16, i16);

fn to_claim((atom, unit, from, until, before, after): Row) -> Option<Claim> {
    let span = Span::new(from.0, until.0)?;
    Some(Claim { unit: Unit { atom, unit }, span, before: before.into(), after: after.into() })
}

/// The claims on `atoms` that touch `window` and hold at `now`; those of `except` are left out (it is being moved).
/// They come in the order of atoms and starts.
pub fn claims_of(
    c: &mut Conn,
    station: StationId,
    atoms: &[AtomId],
    window: &Span,
    (now, except): (Timestamp, Option<ReservationId>),
) -> Result<Vec<Claim>, Fault> {
    // One range of the primary key for each atom, all in one statement.
    let rows: Vec<(ReservationId, Row)> = on!(c, c => Fixed(claims::table
        .filter(claims::station_id.eq(station).and(claims::atom_id.eq_any(atoms)))
        .filter(claims::starts_at.gt(Ts(window.widened(LONGEST_USE).from)).and(claims::starts_at.lt(Ts(window.until))))
        .filter(claims::ends_at.gt(Ts(window.from)))
        .filter(claims::lapses_at.is_null().or(claims::lapses_at.gt(Ts(now))))
        .order((claims::atom_id, claims::starts_at, claims::unit))
        .select((
            claims::reservation_id,
            (claims::atom_id, claims::unit, claims::starts_at, claims::ends_at, claims::gap_before, claims::gap_after),
        )))
        .load(c))?;
    Ok(rows.into_iter().filter(|(id, _)| Some(*id) != except).filter_map(|(_, row)| to_claim(row)).collect())
}

/// The reservations of a venue around `span` whose claims have lapsed. One range of the primary key per atom.
pub(super) fn lapsed(
    c: &mut Conn,
    station: StationId,
    venue: VenueId,
    span: &Span,
    now: Timestamp,
) -> Result<Vec<ReservationId>, Fault> {
    let of_venue: Vec<AtomId> = on!(c, c => atoms::table
        .filter(atoms::station_id.eq(station).and(atoms::venue_id.eq(venue)))
        .select(atoms::id)
        .load(c))?;
    let mut found = vec![];
    for atom in of_venue {
        let ids: Vec<ReservationId> = on!(c, c => claims::table
            .filter(claims::station_id.eq(station).and(claims::atom_id.eq(atom)))
            .filter(claims::starts_at.gt(Ts(span.widened(LONGEST_USE).from)).and(claims::starts_at.lt(Ts(span.until))))
            .filter(claims::ends_at.gt(Ts(span.from)).and(claims::lapses_at.le(Ts(now))))
            .select(claims::reservation_id)
            .load(c))?;
        found.extend(ids);
    }
    Ok(found)
}

/// The units of one reservation.
pub fn units_of(c: &mut Conn, station: StationId, id: ReservationId) -> Result<Vec<Unit>, Fault> {
    let rows: Vec<(i32, i16)> = on!(c, c => claims::table
        .filter(claims::station_id.eq(station).and(claims::reservation_id.eq(id)))
        .order((claims::atom_id, claims::unit))
        .select((claims::atom_id, claims::unit))
        .load(c))?;
    Ok(rows.into_iter().map(|(atom, unit)| Unit { atom, unit }).collect())
}

/// Takes the units. If one of its cells belongs to somebody else, the database refuses ([`Fault::AlreadyThere`]).
/// Cells are claimed in sorted order, so two callers cannot wait for each other.
pub fn claim(c: &mut Conn, station: StationId, id: ReservationId, b: &Booking) -> Result<(), Fault> {
    let mut units = b.units.clone();
    units.sort_unstable();
    let gap = |minutes: i32| i16::try_from(minutes).unwrap_or(i16::MAX);
    for u in units {
        let row = (
            (claims::station_id.eq(station), claims::atom_id.eq(u.atom), claims::unit.eq(u.unit)),
            (claims::starts_at.eq(Ts(b.span.from)), claims::ends_at.eq(Ts(b.span.until))),
            (claims::gap_before.eq(gap(b.before)), claims::gap_after.eq(gap(b.after))),
            (claims::reservation_id.eq(id), claims::lapses_at.eq(b.lapses_at.map(Ts))),
        );
        on!(c, c => diesel::insert_into(claims::table).values(row).execute(c))?;
        let rows: Vec<_> = cells(&b.span)
            .map(|cell| {
                (
                    cell_rows::station_id.eq(station),
                    cell_rows::atom_id.eq(u.atom),
                    cell_rows::unit.eq(u.unit),
                    cell_rows::cell.eq(cell),
                    cell_rows::reservation_id.eq(id),
                )
            })
            .collect();
        on!(c, c => diesel::insert_into(cell_rows::table).values(&rows).execute(c))?;
    }
    Ok(())
}

/// Gives back all units of a reservation.
pub fn release(c: &mut Conn, station: StationId, id: ReservationId) -> Result<(), Fault> {
    for (atom, unit, from, until) in rows_of(c, station, id)? {
        let Some(span) = Span::new(from.0, until.0) else { continue };
        free(c, station, Unit { atom, unit }, &span)?;
    }
    let mine = claims::table.filter(claims::station_id.eq(station).and(claims::reservation_id.eq(id)));
    on!(c, c => diesel::delete(mine).execute(c))?;
    Ok(())
}

fn rows_of(c: &mut Conn, station: StationId, id: ReservationId) -> Result<Vec<(i32, i16, Ts, Ts)>, Fault> {
    Ok(on!(c, c => claims::table
        .filter(claims::station_id.eq(station).and(claims::reservation_id.eq(id)))
        .order((claims::atom_id, claims::unit))
        .select((claims::atom_id, claims::unit, claims::starts_at, claims::ends_at))
        .load(c))?)
}

/// Frees the cells of one unit inside `span`. The unit's claim is the caller's to delete or to shorten.
pub fn free(c: &mut Conn, station: StationId, unit: Unit, span: &Span) -> Result<(), Fault> {
    let range = cells(span);
    let mine = cell_rows::table
        .filter(cell_rows::station_id.eq(station).and(cell_rows::atom_id.eq(unit.atom)))
        .filter(cell_rows::unit.eq(unit.unit))
        .filter(cell_rows::cell.ge(range.start).and(cell_rows::cell.lt(range.end)));
    on!(c, c => diesel::delete(mine).execute(c))?;
    Ok(())
}

/// Keeps a claim's lapse in step with its reservation's.
pub(super) fn set_lapse(
    c: &mut Conn,
    station: StationId,
    id: ReservationId,
    lapses_at: Option<Timestamp>,
) -> Result<(), Fault> {
    let mine = claims::table.filter(claims::station_id.eq(station).and(claims::reservation_id.eq(id)));
    on!(c, c => diesel::update(mine).set(claims::lapses_at.eq(lapses_at.map(Ts))).execute(c))?;
    Ok(())
}

/// Shortens a reservation's claims to end at `until` and frees the cells after it.
pub(super) fn cut_at(c: &mut Conn, station: StationId, id: ReservationId, until: Timestamp) -> Result<(), Fault> {
    for (atom, unit, from, ends) in rows_of(c, station, id)? {
        if let Some(rest) = Span::new(until.max(from.0), ends.0) {
            free(c, station, Unit { atom, unit }, &rest)?;
        }
    }
    let mine = claims::table.filter(claims::station_id.eq(station).and(claims::reservation_id.eq(id)));
    on!(c, c => diesel::update(mine).set(claims::ends_at.eq(Ts(until))).execute(c))?;
    Ok(())
}
