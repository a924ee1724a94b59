//! Who asked to take what down.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::NoticeId;
use crate::rules::{Down, Ended};
use crate::schema::notice_downs as d;

type Row = (NoticeId, i32, String, StaffId, Ts, i16, Option<StaffId>, Option<Ts>);

macro_rules! columns {
    () => {
        (d::notice_id, d::nr, d::why, d::asked_by, d::asked_at, d::ended, d::ended_by, d::ended_at)
    };
}

fn to_down((id, nr, why, asked_by, asked_at, ended, ended_by, ended_at): Row) -> Result<Down, Fault> {
    let ended = Ended::of(ended).ok_or_else(|| Fault::broken(format!("notice {id} was asked to go to nowhere")))?;
    Ok(Down { nr, why, asked_by, asked_at: asked_at.0, ended, ended_by, ended_at: ended_at.map(|at| at.0) })
}

pub fn insert(c: &mut Conn, station: StationId, id: NoticeId, one: &Down) -> Result<(), Fault> {
    let row = (
        (d::station_id.eq(station), d::notice_id.eq(id), d::nr.eq(one.nr), d::why.eq(&one.why)),
        (d::asked_by.eq(one.asked_by), d::asked_at.eq(Ts(one.asked_at)), d::ended.eq(one.ended as i16)),
        (d::ended_by.eq(one.ended_by), d::ended_at.eq(one.ended_at.map(Ts))),
    );
    on!(c, c => diesel::insert_into(d::table).values(row).execute(c))?;
    Ok(())
}

pub fn end(
    c: &mut Conn,
    station: StationId,
    (id, nr): (NoticeId, i32),
    ended: Ended,
    (by, at): (StaffId, Timestamp),
) -> Result<(), Fault> {
    let set = (d::ended.eq(ended as i16), d::ended_by.eq(Some(by)), d::ended_at.eq(Some(Ts(at))));
    on!(c, c => diesel::update(d::table.find((station, id, nr))).set(set).execute(c))?;
    Ok(())
}

/// What was asked about a notice, the last first.
pub fn of_notice(c: &mut Conn, station: StationId, id: NoticeId) -> Result<Vec<Down>, Fault> {
    let rows: Vec<Row> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::notice_id.eq(id)))
        .order(d::nr.desc())
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_down).collect()
}

/// What waits for a second person, the oldest first.
pub fn open(c: &mut Conn, station: StationId) -> Result<Vec<(NoticeId, Down)>, Fault> {
    let rows: Vec<Row> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::ended.eq(Ended::Open as i16)))
        .order((d::asked_at, d::notice_id))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(|row| Ok((row.0, to_down(row)?))).collect()
}
