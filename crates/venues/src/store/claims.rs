//! Who has which unit: claims to read by, cells that make overlap impossible.
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Integer, SmallInt};
use jiff::{SignedDuration, Timestamp};

use crate::ReservationId;
use crate::rules::{AtomId, Booking, Claim, LONGEST, Span, Unit, cells};
use crate::schema::{cells as cell_rows, claims};
use kernel::db::literal::Fixed;
use kernel::db::types::{StationId, Ts, Uid};
use kernel::db::{Conn, SqlText};
use kernel::fault::Fault;
use kernel::on;

/// No use is longer than this, so one that touches a window starts at most this long before it. Without this lower bound an
/// index on starts would be walked from the beginning of time.
pub(super) const LONGEST_USE: SignedDuration = SignedDuration::from_mins(LONGEST as i64);

/// A claim, whose it is and when it lapses.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub of: ReservationId,
    pub claim: Claim,
    pub lapses_at: Option<Timestamp>,
}

impl Held {
    pub fn has_lapsed(&self, now: Timestamp) -> bool {
        self.lapses_at.is_some_and(|at| at <= now)
    }
}

type Row = ((i32, i16, Ts, Ts, i16, i16), ReservationId, Option<Ts>);

fn to_held(((atom, unit, from, until, before, after), of, lapses_at): Row) -> Option<Held> {
    let span = Span::new(from.0, until.0)?;
    let claim = Claim { unit: Unit { atom, unit }, span, before: before.into(), after: after.into() };
    Some(Held { of, claim, lapses_at: lapses_at.map(|t| t.0) })
}

macro_rules! columns {
    () => {
        (
            (claims::atom_id, claims::unit, claims::starts_at, claims::ends_at, claims::gap_before, claims::gap_after),
            claims::reservation_id,
            claims::lapses_at,
        )
    };
}

macro_rules! touching {
    ($of:expr, $window:expr) => {
        claims::table
            .filter($of)
            .filter(claims::starts_at.gt(Ts($window.widened(LONGEST_USE).from)))
            .filter(claims::starts_at.lt(Ts($window.until)).and(claims::ends_at.gt(Ts($window.from))))
    };
}

/// All claims on `atoms` that touch `window`, lapsed ones too: a range of the primary key for each atom, in one statement.
pub(super) fn touching(c: &mut Conn, station: StationId, atoms: &[AtomId], window: &Span) -> Result<Vec<Held>, Fault> {
    let at = claims::station_id.eq(station);
    let rows: Vec<Row> = match atoms {
        [] => vec![],
        // Of most rooms. The text of this one is known beforehand; that of the other varies with the number of atoms.
        [atom] => on!(c, c => touching!(at.and(claims::atom_id.eq(*atom)), window).select(columns!()).load(c))?,
        several => {
            on!(c, c => Fixed(touching!(at.and(claims::atom_id.eq_any(several)), window).select(columns!())).load(c))?
        }
    };
    Ok(rows.into_iter().filter_map(to_held).collect())
}

/// The claims that touch `window` and hold at `now` on any of `atoms` at any of `stations`.
pub(super) fn claims_at(
    c: &mut Conn,
    stations: &[StationId],
    atoms: &[AtomId],
    window: &Span,
    now: Timestamp,
) -> Result<Vec<(StationId, Claim)>, Fault> {
    let of = claims::station_id.eq_any(stations).and(claims::atom_id.eq_any(atoms));
    let rows: Vec<(StationId, Row)> =
        on!(c, c => touching!(of, window).select((claims::station_id, columns!())).load(c))?;
    let held = rows.into_iter().filter_map(|(station, row)| Some((station, to_held(row)?)));
    Ok(held.filter(|(_, held)| !held.has_lapsed(now)).map(|(station, held)| (station, held.claim)).collect())
}

/// The claims on `atoms` that touch `window` and hold at `now`.
pub fn claims_of(
    c: &mut Conn,
    station: StationId,
    atoms: &[AtomId],
    window: &Span,
    now: Timestamp,
) -> Result<Vec<Claim>, Fault> {
    Ok(that_hold(&touching(c, station, atoms, window)?, (now, None)))
}

/// Whose claims on `atoms` touch `window` and hold at `now`.
pub fn holders(
    c: &mut Conn,
    station: StationId,
    atoms: &[AtomId],
    window: &Span,
    now: Timestamp,
) -> Result<Vec<(ReservationId, Claim)>, Fault> {
    let all = touching(c, station, atoms, window)?;
    Ok(all.into_iter().filter(|h| !h.has_lapsed(now)).map(|h| (h.of, h.claim)).collect())
}

/// The claims that hold at `now`; those of `except` are left out (it is being moved).
pub(super) fn that_hold(all: &[Held], (now, except): (Timestamp, Option<ReservationId>)) -> Vec<Claim> {
    all.iter().filter(|h| !h.has_lapsed(now) && Some(h.of) != except).map(|h| h.claim).collect()
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
        take_cells(c, station, u, (id, &b.span))?;
    }
    Ok(())
}

/// The cells of one unit, in their order. The database counts them: so the statement is always the same and stays prepared.
const TAKE_CELLS: &str = "\
    with recursive taken (cell) as (select $4 union all select cell + 1 from taken where cell + 1 < $5) \
    insert into cells (station_id, atom_id, unit, cell, reservation_id) select $1, $2, $3, cell, $6 from taken";

pub fn take_cells(c: &mut Conn, station: StationId, u: Unit, (id, span): (ReservationId, &Span)) -> Result<(), Fault> {
    let range = cells(span);
    on!(c, c => Fixed(
        sql_query(c.sql(TAKE_CELLS))
            .bind::<BigInt, _>(station)
            .bind::<Integer, _>(u.atom)
            .bind::<SmallInt, _>(u.unit)
            .bind::<Integer, _>(range.start)
            .bind::<Integer, _>(range.end)
            .bind::<Uid, _>(id)
    ).execute(c))?;
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
