//! What somebody has read, of those who want such a list.
use diesel::prelude::*;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{Id, On, StationId};
use kernel::fault::Fault;
use kernel::{hold, on};
use people::PersonId;

use crate::TitleId;
use crate::schema::{library_settings as s, reading_history as y};

/// One thing that somebody had, from when until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    pub station: StationId,
    pub title: TitleId,
    pub lent_on: Date,
    pub returned_on: Date,
}

/// Until the transaction ends nobody else decides whether the station offers lists.
pub fn hold_offer(c: &mut Conn, station: StationId) -> Result<(), Fault> {
    Ok(hold!(c, s::table.find(station).select(s::station_id))?)
}

pub fn add(c: &mut Conn, id: Id, person: PersonId, new: &Kept) -> Result<(), Fault> {
    let row = (
        (y::station_id.eq(new.station), y::id.eq(id), y::person_id.eq(person), y::title_id.eq(new.title)),
        (y::lent_on.eq(On(new.lent_on)), y::returned_on.eq(On(new.returned_on))),
    );
    on!(c, c => diesel::insert_into(y::table).values(row).execute(c))?;
    Ok(())
}

/// Everywhere, the newest first.
pub fn of_person(c: &mut Conn, person: PersonId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<(StationId, TitleId, On, On)> = on!(c, c => y::table
        .filter(y::person_id.eq(person))
        .order((y::returned_on.desc(), y::id.desc()))
        .select((y::station_id, y::title_id, y::lent_on, y::returned_on))
        .load(c))?;
    let to = |(station, title, lent_on, returned_on): (StationId, TitleId, On, On)| Kept {
        station,
        title,
        lent_on: lent_on.0,
        returned_on: returned_on.0,
    };
    Ok(rows.into_iter().map(to).collect())
}

/// The list of one reader at one station.
pub fn erase(c: &mut Conn, station: StationId, person: PersonId) -> Result<(), Fault> {
    let theirs = y::table.filter(y::person_id.eq(person).and(y::station_id.eq(station)));
    on!(c, c => diesel::delete(theirs).execute(c))?;
    Ok(())
}

/// All lists of a station: it offers none any more.
pub fn erase_all(c: &mut Conn, station: StationId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(y::table.filter(y::station_id.eq(station))).execute(c))?;
    Ok(())
}

pub fn forget_person(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(y::table.filter(y::person_id.eq(person))).execute(c))?;
    Ok(())
}

/// Forgets up to `most` things that came back before a day. Returns how many.
pub fn forget_old(c: &mut Conn, before: Date, most: i64) -> Result<usize, Fault> {
    let old: Vec<(StationId, Id)> = on!(c, c => y::table
        .filter(y::returned_on.lt(On(before)))
        .limit(most)
        .select((y::station_id, y::id))
        .load(c))?;
    for key in &old {
        on!(c, c => diesel::delete(y::table.find(*key)).execute(c))?;
    }
    Ok(old.len())
}
