//! Promises: one row each, ended once.
use diesel::prelude::*;
use jiff::Timestamp;

use super::rules::{Ending, Kind, Promise, PromiseId};
use super::schema::promises as p;
use crate::reach::{About, Reached};
use crate::rules::OfficialId;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

type Row = (PromiseId, (i16, Id, i16), Option<OfficialId>, (Ts, Ts), (i16, Option<Ts>), Option<PromiseId>, i16);

macro_rules! columns {
    () => {
        (
            p::id,
            (p::about_kind, p::about_id, p::kind),
            p::official_id,
            (p::due_at, p::made_at),
            (p::ending, p::ended_at),
            p::next_id,
            p::reached,
        )
    };
}

fn to_promise(row: Row) -> Result<Promise, Fault> {
    let (id, (about_kind, about_id, kind), official, (due_at, made_at), (ending, ended_at), next, reached) = row;
    let odd = || Fault::broken(format!("promise {id} has a row that makes no sense; run `yizhan check`"));
    Ok(Promise {
        id,
        about: About::of(about_kind, about_id).ok_or_else(odd)?,
        kind: Kind::of(kind).ok_or_else(odd)?,
        official,
        due_at: due_at.0,
        made_at: made_at.0,
        ended: Ending::of(ending).zip(ended_at.map(|at| at.0)),
        next,
        reached: Reached::of(reached).ok_or_else(odd)?,
    })
}

fn all(rows: Vec<Row>) -> Result<Vec<Promise>, Fault> {
    rows.into_iter().map(to_promise).collect()
}

pub fn insert(c: &mut Conn, station: StationId, new: &Promise) -> Result<(), Fault> {
    let row = (
        (p::station_id.eq(station), p::id.eq(new.id), p::about_kind.eq(new.about.kind())),
        (p::about_id.eq(new.about.id()), p::kind.eq(new.kind as i16), p::official_id.eq(new.official)),
        (p::due_at.eq(Ts(new.due_at)), p::made_at.eq(Ts(new.made_at))),
        (p::ending.eq(0), p::reached.eq(new.reached as i16)),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

/// Ends an open promise; `false` if it has ended already.
pub fn end(
    c: &mut Conn,
    station: StationId,
    id: PromiseId,
    (ending, reached): (Ending, Reached),
    now: Timestamp,
) -> Result<bool, Fault> {
    let open = p::table.find((station, id)).filter(p::ending.eq(Lit::<0>));
    let set = (p::ending.eq(ending as i16), p::ended_at.eq(Ts(now)), p::reached.eq(reached as i16));
    Ok(on!(c, c => diesel::update(open).set(set).execute(c))? > 0)
}

/// Opens a promise again that ended by a slip of the hand; `false` if it is open.
pub fn reopen(c: &mut Conn, station: StationId, id: PromiseId) -> Result<bool, Fault> {
    let ended = p::table.find((station, id)).filter(p::ending.ne(Lit::<0>));
    let set = (p::ending.eq(0_i16), p::ended_at.eq(None::<Ts>));
    Ok(on!(c, c => diesel::update(ended).set(set).execute(c))? > 0)
}

/// Says which promise took the place of one that was revised.
pub fn point(c: &mut Conn, station: StationId, id: PromiseId, next: PromiseId) -> Result<(), Fault> {
    on!(c, c => diesel::update(p::table.find((station, id))).set(p::next_id.eq(next)).execute(c))?;
    Ok(())
}

/// Everything that was promised about a thing, the oldest first.
pub fn about(c: &mut Conn, station: StationId, about: About) -> Result<Vec<Promise>, Fault> {
    let rows: Vec<Row> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::about_id.eq(about.id())).and(p::about_kind.eq(about.kind())))
        .order((p::made_at, p::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// What is promised about a thing and has not ended.
pub fn open_about(c: &mut Conn, station: StationId, about: About) -> Result<Vec<Promise>, Fault> {
    let rows: Vec<Row> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::about_id.eq(about.id())).and(p::about_kind.eq(about.kind())))
        .filter(p::ending.eq(Lit::<0>))
        .order((p::due_at, p::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// The open promises for which an official has to be there, from `from` up to, not including, `until`; the first first.
pub fn open_of_official(
    c: &mut Conn,
    station: StationId,
    official: OfficialId,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<Promise>, Fault> {
    let rows: Vec<Row> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::official_id.eq(official)).and(p::ending.eq(Lit::<0>)))
        .filter(p::due_at.ge(Ts(from)).and(p::due_at.lt(Ts(until))))
        .order((p::due_at, p::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// All open promises of a station, the first first.
pub fn open_of_station(c: &mut Conn, station: StationId) -> Result<Vec<Promise>, Fault> {
    let rows: Vec<Row> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::ending.eq(Lit::<0>)))
        .order((p::due_at, p::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// Up to `most` open promises of all stations whose time was before `at`; the oldest first.
pub fn due(c: &mut Conn, at: Timestamp, most: i64) -> Result<Vec<(StationId, Promise)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => p::table
        .filter(p::ending.eq(Lit::<0>).and(p::due_at.lt(Ts(at))))
        .order((p::due_at, p::station_id, p::id))
        .limit(most)
        .select((p::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_promise(row)?))).collect()
}
