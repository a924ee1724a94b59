//! What was scanned in a walk, and on which shelf it stood.
use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

use crate::rules::Stands;
use crate::schema::stocktake_seen as s;
use crate::{CopyId, StocktakeId};

/// Where and when a copy was seen last, and how it stood then.
pub type Sight = (i32, Timestamp, Stands);

fn to_sight((shelf, at, stood): (i32, Ts, i16)) -> Result<Sight, Fault> {
    let stood = Stands::of(stood).ok_or_else(|| Fault::broken("a copy was seen that stood as nothing stands"))?;
    Ok((shelf, at.0, stood))
}

pub fn one(c: &mut Conn, station: StationId, (walk, copy): (StocktakeId, CopyId)) -> Result<Option<Sight>, Fault> {
    let row: Option<(i32, Ts, i16)> = on!(c, c => s::table
        .find((station, walk, copy))
        .select((s::shelf, s::seen_at, s::stood))
        .first(c)
        .optional())?;
    row.map(to_sight).transpose()
}

/// Seen there, for the first time.
pub fn insert(
    c: &mut Conn,
    station: StationId,
    (walk, copy): (StocktakeId, CopyId),
    (shelf, at, stood): Sight,
) -> Result<(), Fault> {
    let row = (
        (s::station_id.eq(station), s::stocktake_id.eq(walk), s::copy_id.eq(copy)),
        (s::shelf.eq(shelf), s::seen_at.eq(Ts(at)), s::stood.eq(stood as i16)),
    );
    on!(c, c => diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

/// Seen again on another shelf, or otherwise than it stood: it was put there meanwhile.
pub fn set(
    c: &mut Conn,
    station: StationId,
    (walk, copy): (StocktakeId, CopyId),
    (shelf, at, stood): Sight,
) -> Result<(), Fault> {
    let set = (s::shelf.eq(shelf), s::seen_at.eq(Ts(at)), s::stood.eq(stood as i16));
    on!(c, c => diesel::update(s::table.find((station, walk, copy))).set(set).execute(c))?;
    Ok(())
}

pub fn of(c: &mut Conn, station: StationId, walk: StocktakeId) -> Result<BTreeMap<CopyId, Sight>, Fault> {
    let rows: Vec<(CopyId, (i32, Ts, i16))> = on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::stocktake_id.eq(walk)))
        .order(s::copy_id)
        .select((s::copy_id, (s::shelf, s::seen_at, s::stood)))
        .load(c))?;
    rows.into_iter().map(|(copy, sight)| Ok((copy, to_sight(sight)?))).collect()
}

pub fn count(c: &mut Conn, station: StationId, walk: StocktakeId) -> Result<i64, Fault> {
    let its = s::table.filter(s::station_id.eq(station).and(s::stocktake_id.eq(walk)));
    Ok(on!(c, c => its.count().get_result(c))?)
}

pub fn remove(c: &mut Conn, station: StationId, walk: StocktakeId) -> Result<(), Fault> {
    let its = s::table.filter(s::station_id.eq(station).and(s::stocktake_id.eq(walk)));
    on!(c, c => diesel::delete(its).execute(c))?;
    Ok(())
}
