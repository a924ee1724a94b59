//! Days that were announced. One that was called off stays and says so.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::deputies::DayId;
use crate::deputies::rules::Day;
use crate::deputies::schema::reception_days as r;
use crate::rules::Name;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// A day as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: DayId,
    pub deputy: i32,
    pub day: Day,
    pub place: Name,
    /// Why it was called off.
    pub reason: String,
}

type Row = (DayId, i32, On, Ts, Ts, i16, String, String, Option<Ts>, String);

macro_rules! columns {
    () => {
        (
            r::id,
            r::deputy_id,
            r::on_day,
            r::starts_at,
            r::ends_at,
            r::slot_minutes,
            r::place_zh,
            r::place_en,
            r::called_off_at,
            r::reason,
        )
    };
}

fn to_kept((id, deputy, on, from, until, minutes, zh, en, called_off, reason): Row) -> Kept {
    let day = Day { on: on.0, from: from.0, until: until.0, minutes, called_off: called_off.is_some() };
    Kept { id, deputy, day, place: Name { zh, en }, reason }
}

/// The days from `on` up to, not including, `until`, in the order in which they begin.
pub fn from(c: &mut Conn, station: StationId, on: Date, until: Date) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::on_day.ge(On(on))).and(r::on_day.lt(On(until))))
        .order((r::starts_at, r::id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_kept).collect())
}

pub fn by_id(c: &mut Conn, station: StationId, id: DayId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => r::table.find((station, id)).select(columns!()).first(c))?;
    Ok(to_kept(row))
}

/// Until the transaction ends nobody else takes a slot of this day or calls it off.
pub fn hold(c: &mut Conn, station: StationId, id: DayId) -> Result<(), Fault> {
    let row = r::table.filter(r::station_id.eq(station).and(r::id.eq(id))).select(r::id);
    Ok(kernel::hold!(c, row)?)
}

/// When a deputy receives on a day, but for what was called off.
pub fn of_deputy(
    c: &mut Conn,
    station: StationId,
    deputy: i32,
    on: Date,
) -> Result<Vec<(Timestamp, Timestamp)>, Fault> {
    let rows: Vec<(Ts, Ts)> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::deputy_id.eq(deputy)).and(r::on_day.eq(On(on))))
        .filter(r::called_off_at.is_null())
        .select((r::starts_at, r::ends_at))
        .load(c))?;
    Ok(rows.into_iter().map(|(from, until)| (from.0, until.0)).collect())
}

pub fn add(c: &mut Conn, station: StationId, new: &Kept, now: Timestamp) -> Result<(), Fault> {
    let d = &new.day;
    let row = (
        (r::station_id.eq(station), r::id.eq(new.id), r::deputy_id.eq(new.deputy), r::on_day.eq(On(d.on))),
        (r::starts_at.eq(Ts(d.from)), r::ends_at.eq(Ts(d.until)), r::slot_minutes.eq(d.minutes)),
        (r::place_zh.eq(&new.place.zh), r::place_en.eq(&new.place.en), r::announced_at.eq(Ts(now)), r::reason.eq("")),
    );
    on!(c, c => diesel::insert_into(r::table).values(row).execute(c))?;
    Ok(())
}

pub fn call_off(c: &mut Conn, station: StationId, id: DayId, reason: &str, now: Timestamp) -> Result<(), Fault> {
    on!(c, c => diesel::update(r::table.find((station, id)))
        .set((r::called_off_at.eq(Some(Ts(now))), r::reason.eq(reason)))
        .execute(c))?;
    Ok(())
}
