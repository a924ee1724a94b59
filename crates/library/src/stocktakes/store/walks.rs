//! Walks along the shelves.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold, on};
use people::StaffId;

use crate::StocktakeId;
use crate::schema::{library_shelves as sh, stocktakes as w};
use crate::stocktakes::rules::Stocktake;

type Row = (StocktakeId, Option<i32>, Ts, StaffId, Option<Ts>);

macro_rules! columns {
    () => {
        (w::id, w::shelf, w::begun_at, w::begun_by, w::ended_at)
    };
}

fn to_walk((id, shelf, begun_at, begun_by, ended_at): Row) -> Stocktake {
    Stocktake { id, shelf, begun_at: begun_at.0, begun_by, ended_at: ended_at.map(|at| at.0) }
}

/// Whoever begins a walk holds the shelves: so no two begin along the same one.
pub fn hold_shelves(c: &mut Conn, station: StationId) -> Result<Vec<i32>, Fault> {
    hold!(c, sh::table.filter(sh::station_id.eq(station)).order(sh::id).select(sh::id))?;
    Ok(on!(c, c => sh::table.filter(sh::station_id.eq(station)).order(sh::id).select(sh::id).load(c))?)
}

pub fn insert(c: &mut Conn, station: StationId, one: &Stocktake) -> Result<(), Fault> {
    let row = (
        (w::station_id.eq(station), w::id.eq(one.id), w::shelf.eq(one.shelf)),
        (w::begun_at.eq(Ts(one.begun_at)), w::begun_by.eq(one.begun_by), w::ended_at.eq(one.ended_at.map(Ts))),
    );
    on!(c, c => diesel::insert_into(w::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: StocktakeId) -> Result<Stocktake, Fault> {
    Ok(to_walk(on!(c, c => w::table.find((station, id)).select(columns!()).first::<Row>(c))?))
}

/// The same, and nobody else scans or ends it until the transaction ends.
pub fn held(c: &mut Conn, station: StationId, id: StocktakeId) -> Result<Stocktake, Fault> {
    hold!(c, w::table.find((station, id)).select(w::id))?;
    by_id(c, station, id)
}

/// Those that run, the oldest first.
pub fn open(c: &mut Conn, station: StationId) -> Result<Vec<Stocktake>, Fault> {
    let rows: Vec<Row> = on!(c, c => w::table
        .filter(w::station_id.eq(station).and(w::ended_at.is_null()))
        .order((w::begun_at, w::id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_walk).collect())
}

/// The last that are over, the last first.
pub fn ended(c: &mut Conn, station: StationId, most: i64) -> Result<Vec<Stocktake>, Fault> {
    let rows: Vec<Row> = on!(c, c => w::table
        .filter(w::station_id.eq(station).and(w::ended_at.is_not_null()))
        .order((w::ended_at.desc(), w::id.desc()))
        .limit(most)
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_walk).collect())
}

pub fn end(c: &mut Conn, station: StationId, id: StocktakeId, at: Timestamp) -> Result<(), Fault> {
    let set = w::ended_at.eq(Some(Ts(at)));
    on!(c, c => diesel::update(w::table.find((station, id))).set(set).execute(c))?;
    Ok(())
}

pub fn remove(c: &mut Conn, station: StationId, id: StocktakeId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(w::table.find((station, id))).execute(c))?;
    Ok(())
}
