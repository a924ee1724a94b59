//! Who waits for what, in the order in which they asked.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold, on};
use people::PersonId;

use crate::schema::library_holds as h;
use crate::{CopyId, HoldId, TitleId};

/// A copy that was put aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ready {
    pub copy: CopyId,
    pub on: Date,
    /// The last day on which it is kept.
    pub until: Date,
}

/// That somebody waits, as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub station: StationId,
    pub id: HoldId,
    pub title: TitleId,
    pub person: PersonId,
    pub placed_at: Timestamp,
    pub ready: Option<Ready>,
    pub told: bool,
}

type Row = (StationId, HoldId, TitleId, PersonId, Ts, (Option<CopyId>, Option<On>, Option<On>), bool);

macro_rules! columns {
    () => {
        (
            h::station_id,
            h::id,
            h::title_id,
            h::person_id,
            h::placed_at,
            (h::copy_id, h::ready_on, h::ready_until),
            h::told,
        )
    };
}

fn to_kept((station, id, title, person, placed_at, (copy, on, until), told): Row) -> Kept {
    let ready = copy.zip(on.zip(until)).map(|(copy, (on, until))| Ready { copy, on: on.0, until: until.0 });
    Kept { station, id, title, person, placed_at: placed_at.0, ready, told }
}

fn all(rows: Vec<Row>) -> Vec<Kept> {
    rows.into_iter().map(to_kept).collect()
}

pub fn insert(c: &mut Conn, new: &Kept) -> Result<(), Fault> {
    let row = (
        (h::station_id.eq(new.station), h::id.eq(new.id), h::title_id.eq(new.title)),
        (h::person_id.eq(new.person), h::placed_at.eq(Ts(new.placed_at)), h::told.eq(new.told)),
    );
    on!(c, c => diesel::insert_into(h::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: HoldId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => h::table.find((station, id)).select(columns!()).first(c))?;
    Ok(to_kept(row))
}

/// One of them, and nobody else changes it until the transaction ends.
pub fn held(c: &mut Conn, station: StationId, id: HoldId) -> Result<Kept, Fault> {
    hold!(c, h::table.find((station, id)).select(h::id))?;
    by_id(c, station, id)
}

/// The line of a title, the first before.
pub fn of_title(c: &mut Conn, station: StationId, title: TitleId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::title_id.eq(title)))
        .order((h::placed_at, h::id))
        .select(columns!())
        .load(c))?;
    Ok(all(rows))
}

/// For whom a copy is put aside.
pub fn of_copy(c: &mut Conn, station: StationId, copy: CopyId) -> Result<Option<Kept>, Fault> {
    let row: Option<Row> = on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::copy_id.eq(copy)))
        .select(columns!())
        .first(c)
        .optional())?;
    Ok(row.map(to_kept))
}

/// Those of `copies` that are put aside.
pub fn put_aside(c: &mut Conn, station: StationId, copies: &[CopyId]) -> Result<Vec<CopyId>, Fault> {
    let rows: Vec<Option<CopyId>> = on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::copy_id.eq_any(copies)))
        .select(h::copy_id)
        .load(c))?;
    Ok(rows.into_iter().flatten().collect())
}

/// What somebody waits for, at one station or everywhere.
pub fn of_person(c: &mut Conn, station: Option<StationId>, person: PersonId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => {
        let mut theirs = h::table.filter(h::person_id.eq(person)).into_boxed();
        if let Some(station) = station {
            theirs = theirs.filter(h::station_id.eq(station));
        }
        theirs.order((h::placed_at, h::id)).select(columns!()).load(c)
    })?;
    Ok(all(rows))
}

/// All of a station for whom something is put aside, what is kept for the shortest time first.
pub fn ready(c: &mut Conn, station: StationId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::copy_id.is_not_null()))
        .order((h::ready_until, h::id))
        .select(columns!())
        .load(c))?;
    Ok(all(rows))
}

/// How many wait for each of some titles.
pub fn lines(c: &mut Conn, station: StationId, titles: &[TitleId]) -> Result<Vec<(TitleId, i64)>, Fault> {
    Ok(on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::title_id.eq_any(titles)))
        .group_by(h::title_id)
        .select((h::title_id, diesel::dsl::count_star()))
        .load(c))?)
}

/// Those of some titles for which somebody waits without a copy that is put aside.
pub fn wanted(c: &mut Conn, station: StationId, titles: &[TitleId]) -> Result<Vec<TitleId>, Fault> {
    let waits = h::station_id.eq(station).and(h::title_id.eq_any(titles)).and(h::copy_id.is_null());
    Ok(on!(c, c => h::table.filter(waits).select(h::title_id).distinct().load(c))?)
}

/// Those anywhere that were kept until before a day, after a key.
pub fn kept_before(c: &mut Conn, day: Date, (station, id): (StationId, HoldId), most: i64) -> Result<Vec<Kept>, Fault> {
    let after = h::station_id.gt(station).or(h::station_id.eq(station).and(h::id.gt(id)));
    let rows: Vec<Row> = on!(c, c => h::table
        .filter(h::ready_until.lt(On(day)))
        .filter(after)
        .order((h::station_id, h::id))
        .limit(most)
        .select(columns!())
        .load(c))?;
    Ok(all(rows))
}

/// Those anywhere that have waited since before an instant, without a copy that is put aside.
pub fn placed_before(c: &mut Conn, at: Timestamp, most: i64) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => h::table
        .filter(h::placed_at.lt(Ts(at)).and(h::copy_id.is_null()))
        .order((h::station_id, h::id))
        .limit(most)
        .select(columns!())
        .load(c))?;
    Ok(all(rows))
}

/// Writes what may change.
pub fn set(c: &mut Conn, kept: &Kept) -> Result<(), Fault> {
    let to = (
        h::copy_id.eq(kept.ready.map(|r| r.copy)),
        h::ready_on.eq(kept.ready.map(|r| On(r.on))),
        h::ready_until.eq(kept.ready.map(|r| On(r.until))),
        h::told.eq(kept.told),
    );
    on!(c, c => diesel::update(h::table.find((kept.station, kept.id))).set(to).execute(c))?;
    Ok(())
}

pub fn remove(c: &mut Conn, station: StationId, id: HoldId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(h::table.find((station, id))).execute(c))?;
    Ok(())
}

pub fn forget_person(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(h::table.filter(h::person_id.eq(person))).execute(c))?;
    Ok(())
}
