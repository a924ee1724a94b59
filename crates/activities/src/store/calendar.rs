//! Times of a station by when they are.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use super::occurrences::{Occurrence, Row, all, columns};
use crate::SeriesId;
use crate::rules::State;
use crate::schema::{activity_series as s, occurrences as o};
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// The times of a station that touch the stretch from `from` to `until`, in the order in which they start.
pub fn between(c: &mut Conn, station: StationId, from: Timestamp, until: Timestamp) -> Result<Vec<Occurrence>, Fault> {
    let rows: Vec<Row> = on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::starts_at.ge(Ts(from - LONGEST))).and(o::starts_at.lt(Ts(until))))
        .filter(o::ends_at.gt(Ts(from)))
        .order((o::starts_at, o::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// No time is longer: `rules::MOST_MINUTES`.
const LONGEST: SignedDuration = SignedDuration::from_mins(crate::rules::MOST_MINUTES as i64);

/// The next times of a station that are not over, at most so many of those that everybody is told of: `Seen::is_told`.
pub fn coming(c: &mut Conn, station: StationId, now: Timestamp, most: i64) -> Result<Vec<Occurrence>, Fault> {
    let rows: Vec<Row> = on!(c, c => o::table
        .inner_join(s::table.on(s::station_id.eq(o::station_id).and(s::id.eq(o::series_id))))
        .filter(o::station_id.eq(station).and(o::ends_at.gt(Ts(now))))
        .filter(o::state.eq(State::On as i16).or(o::reason.ne("").and(s::ended_at.is_null())))
        .order((o::starts_at, o::id))
        .limit(most)
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// The next times of a station that take place and are not over.
pub fn on_next(c: &mut Conn, station: StationId, now: Timestamp, most: i64) -> Result<Vec<Occurrence>, Fault> {
    let rows: Vec<Row> = on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::ends_at.gt(Ts(now))).and(o::state.eq(State::On as i16)))
        .order((o::starts_at, o::id))
        .limit(most)
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// The last times of a station that took place and are over, the newest first.
pub fn past(c: &mut Conn, station: StationId, now: Timestamp, most: i64) -> Result<Vec<Occurrence>, Fault> {
    let rows: Vec<Row> = on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::ends_at.le(Ts(now))).and(o::state.eq(State::On as i16)))
        .order((o::ends_at.desc(), o::id))
        .limit(most)
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// Times of all stations that start soon and hold a room: which of a series each is.
pub fn holding(c: &mut Conn, now: Timestamp, until: Timestamp) -> Result<Vec<(StationId, SeriesId)>, Fault> {
    Ok(on!(c, c => o::table
        .filter(o::reservation_id.is_not_null().and(o::starts_at.gt(Ts(now))).and(o::starts_at.lt(Ts(until))))
        .order((o::station_id, o::series_id))
        .select((o::station_id, o::series_id))
        .distinct()
        .load(c))?)
}
