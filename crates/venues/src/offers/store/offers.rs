//! What is kept for whom, and what a closure has taken.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::offers::schema::{displaced as d, offers as o};
use crate::{ReservationId, WaitId};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// An offer's own row. How it stands, its reservation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    pub reservation: ReservationId,
    pub wait: Option<WaitId>,
    pub instead_of: Option<ReservationId>,
    /// Whether a yes only asks a manager.
    pub asks: bool,
    pub until_at: Timestamp,
    pub remind_at: Option<Timestamp>,
}

type Row = (ReservationId, Option<WaitId>, Option<ReservationId>, bool, Ts, Option<Ts>);

fn to_kept((reservation, wait, instead_of, asks, until_at, remind_at): Row) -> Kept {
    Kept { reservation, wait, instead_of, asks, until_at: until_at.0, remind_at: remind_at.map(|t| t.0) }
}

pub fn insert_offer(c: &mut Conn, station: StationId, new: &Kept, now: Timestamp) -> Result<(), Fault> {
    let row = (
        (o::station_id.eq(station), o::reservation_id.eq(new.reservation), o::wait_id.eq(new.wait)),
        (o::instead_of.eq(new.instead_of), o::asks.eq(new.asks), o::made_at.eq(Ts(now))),
        (o::until_at.eq(Ts(new.until_at)), o::remind_at.eq(new.remind_at.map(Ts))),
    );
    on!(c, c => diesel::insert_into(o::table).values(row).execute(c))?;
    Ok(())
}

pub fn offer_of(c: &mut Conn, station: StationId, id: ReservationId) -> Result<Option<Kept>, Fault> {
    let row: Option<Row> = on!(c, c => o::table
        .find((station, id))
        .select((o::reservation_id, o::wait_id, o::instead_of, o::asks, o::until_at, o::remind_at))
        .first(c)
        .optional())?;
    Ok(row.map(to_kept))
}

/// Up to `most` offers of any station of which somebody is to be reminded.
pub fn to_remind(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(StationId, ReservationId)>, Fault> {
    Ok(on!(c, c => o::table
        .filter(o::remind_at.le(Ts(now)))
        .order(o::remind_at)
        .limit(most)
        .select((o::station_id, o::reservation_id))
        .load(c))?)
}

/// Nobody is reminded of it (any more).
pub fn reminded(c: &mut Conn, station: StationId, id: ReservationId) -> Result<(), Fault> {
    on!(c, c => diesel::update(o::table.find((station, id))).set(o::remind_at.eq(None::<Ts>)).execute(c))?;
    Ok(())
}

/// A reservation that a closure took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Displaced {
    pub reservation: ReservationId,
    pub offer: Option<ReservationId>,
}

pub fn insert_displaced(c: &mut Conn, station: StationId, layer: Id, new: Displaced) -> Result<(), Fault> {
    let row = (
        d::station_id.eq(station),
        d::reservation_id.eq(new.reservation),
        d::layer_id.eq(layer),
        d::offer_id.eq(new.offer),
    );
    on!(c, c => diesel::insert_into(d::table).values(row).execute(c))?;
    Ok(())
}

/// Whom a closure has hit.
pub fn displaced_of(c: &mut Conn, station: StationId, layer: Id) -> Result<Vec<Displaced>, Fault> {
    let rows: Vec<(ReservationId, Option<ReservationId>)> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::layer_id.eq(layer)))
        .order(d::reservation_id)
        .select((d::reservation_id, d::offer_id))
        .load(c))?;
    Ok(rows.into_iter().map(|(reservation, offer)| Displaced { reservation, offer }).collect())
}
