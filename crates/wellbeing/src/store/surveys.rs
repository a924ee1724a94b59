//! Surveys as they stand.
use diesel::prelude::*;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{Json, JsonOf, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold, on};
use people::StaffId;

use super::{column, count};
use crate::SurveyId;
use crate::rules::survey::SurveyBasis;
use crate::rules::waves::{Band, New, State, Survey};
use crate::schema::surveys as s;

type Asked = (On, On, i32, JsonOf<Vec<Band>>, String);
type List = (Option<i32>, Option<String>, Option<Ts>);
type End = (Option<Ts>, Option<JsonOf<SurveyBasis>>);
type Row = (SurveyId, Asked, i16, String, List, (i32, i32), Ts, End);

macro_rules! columns {
    () => {
        (
            s::id,
            (s::opens_on, s::closes_on, s::wanted, s::bands, s::source),
            s::state,
            s::commitment,
            (s::households, s::list_digest, s::drawn_at),
            (s::not_eligible, s::printed),
            s::made_at,
            (s::closed_at, s::result),
        )
    };
}

fn to_survey((id, asked, state, commitment, list, counts, made_at, end): Row) -> Result<Survey, Fault> {
    let (opens_on, closes_on, wanted, bands, source) = asked;
    let (households, list_digest, drawn_at) = list;
    let new = New { opens_on: opens_on.0, closes_on: closes_on.0, wanted: count(wanted)?, bands: bands.0, source };
    Ok(Survey {
        id,
        new,
        state: State::of(state).ok_or_else(|| Fault::broken(format!("survey {id} has a state that there is not")))?,
        commitment,
        households: households.map(count).transpose()?,
        list_digest,
        drawn_at: drawn_at.map(|at| at.0),
        not_eligible: count(counts.0)?,
        printed: count(counts.1)?,
        made_at: made_at.0,
        closed_at: end.0.map(|at| at.0),
        result: end.1.map(|result| result.0),
    })
}

pub fn insert(
    c: &mut Conn,
    station: StationId,
    one: &Survey,
    (seed_sealed, made_by): (&[u8], StaffId),
) -> Result<(), Fault> {
    let new = &one.new;
    let row = (
        (s::station_id.eq(station), s::id.eq(one.id), s::state.eq(one.state as i16)),
        (s::opens_on.eq(On(new.opens_on)), s::closes_on.eq(On(new.closes_on)), s::wanted.eq(column(new.wanted)?)),
        (s::bands.eq(Json::of(&new.bands)?), s::source.eq(&new.source)),
        (s::commitment.eq(&one.commitment), s::seed_sealed.eq(seed_sealed)),
        (s::not_eligible.eq(column(one.not_eligible)?), s::printed.eq(column(one.printed)?)),
        (s::made_at.eq(Ts(one.made_at)), s::made_by.eq(made_by)),
    );
    on!(c, c => diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: SurveyId) -> Result<Survey, Fault> {
    to_survey(on!(c, c => s::table.find((station, id)).select(columns!()).first::<Row>(c))?)
}

/// The same, and nobody else changes it, or what is its own, until the transaction ends.
pub fn held(c: &mut Conn, station: StationId, id: SurveyId) -> Result<Survey, Fault> {
    hold!(c, s::table.find((station, id)).select(s::id))?;
    by_id(c, station, id)
}

pub fn seed_sealed(c: &mut Conn, station: StationId, id: SurveyId) -> Result<Vec<u8>, Fault> {
    Ok(on!(c, c => s::table.find((station, id)).select(s::seed_sealed).first(c))?)
}

/// Writes what may change.
pub fn set(c: &mut Conn, station: StationId, one: &Survey) -> Result<(), Fault> {
    let result = one.result.as_ref().map(Json::of).transpose()?;
    let set = (
        (s::state.eq(one.state as i16), s::drawn_at.eq(one.drawn_at.map(Ts))),
        (s::households.eq(one.households.map(column).transpose()?), s::list_digest.eq(&one.list_digest)),
        (s::not_eligible.eq(column(one.not_eligible)?), s::printed.eq(column(one.printed)?)),
        (s::closed_at.eq(one.closed_at.map(Ts)), s::result.eq(result)),
    );
    on!(c, c => diesel::update(s::table.find((station, one.id))).set(set).execute(c))?;
    Ok(())
}

/// All of a station, the newest first.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<Survey>, Fault> {
    let rows: Vec<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station))
        .order((s::opens_on.desc(), s::id.desc()))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_survey).collect()
}

/// Those of a station that are not closed. One at most, once whoever made one has looked.
pub fn running(c: &mut Conn, station: StationId) -> Result<Vec<SurveyId>, Fault> {
    Ok(on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::state.ne(State::Closed as i16)))
        .order(s::id)
        .select(s::id)
        .load(c))?)
}

/// Those of all stations that are not closed and whose last day is before `day`.
pub fn over(c: &mut Conn, day: Date) -> Result<Vec<(StationId, SurveyId)>, Fault> {
    Ok(on!(c, c => s::table
        .filter(s::state.ne(State::Closed as i16).and(s::closes_on.lt(On(day))))
        .order((s::station_id, s::id))
        .select((s::station_id, s::id))
        .load(c))?)
}

/// Those of all stations that may have answers and are not closed.
pub fn with_ballots(c: &mut Conn) -> Result<Vec<(StationId, SurveyId)>, Fault> {
    Ok(on!(c, c => s::table
        .filter(s::state.eq(State::Drawn as i16))
        .order((s::station_id, s::id))
        .select((s::station_id, s::id))
        .load(c))?)
}

/// All of all stations, for the check.
pub fn everywhere(c: &mut Conn) -> Result<Vec<(StationId, Survey)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => s::table
        .order((s::station_id, s::id))
        .select((s::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_survey(row)?))).collect()
}
