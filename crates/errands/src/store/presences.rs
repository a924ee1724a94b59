//! What officials have declared: appended, never changed, forgotten after thirty days.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::rules::{OfficialId, Presence, Source};
use crate::schema::{presence_counts as n, presence_totals as t, presences as p};
use kernel::db::Conn;
use kernel::db::types::{Id, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// One declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub official: OfficialId,
    pub number: i32,
    pub presence: Presence,
    pub place: String,
    pub village: Option<i64>,
    pub from_at: Timestamp,
    pub back_at: Option<Timestamp>,
    pub declared_at: Timestamp,
    pub source: Source,
    /// The staff who declared it.
    pub by: Option<Id>,
}

type Columns = (OfficialId, i32, i16, String, Option<i64>, Ts, Option<Ts>, (Ts, i16, Option<Id>));

macro_rules! columns {
    () => {
        (
            p::official_id,
            p::number,
            p::state,
            p::place,
            p::village,
            p::from_at,
            p::back_at,
            (p::declared_at, p::source, p::by_id),
        )
    };
}

fn to_row((official, number, state, place, village, from_at, back_at, how): Columns) -> Result<Row, Fault> {
    let (declared_at, source, by) = how;
    let odd = || Fault::broken(format!("presence {number} of official {official} makes no sense; run `yizhan check`"));
    Ok(Row {
        official,
        number,
        presence: Presence::of(state).ok_or_else(odd)?,
        place,
        village,
        from_at: from_at.0,
        back_at: back_at.map(|t| t.0),
        declared_at: declared_at.0,
        source: Source::of(source).ok_or_else(odd)?,
        by,
    })
}

/// The last declaration of one official.
pub fn last(c: &mut Conn, station: StationId, official: OfficialId) -> Result<Option<Row>, Fault> {
    let row: Option<Columns> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::official_id.eq(official)))
        .order(p::number.desc())
        .select(columns!())
        .first(c)
        .optional())?;
    row.map(to_row).transpose()
}

/// The last declaration of each of `officials` who has made one.
pub fn lasts(c: &mut Conn, station: StationId, officials: &[OfficialId]) -> Result<Vec<Row>, Fault> {
    let mut all = vec![];
    // A dozen officials, each a look at the end of an index; no engine does better with one statement.
    for official in officials {
        all.extend(last(c, station, *official)?);
    }
    Ok(all)
}

pub fn append(c: &mut Conn, station: StationId, row: &Row) -> Result<(), Fault> {
    let new = (
        (p::station_id.eq(station), p::official_id.eq(row.official), p::number.eq(row.number)),
        (p::state.eq(row.presence as i16), p::place.eq(&row.place), p::village.eq(row.village)),
        (p::from_at.eq(Ts(row.from_at)), p::back_at.eq(row.back_at.map(Ts)), p::declared_at.eq(Ts(row.declared_at))),
        (p::source.eq(row.source as i16), p::by_id.eq(row.by)),
    );
    on!(c, c => diesel::insert_into(p::table).values(new).execute(c))?;
    Ok(())
}

/// Up to `most` declarations of all stations that were made, and were over, before `at`; the oldest first.
pub fn older_than(c: &mut Conn, at: Timestamp, most: i64) -> Result<Vec<(StationId, Row)>, Fault> {
    let rows: Vec<(StationId, Columns)> = on!(c, c => p::table
        .filter(p::declared_at.lt(Ts(at)).and(p::back_at.is_null().or(p::back_at.lt(Ts(at)))))
        .order((p::declared_at, p::station_id, p::official_id, p::number))
        .limit(most)
        .select((p::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_row(row)?))).collect()
}

/// When the official declared something else after `number`.
pub fn after(c: &mut Conn, station: StationId, official: OfficialId, number: i32) -> Result<Option<Timestamp>, Fault> {
    let next: Option<Ts> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::official_id.eq(official)).and(p::number.gt(number)))
        .order(p::number)
        .select(p::from_at)
        .first(c)
        .optional())?;
    Ok(next.map(|at| at.0))
}

pub fn remove(c: &mut Conn, station: StationId, official: OfficialId, number: i32) -> Result<(), Fault> {
    on!(c, c => diesel::delete(p::table.find((station, official, number))).execute(c))?;
    Ok(())
}

/// Adds minutes of a state to a day, of all officials together.
pub fn add_minutes(
    c: &mut Conn,
    station: StationId,
    (day, state): (Date, Presence),
    minutes: i32,
) -> Result<(), Fault> {
    let first = ((t::station_id.eq(station), t::on_day.eq(On(day)), t::state.eq(state as i16)), t::minutes.eq(minutes));
    on!(c, c => diesel::insert_into(t::table)
        .values(first)
        .on_conflict((t::station_id, t::on_day, t::state))
        .do_update()
        .set(t::minutes.eq(t::minutes + minutes))
        .execute(c))?;
    Ok(())
}

/// The minutes of a day that are left of forgotten declarations, in the order of states.
#[cfg(test)]
pub fn minutes_of(c: &mut Conn, station: StationId, day: Date) -> Result<Vec<(Presence, i32)>, Fault> {
    let rows: Vec<(i16, i32)> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::on_day.eq(On(day))))
        .order(t::state)
        .select((t::state, t::minutes))
        .load(c))?;
    let odd = || Fault::broken("a total of presences has a state that there is not; run `yizhan check`");
    rows.into_iter().map(|(state, minutes)| Ok((Presence::of(state).ok_or_else(odd)?, minutes))).collect()
}

/// Everything that is still known of what the officials of a station declared, each in order.
pub fn all_declared(c: &mut Conn, station: StationId) -> Result<Vec<Row>, Fault> {
    let rows: Vec<Columns> = on!(c, c => p::table
        .filter(p::station_id.eq(station))
        .order((p::official_id, p::number))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_row).collect()
}

/// From the first declaration on the days of a station are counted.
pub fn begin_counting(c: &mut Conn, station: StationId, day: Date) -> Result<(), Fault> {
    let first = (n::station_id.eq(station), n::next_day.eq(On(day)));
    on!(c, c => diesel::insert_into(n::table).values(first).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Up to `most` stations whose next day to count is before `day`, with that day.
pub fn days_to_count(c: &mut Conn, day: Date, most: i64) -> Result<Vec<(StationId, Date)>, Fault> {
    let rows: Vec<(StationId, On)> = on!(c, c => n::table
        .filter(n::next_day.lt(On(day)))
        .order((n::next_day, n::station_id))
        .limit(most)
        .select((n::station_id, n::next_day))
        .load(c))?;
    Ok(rows.into_iter().map(|(station, day)| (station, day.0)).collect())
}

/// The day is counted: the one after it comes next. `false` if somebody else was faster.
pub fn next_day(c: &mut Conn, station: StationId, counted: Date) -> Result<bool, Fault> {
    let row = n::table.find(station).filter(n::next_day.eq(On(counted)));
    let next = On(counted.tomorrow().map_err(Fault::broken)?);
    Ok(on!(c, c => diesel::update(row).set(n::next_day.eq(next)).execute(c))? == 1)
}
