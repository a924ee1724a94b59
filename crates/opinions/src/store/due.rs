//! What time decides.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

use crate::OpinionId;
use crate::schema::opinions as o;

type Keys = Vec<(StationId, OpinionId)>;

/// How many have come to a station since an instant.
pub fn received_since(c: &mut Conn, station: StationId, since: Timestamp) -> Result<i64, Fault> {
    let recent = o::table.filter(o::station_id.eq(station).and(o::received_at.gt(Ts(since))));
    Ok(on!(c, c => recent.count().get_result(c))?)
}

/// Answers without an echo since before a day, of all stations, after a key.
pub fn answered_before(
    c: &mut Conn,
    day: Date,
    (station, after): (StationId, OpinionId),
    most: i64,
) -> Result<Keys, Fault> {
    Ok(on!(c, c => o::table
        .filter(o::state.eq(Lit::<4>).and(o::answered_on.lt(On(day))))
        .filter(o::station_id.gt(station).or(o::station_id.eq(station).and(o::id.gt(after))))
        .order((o::station_id, o::id))
        .limit(most)
        .select((o::station_id, o::id))
        .load(c))?)
}

/// Those that ended before an instant, or came before another, and of which there may be a number still.
pub fn old_with_contact(c: &mut Conn, (ended, came): (Timestamp, Timestamp), most: i64) -> Result<Keys, Fault> {
    Ok(on!(c, c => o::table
        .filter(o::has_contact)
        .filter(o::ended_at.le(Ts(ended)).or(o::received_at.le(Ts(came)).nullable()))
        .order((o::station_id, o::id))
        .limit(most)
        .select((o::station_id, o::id))
        .load(c))?)
}

/// Those of a station that came before an instant and have not ended, after a key.
pub fn open_before(
    c: &mut Conn,
    station: StationId,
    (before, after): (Timestamp, OpinionId),
    most: i64,
) -> Result<Vec<OpinionId>, Fault> {
    Ok(on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::ended_at.is_null()))
        .filter(o::received_at.le(Ts(before)).and(o::id.gt(after)))
        .order(o::id)
        .limit(most)
        .select(o::id)
        .load(c))?)
}

/// Those of a station that ended before an instant.
pub fn ended_before(c: &mut Conn, station: StationId, before: Timestamp, most: i64) -> Result<Vec<OpinionId>, Fault> {
    Ok(on!(c, c => o::table
        .filter(o::station_id.eq(station))
        .filter(o::ended_at.is_not_null().and(o::ended_at.le(Ts(before))))
        .order(o::id)
        .limit(most)
        .select(o::id)
        .load(c))?)
}
