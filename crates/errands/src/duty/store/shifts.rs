//! Who has said that they stand where, and when.
use diesel::prelude::*;
use jiff::civil::Date;

use crate::duty::ShiftId;
use crate::duty::rules::Shift;
use crate::duty::schema::duty_shifts as d;
use kernel::db::Conn;
use kernel::db::types::{Id, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

/// A shift as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub shift: Shift,
    pub day: Date,
    /// Of a volunteer.
    pub name_sealed: Option<Vec<u8>>,
}

type Row = (ShiftId, i32, On, Ts, Ts, Option<StaffId>, Option<Vec<u8>>);

macro_rules! columns {
    () => {
        (d::id, d::post_id, d::on_day, d::starts_at, d::ends_at, d::staff_id, d::name_sealed)
    };
}

fn to_kept((id, post, day, from, until, staff, name_sealed): Row) -> Kept {
    Kept { shift: Shift { id, post, staff, from: from.0, until: until.0 }, day: day.0, name_sealed }
}

/// The shifts of all posts from the day `from` up to, not including, `until`, in the order in which they begin.
pub fn of_days(c: &mut Conn, station: StationId, from: Date, until: Date) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::on_day.ge(On(from))).and(d::on_day.lt(On(until))))
        .order((d::starts_at, d::ends_at, d::id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_kept).collect())
}

pub fn by_id(c: &mut Conn, station: StationId, id: ShiftId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => d::table.find((station, id)).select(columns!()).first(c))?;
    Ok(to_kept(row))
}

pub fn add(c: &mut Conn, station: StationId, kept: &Kept, by: Option<Id>) -> Result<(), Fault> {
    let s = &kept.shift;
    let row = (
        (d::station_id.eq(station), d::id.eq(s.id), d::post_id.eq(s.post), d::on_day.eq(On(kept.day))),
        (d::starts_at.eq(Ts(s.from)), d::ends_at.eq(Ts(s.until)), d::staff_id.eq(s.staff)),
        (d::name_sealed.eq(&kept.name_sealed), d::made_by.eq(by)),
    );
    on!(c, c => diesel::insert_into(d::table).values(row).execute(c))?;
    Ok(())
}

/// Writes a shift anew, all but its post.
pub fn set(c: &mut Conn, station: StationId, kept: &Kept, by: Option<Id>) -> Result<(), Fault> {
    let s = &kept.shift;
    on!(c, c => diesel::update(d::table.find((station, s.id)))
        .set((
            (d::on_day.eq(On(kept.day)), d::starts_at.eq(Ts(s.from)), d::ends_at.eq(Ts(s.until))),
            (d::staff_id.eq(s.staff), d::name_sealed.eq(&kept.name_sealed), d::made_by.eq(by)),
        ))
        .execute(c))?;
    Ok(())
}

pub fn remove(c: &mut Conn, station: StationId, id: ShiftId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(d::table.find((station, id))).execute(c))?;
    Ok(())
}

/// Forgets up to `most` shifts of days before `before`; their minutes are facts. Returns how many.
pub fn forget(c: &mut Conn, before: Date, most: i64) -> Result<usize, Fault> {
    let old: Vec<(StationId, ShiftId)> = on!(c, c => d::table
        .filter(d::on_day.lt(On(before)))
        .order((d::on_day, d::station_id, d::id))
        .limit(most)
        .select((d::station_id, d::id))
        .load(c))?;
    for (station, id) in &old {
        remove(c, *station, *id)?;
    }
    Ok(old.len())
}
