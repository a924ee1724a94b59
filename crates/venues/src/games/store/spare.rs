//! When people can play, and whom one has told of a game today.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::games::rules::Weekly;
use crate::games::schema::{game_tellings as t, spare_times as s};
use kernel::db::Conn;
use kernel::db::types::{Id, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// A stretch of the week in which somebody can play something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spare {
    pub id: Id,
    pub station: StationId,
    pub person: PersonId,
    pub activity: String,
    pub weekly: Weekly,
}

type Columns = (Id, StationId, PersonId, String, i16, i16, i16, On);

macro_rules! columns {
    () => {
        (s::id, s::station_id, s::person_id, s::activity, s::weekday, s::from_minute, s::until_minute, s::ends_on)
    };
}

fn to_spare((id, station, person, activity, weekday, from, until, ends_on): Columns) -> Spare {
    Spare { id, station, person, activity, weekly: Weekly { weekday, from, until, ends_on: ends_on.0 } }
}

pub fn insert(c: &mut Conn, spare: &Spare, now: Timestamp) -> Result<(), Fault> {
    let w = spare.weekly;
    let row = (
        (s::station_id.eq(spare.station), s::id.eq(spare.id), s::person_id.eq(spare.person)),
        (s::activity.eq(&spare.activity), s::weekday.eq(w.weekday), s::from_minute.eq(w.from)),
        (s::until_minute.eq(w.until), s::ends_on.eq(On(w.ends_on)), s::made_at.eq(Ts(now))),
    );
    on!(c, c => diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

/// A person's own times at a station, by weekday.
pub fn of_person(c: &mut Conn, station: StationId, person: PersonId) -> Result<Vec<Spare>, Fault> {
    let rows: Vec<Columns> = on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::person_id.eq(person)))
        .order((s::weekday, s::from_minute, s::id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_spare).collect())
}

/// A person's own times everywhere.
pub fn spare_of(c: &mut Conn, person: PersonId) -> Result<Vec<Spare>, Fault> {
    let rows: Vec<Columns> =
        on!(c, c => s::table.filter(s::person_id.eq(person)).order(s::id).select(columns!()).load(c))?;
    Ok(rows.into_iter().map(to_spare).collect())
}

/// Who can do `activity` on that weekday and has not let it run out, except `person`.
pub fn others(
    c: &mut Conn,
    station: StationId,
    activity: &str,
    (weekday, on): (i16, Date),
) -> Result<Vec<Spare>, Fault> {
    let rows: Vec<Columns> = on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::activity.eq(activity)).and(s::weekday.eq(weekday)))
        .filter(s::ends_on.ge(On(on)))
        .order((s::made_at, s::id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_spare).collect())
}

/// Lets a person's time last until `ends_on`. `NotFound` if it is not theirs.
pub fn renew(c: &mut Conn, station: StationId, person: PersonId, id: Id, ends_on: Date) -> Result<(), Fault> {
    let one = s::table.filter(s::station_id.eq(station).and(s::id.eq(id)).and(s::person_id.eq(person)));
    match on!(c, c => diesel::update(one).set(s::ends_on.eq(On(ends_on))).execute(c))? {
        0 => Err(Fault::NotFound),
        _ => Ok(()),
    }
}

pub fn end(c: &mut Conn, station: StationId, person: PersonId, id: Id) -> Result<(), Fault> {
    let one = s::table.filter(s::station_id.eq(station).and(s::id.eq(id)).and(s::person_id.eq(person)));
    on!(c, c => diesel::delete(one).execute(c))?;
    Ok(())
}

/// Whether the person may be told of a game on the day `on`: once.
pub fn tell_once(c: &mut Conn, station: StationId, person: PersonId, on: Date) -> Result<bool, Fault> {
    let row = (t::station_id.eq(station), t::person_id.eq(person), t::told_on.eq(On(on)));
    Ok(on!(c, c => diesel::insert_into(t::table).values(row).on_conflict_do_nothing().execute(c))? == 1)
}
