//! One row for a station that has a lounge.
use diesel::prelude::*;

use super::rules::Lounge;
use super::schema::lounges as l;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold as hold_rows, on};

pub fn lounge(c: &mut Conn, station: StationId) -> Result<Option<Lounge>, Fault> {
    let row: Option<(i32, i32, Ts)> =
        on!(c, c => l::table.find(station).select((l::seats, l::taken, l::seen_at)).first(c).optional())?;
    Ok(row.map(|(seats, taken, seen_at)| Lounge { seats, taken, seen_at: seen_at.0 }))
}

/// The same, and nobody else counts until the transaction ends.
pub fn held(c: &mut Conn, station: StationId) -> Result<Option<Lounge>, Fault> {
    hold_rows!(c, l::table.find(station).select(l::station_id))?;
    lounge(c, station)
}

pub fn set(c: &mut Conn, station: StationId, lounge: &Lounge) -> Result<(), Fault> {
    let all = (l::seats.eq(lounge.seats), l::taken.eq(lounge.taken), l::seen_at.eq(Ts(lounge.seen_at)));
    on!(c, c => diesel::insert_into(l::table)
        .values((l::station_id.eq(station), all))
        .on_conflict(l::station_id)
        .do_update()
        .set(all)
        .execute(c))?;
    Ok(())
}

pub fn remove(c: &mut Conn, station: StationId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(l::table.find(station)).execute(c))?;
    Ok(())
}
