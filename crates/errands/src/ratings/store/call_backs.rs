//! 回访, and in how many working days a station makes them.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::ratings::rules::{self, Outcome, RatingId};
use crate::ratings::schema::{call_backs as b, rating_settings as s, ratings as r};
use crate::ratings::store::Rating;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// A call-back as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallBack {
    pub rating: RatingId,
    pub opened_on: Date,
    /// Working days.
    pub days: i16,
    /// Nothing: nobody was called yet.
    pub outcome: Option<Outcome>,
    pub answer_sealed: Option<Vec<u8>>,
    pub answered_at: Option<Timestamp>,
    pub counted: bool,
}

type Row = (RatingId, On, i16, Option<i16>, Option<Vec<u8>>, Option<Ts>, bool);

macro_rules! columns {
    () => {
        (b::rating_id, b::opened_on, b::days, b::outcome, b::answer_sealed, b::answered_at, b::counted)
    };
}

fn to_call_back(
    (rating, opened_on, days, outcome, answer_sealed, answered_at, counted): Row,
) -> Result<CallBack, Fault> {
    let odd = || Fault::broken(format!("the call-back of rating {rating} has an outcome that there is not"));
    let outcome = outcome.map(|n| Outcome::of(n).ok_or_else(odd)).transpose()?;
    let answered_at = answered_at.map(|at| at.0);
    Ok(CallBack { rating, opened_on: opened_on.0, days, outcome, answer_sealed, answered_at, counted })
}

pub fn call_back(c: &mut Conn, station: StationId, rating: RatingId) -> Result<Option<CallBack>, Fault> {
    let row: Option<Row> = on!(c, c => b::table.find((station, rating)).select(columns!()).first(c).optional())?;
    row.map(to_call_back).transpose()
}

/// All that a station still has, the oldest first: those of the last thirty days.
pub fn call_backs(c: &mut Conn, station: StationId) -> Result<Vec<(CallBack, Rating)>, Fault> {
    let rows: Vec<Row> = on!(c, c => b::table
        .inner_join(r::table.on(r::station_id.eq(b::station_id).and(r::id.eq(b::rating_id))))
        .filter(b::station_id.eq(station))
        .order((b::opened_on, r::given_at))
        .select(columns!())
        .load(c))?;
    let with = |row| {
        let call_back = to_call_back(row)?;
        let rating = super::by_id(c, station, call_back.rating)?;
        Ok((call_back, rating))
    };
    rows.into_iter().map(with).collect()
}

pub fn add(c: &mut Conn, station: StationId, rating: RatingId, (opened_on, days): (Date, i16)) -> Result<(), Fault> {
    let row = (
        (b::station_id.eq(station), b::rating_id.eq(rating), b::opened_on.eq(On(opened_on)), b::days.eq(days)),
        b::counted.eq(false),
    );
    on!(c, c => diesel::insert_into(b::table).values(row).execute(c))?;
    Ok(())
}

/// Takes back a call-back that nobody has begun. Whether there was one.
pub fn withdraw(c: &mut Conn, station: StationId, rating: RatingId) -> Result<bool, Fault> {
    let row = b::table.find((station, rating)).filter(b::outcome.is_null().and(b::counted.eq(false)));
    Ok(on!(c, c => diesel::delete(row).execute(c))? == 1)
}

/// Writes how it ended, unless it has ended since `so_far` was read. Whether it did.
pub fn answer(
    c: &mut Conn,
    station: StationId,
    (rating, so_far): (RatingId, Option<Outcome>),
    (outcome, answer_sealed): (Outcome, Option<&[u8]>),
    now: Timestamp,
) -> Result<bool, Fault> {
    let to = (b::outcome.eq(outcome as i16), b::answer_sealed.eq(answer_sealed), b::answered_at.eq(Some(Ts(now))));
    let row = b::table.find((station, rating));
    let changed = match so_far {
        None => on!(c, c => diesel::update(row.filter(b::outcome.is_null())).set(to).execute(c))?,
        Some(so_far) => on!(c, c => diesel::update(row.filter(b::outcome.eq(so_far as i16))).set(to).execute(c))?,
    };
    Ok(changed == 1)
}

/// Up to `most` call-backs of all stations, opened before `day`, that are not counted, after the key `after`.
pub fn to_count(
    c: &mut Conn,
    day: Date,
    after: Option<(StationId, RatingId)>,
    most: i64,
) -> Result<Vec<(StationId, CallBack)>, Fault> {
    let (station, rating) = after.unwrap_or((StationId(i64::MIN), RatingId(kernel::db::types::Id(uuid::Uuid::nil()))));
    let rows: Vec<(StationId, Row)> = on!(c, c => b::table
        .filter(b::opened_on.lt(On(day)).and(b::counted.eq(false)))
        .filter(b::station_id.gt(station).or(b::station_id.eq(station).and(b::rating_id.gt(rating))))
        .order((b::station_id, b::rating_id))
        .limit(most)
        .select((b::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_call_back(row)?))).collect()
}

/// Whether it was not counted before.
pub fn mark_counted(c: &mut Conn, station: StationId, rating: RatingId) -> Result<bool, Fault> {
    let row = b::table.find((station, rating)).filter(b::counted.eq(false));
    Ok(on!(c, c => diesel::update(row).set(b::counted.eq(true)).execute(c))? == 1)
}

/// In how many working days the station calls back.
pub fn days(c: &mut Conn, station: StationId) -> Result<i16, Fault> {
    let set: Option<i16> = on!(c, c => s::table.find(station).select(s::call_back_days).first(c).optional())?;
    Ok(set.unwrap_or(rules::DAYS))
}

pub fn set_days(c: &mut Conn, station: StationId, days: i16) -> Result<(), Fault> {
    let row = (s::station_id.eq(station), s::call_back_days.eq(days));
    on!(c, c => diesel::insert_into(s::table)
        .values(row)
        .on_conflict(s::station_id)
        .do_update()
        .set(s::call_back_days.eq(days))
        .execute(c))?;
    Ok(())
}
