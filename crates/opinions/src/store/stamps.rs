//! Stamps that were used.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

use crate::schema::opinion_stamps as s;

/// Uses a stamp up. Whether it was good until now.
pub fn take(c: &mut Conn, station: StationId, stamp: &[u8], until: Timestamp) -> Result<bool, Fault> {
    let row = (s::station_id.eq(station), s::stamp.eq(stamp), s::until.eq(Ts(until)));
    Ok(on!(c, c => diesel::insert_into(s::table).values(row).on_conflict_do_nothing().execute(c))? == 1)
}

/// Forgets those whose challenge is good no more anyway.
pub fn forget(c: &mut Conn, now: Timestamp) -> Result<(), Fault> {
    on!(c, c => diesel::delete(s::table.filter(s::until.lt(Ts(now)))).execute(c))?;
    Ok(())
}
