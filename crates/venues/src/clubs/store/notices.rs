//! What members are told.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use crate::ClubId;
use crate::clubs::schema::club_notices as n;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::{on, outbox};

#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub id: Id,
    pub words: String,
    pub made_at: Timestamp,
    pub told_at: Option<Timestamp>,
}

type Columns = (Id, String, Ts, Option<Ts>);

fn to_notice((id, words, made_at, told_at): Columns) -> Notice {
    Notice { id, words, made_at: made_at.0, told_at: told_at.map(|t| t.0) }
}

/// Notes what shall be told at `due_at`.
pub fn insert_notice(
    c: &mut Conn,
    station: StationId,
    (club, id): (ClubId, Id),
    words: &str,
    (now, due_at): (Timestamp, Timestamp),
) -> Result<(), Fault> {
    let row = (
        (n::station_id.eq(station), n::id.eq(id), n::club_id.eq(club), n::words.eq(words)),
        (n::made_at.eq(Ts(now)), n::due_at.eq(Ts(due_at))),
    );
    on!(c, c => diesel::insert_into(n::table).values(row).execute(c))?;
    Ok(())
}

/// A club's notices, the newest first.
pub fn of_club(c: &mut Conn, station: StationId, club: ClubId) -> Result<Vec<Notice>, Fault> {
    let rows: Vec<Columns> = on!(c, c => n::table
        .filter(n::station_id.eq(station).and(n::club_id.eq(club)))
        .order((n::made_at.desc(), n::id.desc()))
        .select((n::id, n::words, n::made_at, n::told_at))
        .load(c))?;
    Ok(rows.into_iter().map(to_notice).collect())
}

/// When a club's notices were written.
pub fn lately(c: &mut Conn, station: StationId, club: ClubId) -> Result<Vec<Timestamp>, Fault> {
    Ok(of_club(c, station, club)?.into_iter().map(|notice| notice.made_at).collect())
}

/// Up to `most` notices of any station whose time to be told has come.
pub fn due(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(StationId, ClubId, Id)>, Fault> {
    Ok(on!(c, c => n::table
        .filter(n::told_at.is_null().and(n::due_at.le(Ts(now))))
        .order((n::station_id, n::club_id, n::id))
        .limit(most)
        .select((n::station_id, n::club_id, n::id))
        .load(c))?)
}

pub fn mark_told(c: &mut Conn, station: StationId, id: Id, now: Timestamp) -> Result<(), Fault> {
    on!(c, c => diesel::update(n::table.find((station, id))).set(n::told_at.eq(Some(Ts(now)))).execute(c))?;
    Ok(())
}

/// Forgets all notices of a club.
pub fn remove_of(c: &mut Conn, station: StationId, club: ClubId) -> Result<(), Fault> {
    let all = n::table.filter(n::station_id.eq(station).and(n::club_id.eq(club)));
    on!(c, c => diesel::delete(all).execute(c))?;
    Ok(())
}

/// As long as the messages that were written of them.
const KEPT: SignedDuration = outbox::KEPT;

/// Forgets up to `most` notices that are old. Returns how many.
pub fn forget_old(c: &mut Conn, now: Timestamp, most: i64) -> Result<usize, Fault> {
    let old: Vec<(StationId, Id)> = on!(c, c => n::table
        .filter(n::made_at.le(Ts(now - KEPT)))
        .limit(most)
        .select((n::station_id, n::id))
        .load(c))?;
    for key in &old {
        on!(c, c => diesel::delete(n::table.find(*key)).execute(c))?;
    }
    Ok(old.len())
}
