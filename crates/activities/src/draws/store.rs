//! All queries of draws.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use super::rules::{Drawn, Entry};
use super::schema::draws as d;
use crate::OccurrenceId;
use crate::rules::{Joining, State};
use crate::schema::{activity_series as s, occurrences as o};
use kernel::db::Conn;
use kernel::db::types::{Json, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// What was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub closes_at: Timestamp,
    pub seats: i32,
    pub entries: Vec<Entry>,
    pub locked: String,
    pub seed: String,
    pub results: Vec<Drawn>,
    pub drawn_at: Timestamp,
}

/// A draw as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    pub commitment: String,
    pub seed_sealed: Vec<u8>,
    pub made_at: Timestamp,
    /// Nothing before it is drawn.
    pub result: Option<Outcome>,
}

type Row = (
    (String, Vec<u8>, Ts),
    (Option<Ts>, Option<i32>, Option<Json>, Option<String>, Option<String>, Option<Json>, Option<Ts>),
);

macro_rules! columns {
    () => {
        (
            (d::commitment, d::seed_sealed, d::made_at),
            (d::closes_at, d::seats, d::entries, d::locked, d::seed, d::results, d::drawn_at),
        )
    };
}

fn to_draw(((commitment, seed_sealed, made_at), result): Row) -> Result<Draw, Fault> {
    let result = match result {
        (Some(closes_at), Some(seats), Some(entries), Some(locked), Some(seed), Some(results), Some(drawn_at)) => {
            let (closes_at, drawn_at) = (closes_at.0, drawn_at.0);
            let (entries, results) = (entries.read()?, results.read()?);
            Some(Outcome { closes_at, seats, entries, locked, seed, results, drawn_at })
        }
        _ => None,
    };
    Ok(Draw { commitment, seed_sealed, made_at: made_at.0, result })
}

pub fn insert(
    c: &mut Conn,
    (station, occurrence): (StationId, OccurrenceId),
    (commitment, seed_sealed): (&str, &[u8]),
    now: Timestamp,
) -> Result<(), Fault> {
    let row = (
        (d::station_id.eq(station), d::occurrence_id.eq(occurrence)),
        (d::commitment.eq(commitment), d::seed_sealed.eq(seed_sealed), d::made_at.eq(Ts(now))),
    );
    on!(c, c => diesel::insert_into(d::table).values(row).execute(c))?;
    Ok(())
}

pub fn find(c: &mut Conn, station: StationId, occurrence: OccurrenceId) -> Result<Option<Draw>, Fault> {
    let row: Option<Row> = on!(c, c => d::table.find((station, occurrence)).select(columns!()).first(c).optional())?;
    row.map(to_draw).transpose()
}

/// Writes down what was drawn.
pub fn set(c: &mut Conn, (station, occurrence): (StationId, OccurrenceId), result: &Outcome) -> Result<(), Fault> {
    let row = (
        (d::closes_at.eq(Some(Ts(result.closes_at))), d::seats.eq(Some(result.seats))),
        (d::entries.eq(Some(Json::of(&result.entries)?)), d::locked.eq(Some(&result.locked))),
        (d::seed.eq(Some(&result.seed)), d::results.eq(Some(Json::of(&result.results)?))),
        d::drawn_at.eq(Some(Ts(result.drawn_at))),
    );
    on!(c, c => diesel::update(d::table.find((station, occurrence))).set(row).execute(c))?;
    Ok(())
}

/// All draws of all stations, for the check.
pub fn all(c: &mut Conn) -> Result<Vec<(StationId, OccurrenceId, Draw)>, Fault> {
    let rows: Vec<(StationId, OccurrenceId, Row)> = on!(c, c => d::table
        .order((d::station_id, d::occurrence_id))
        .select((d::station_id, d::occurrence_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, id, row)| Ok((station, id, to_draw(row)?))).collect()
}

type Times = Vec<(StationId, OccurrenceId)>;

/// Times that are still to begin, whose places are drawn, and that have no draw yet.
pub fn unopened(c: &mut Conn, now: Timestamp, most: i64) -> Result<Times, Fault> {
    let drawn = s::joining.eq(Joining::Draw as i16).and(o::state.eq(State::On as i16)).and(o::starts_at.gt(Ts(now)));
    Ok(on!(c, c => o::table
        .inner_join(s::table.on(s::station_id.eq(o::station_id).and(s::id.eq(o::series_id))))
        .left_join(d::table.on(d::station_id.eq(o::station_id).and(d::occurrence_id.eq(o::id))))
        .filter(drawn.and(d::commitment.nullable().is_null()))
        .order((o::starts_at, o::id))
        .limit(most)
        .select((o::station_id, o::id))
        .load(c))?)
}

/// No activity closes longer before it begins: `asked` takes no more minutes.
const CLOSES_SOONEST: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Times that are still to begin, and whose open draw has closed; the next to begin first.
pub fn closed(c: &mut Conn, now: Timestamp, most: usize) -> Result<Times, Fault> {
    let drawn = s::joining.eq(Joining::Draw as i16).and(o::state.eq(State::On as i16)).and(o::starts_at.gt(Ts(now)));
    let near = o::starts_at.le(Ts(now + CLOSES_SOONEST));
    let rows: Vec<((StationId, OccurrenceId), Ts, i32)> = on!(c, c => o::table
        .inner_join(s::table.on(s::station_id.eq(o::station_id).and(s::id.eq(o::series_id))))
        .inner_join(d::table.on(d::station_id.eq(o::station_id).and(d::occurrence_id.eq(o::id))))
        .filter(drawn.and(near).and(d::drawn_at.is_null()))
        .order((o::starts_at, o::id))
        .select(((o::station_id, o::id), o::starts_at, s::closes_minutes))
        .load(c))?;
    let has_closed = |starts_at: Ts, minutes: i32| starts_at.0 - SignedDuration::from_mins(minutes.into()) <= now;
    let found = rows.into_iter().filter(|(_, starts_at, minutes)| has_closed(*starts_at, *minutes));
    Ok(found.map(|(time, ..)| time).take(most).collect())
}
