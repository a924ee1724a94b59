//! Field trips to a village that officials have declared.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::rules::{OfficialId, Presence};
use crate::schema::presences as p;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trip {
    pub station: StationId,
    pub official: OfficialId,
    /// The declaration's.
    pub number: i32,
    pub village: i64,
    pub from: Timestamp,
    pub back: Timestamp,
    pub declared_at: Timestamp,
}

/// Up to `most` trips of all stations with a village and a return that were declared at `since` or later, the oldest first.
pub fn since(c: &mut Conn, since: Timestamp, most: i64) -> Result<Vec<Trip>, Fault> {
    type Row = (StationId, OfficialId, i32, Option<i64>, Ts, Option<Ts>, Ts);
    let rows: Vec<Row> = on!(c, c => p::table
        .filter(p::village.is_not_null().and(p::declared_at.ge(Ts(since))))
        .filter(p::state.eq(Presence::Field as i16).and(p::back_at.is_not_null()))
        .order((p::declared_at, p::station_id, p::official_id, p::number))
        .limit(most)
        .select((p::station_id, p::official_id, p::number, p::village, p::from_at, p::back_at, p::declared_at))
        .load(c))?;
    let trip = |(station, official, number, village, from, back, declared_at): Row| {
        let (village, back) = village.zip(back)?;
        Some(Trip { station, official, number, village, from: from.0, back: back.0, declared_at: declared_at.0 })
    };
    Ok(rows.into_iter().filter_map(trip).collect())
}
