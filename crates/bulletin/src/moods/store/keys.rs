//! The key of each notice, until when it lasts, and how many have voted this hour.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold as hold_rows, on};

use crate::NoticeId;
use crate::moods::rules::Hour;
use crate::moods::schema::mood_keys as t;

/// A row as it is kept.
#[derive(Debug, Clone)]
pub struct Key {
    /// Nothing once it is destroyed.
    pub sealed: Option<Vec<u8>>,
    pub closes: Timestamp,
    pub hour: Hour,
}

/// Keeps the key of a notice, unless it has one already or had one.
pub fn insert(
    c: &mut Conn,
    station: StationId,
    (notice, opened_on): (NoticeId, Date),
    (sealed, closes): (Vec<u8>, Timestamp),
    now: Timestamp,
) -> Result<(), Fault> {
    let row = (
        (t::station_id.eq(station), t::notice_id.eq(notice), t::key_sealed.eq(sealed), t::opened_on.eq(On(opened_on))),
        (t::closes_at.eq(Ts(closes)), t::hour_at.eq(Ts(now)), t::hour_voters.eq(0)),
    );
    on!(c, c => diesel::insert_into(t::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Nothing of a notice that was never published.
pub fn of(c: &mut Conn, station: StationId, notice: NoticeId) -> Result<Option<Key>, Fault> {
    let row: Option<(Option<Vec<u8>>, Ts, Ts, i32)> = on!(c, c => t::table
        .find((station, notice))
        .select((t::key_sealed, t::closes_at, t::hour_at, t::hour_voters))
        .first(c)
        .optional())?;
    Ok(row.map(|(sealed, closes, from, voters)| Key { sealed, closes: closes.0, hour: Hour { from: from.0, voters } }))
}

/// Whoever votes on a notice holds its key: one after the other.
pub fn hold(c: &mut Conn, station: StationId, notice: NoticeId) -> Result<Key, Fault> {
    let one = || t::table.filter(t::station_id.eq(station).and(t::notice_id.eq(notice)));
    hold_rows!(c, one().select(t::notice_id))?;
    of(c, station, notice)?.ok_or(Fault::NotFound)
}

pub fn set_hour(c: &mut Conn, station: StationId, notice: NoticeId, hour: Hour) -> Result<(), Fault> {
    let set = (t::hour_at.eq(Ts(hour.from)), t::hour_voters.eq(hour.voters));
    on!(c, c => diesel::update(t::table.find((station, notice))).set(set).execute(c))?;
    Ok(())
}

/// Keys whose time is over and that are still there, the oldest first.
pub fn due(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(StationId, NoticeId)>, Fault> {
    Ok(on!(c, c => t::table
        .filter(t::key_sealed.is_not_null().and(t::closes_at.le(Ts(now))))
        .order((t::closes_at, t::station_id, t::notice_id))
        .limit(most)
        .select((t::station_id, t::notice_id))
        .load(c))?)
}

pub fn destroy(c: &mut Conn, station: StationId, notice: NoticeId, now: Timestamp) -> Result<(), Fault> {
    let gone = (t::key_sealed.eq(None::<Vec<u8>>), t::destroyed_at.eq(Some(Ts(now))));
    on!(c, c => diesel::update(t::table.find((station, notice))).set(gone).execute(c))?;
    Ok(())
}
