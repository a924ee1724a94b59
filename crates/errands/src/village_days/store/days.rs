//! Days in villages.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::rules::OfficialId;
use crate::schema::officials as o;
use crate::village_days::VillageDayId;
use crate::village_days::rules::{Day, DayState};
use crate::village_days::schema::village_days as d;
use kernel::db::Conn;
use kernel::db::types::{Json, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold as hold_rows, on};
use people::StaffId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: VillageDayId,
    pub day: Day,
}

type Row = ((VillageDayId, On, OfficialId, Ts, Ts), (Json, Json, i16, i16, i16), (i16, Option<i32>, String));

macro_rules! columns {
    () => {
        (
            (d::id, d::on_day, d::official_id, d::starts_at, d::ends_at),
            (d::villages, d::matters, d::travel, d::minutes, d::used),
            (d::state, d::trip, d::reason),
        )
    };
}

fn to_kept((when, what, how): Row) -> Result<Kept, Fault> {
    let (id, on, official, from, until) = when;
    let (villages, matters, travel, minutes, used) = what;
    let (state, trip, reason) = how;
    let odd = || Fault::broken(format!("village day {id} has a state that there is not; run `yizhan check`"));
    let day = Day {
        official,
        on: on.0,
        from: from.0,
        until: until.0,
        villages: villages.read()?,
        matters: matters.read()?,
        travel,
        minutes,
        used,
        state: DayState::of(state).ok_or_else(odd)?,
        trip,
        reason,
    };
    Ok(Kept { id, day })
}

pub fn insert(
    c: &mut Conn,
    station: StationId,
    id: VillageDayId,
    day: &Day,
    (now, by): (Timestamp, Option<StaffId>),
) -> Result<(), Fault> {
    let stops = i16::try_from(day.villages.len()).unwrap_or(i16::MAX);
    let row = (
        (d::station_id.eq(station), d::id.eq(id), d::on_day.eq(On(day.on)), d::official_id.eq(day.official)),
        (d::starts_at.eq(Ts(day.from)), d::ends_at.eq(Ts(day.until)), d::stops.eq(stops)),
        (d::villages.eq(Json::of(&day.villages)?), d::matters.eq(Json::of(&day.matters)?)),
        (d::travel.eq(day.travel), d::minutes.eq(day.minutes), d::used.eq(day.used)),
        (d::state.eq(day.state as i16), d::trip.eq(day.trip), d::reason.eq(&day.reason)),
        (d::made_by.eq(by.map(|staff| staff.0)), d::made_at.eq(Ts(now))),
    );
    on!(c, c => diesel::insert_into(d::table).values(row).execute(c))?;
    Ok(())
}

/// Whoever gives a place away or takes one back holds the day: one after the other.
pub fn hold(c: &mut Conn, station: StationId, id: VillageDayId) -> Result<Kept, Fault> {
    let one = || d::table.filter(d::station_id.eq(station).and(d::id.eq(id)));
    hold_rows!(c, one().select(d::id))?;
    by_id(c, station, id)
}

pub fn by_id(c: &mut Conn, station: StationId, id: VillageDayId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => d::table.find((station, id)).select(columns!()).first(c))?;
    to_kept(row)
}

/// The days of a station from `day` on, in their order.
pub fn from(c: &mut Conn, station: StationId, day: Date, most: i64) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::on_day.ge(On(day))))
        .order((d::on_day, d::starts_at, d::id))
        .limit(most)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// The route that an official is on that day: at most one that was not called off, by a unique index.
pub fn of_official(c: &mut Conn, station: StationId, official: OfficialId, day: Date) -> Result<Option<Kept>, Fault> {
    let row: Option<Row> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::official_id.eq(official)).and(d::on_day.eq(On(day))))
        .filter(d::state.ne(DayState::CalledOff as i16))
        .select(columns!())
        .first(c)
        .optional())?;
    row.map(to_kept).transpose()
}

/// What changes of a day: how long it is, how much of it is promised, and what became of it.
pub fn set(c: &mut Conn, station: StationId, id: VillageDayId, day: &Day) -> Result<(), Fault> {
    on!(c, c => diesel::update(d::table.find((station, id)))
        .set((
            (d::ends_at.eq(Ts(day.until)), d::minutes.eq(day.minutes), d::used.eq(day.used)),
            (d::state.eq(day.state as i16), d::trip.eq(day.trip), d::reason.eq(&day.reason)),
        ))
        .execute(c))?;
    Ok(())
}

/// How somebody is called who goes, or went: also of whoever has left since.
pub fn official_name(c: &mut Conn, station: StationId, id: OfficialId) -> Result<String, Fault> {
    Ok(on!(c, c => o::table.find((station, id)).select(o::name).first(c))?)
}
