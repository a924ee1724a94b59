//! One row per date of a series that has its outcome.
use std::collections::HashMap;

use diesel::prelude::*;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span as Days, Timestamp};

use crate::rules::{OfferingId, Span, State};
use crate::schema::reservations as r;
use crate::series::rules::{Outcome, Why};
use crate::series::schema::{series as s, series_dates as d};
use crate::{ReservationId, SeriesId};
use kernel::db::Conn;
use kernel::db::types::{Id, Json, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// A date and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated {
    /// As the rule names it.
    pub on: Date,
    pub outcome: Outcome,
    pub changed_at: Timestamp,
}

type Row = (On, i16, Option<ReservationId>, Option<Json>, Ts);

fn to_dated((on, outcome, reservation, why, changed_at): Row) -> Result<Dated, Fault> {
    let why: Option<Why> = why.map(Json::read).transpose()?;
    let outcome = Outcome::of(outcome, reservation, why)
        .ok_or_else(|| Fault::broken("a date of a series makes no sense; run `yizhan check`"))?;
    Ok(Dated { on: on.0, outcome, changed_at: changed_at.0 })
}

/// The dates of a series in their order.
pub fn dates_of(c: &mut Conn, station: StationId, series: SeriesId) -> Result<Vec<Dated>, Fault> {
    let rows: Vec<Row> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::series_id.eq(series)))
        .order(d::on_day)
        .select((d::on_day, d::outcome, d::reservation_id, d::why, d::changed_at))
        .load(c))?;
    rows.into_iter().map(to_dated).collect()
}

pub fn insert_date(
    c: &mut Conn,
    station: StationId,
    (series, on): (SeriesId, Date),
    outcome: &Outcome,
    now: Timestamp,
) -> Result<(), Fault> {
    let row = (
        (d::station_id.eq(station), d::series_id.eq(series), d::on_day.eq(On(on)), d::changed_at.eq(Ts(now))),
        (d::outcome.eq(outcome.column()), d::reservation_id.eq(outcome.reservation()), d::why.eq(why(outcome)?)),
    );
    on!(c, c => diesel::insert_into(d::table).values(row).execute(c))?;
    Ok(())
}

pub fn set_date(
    c: &mut Conn,
    station: StationId,
    (series, on): (SeriesId, Date),
    outcome: &Outcome,
    now: Timestamp,
) -> Result<(), Fault> {
    let row = d::table.find((station, series, On(on)));
    on!(c, c => diesel::update(row)
        .set((
            (d::outcome.eq(outcome.column()), d::reservation_id.eq(outcome.reservation())),
            (d::why.eq(why(outcome)?), d::changed_at.eq(Ts(now))),
        ))
        .execute(c))?;
    Ok(())
}

fn why(outcome: &Outcome) -> Result<Option<Json>, Fault> {
    outcome.why().map(Json::of).transpose()
}

/// A date goes on as one of the series `to`.
pub fn pass_on(c: &mut Conn, station: StationId, on: Date, from: SeriesId, to: SeriesId) -> Result<(), Fault> {
    let row = d::table.find((station, from, On(on)));
    on!(c, c => diesel::update(row).set(d::series_id.eq(to)).execute(c))?;
    Ok(())
}

/// Forgets the dates from `from` on that have no reservation.
pub fn drop_unbooked_from(c: &mut Conn, station: StationId, series: SeriesId, from: Date) -> Result<(), Fault> {
    let rows = d::table
        .filter(d::station_id.eq(station).and(d::series_id.eq(series)))
        .filter(d::on_day.ge(On(from)).and(d::reservation_id.is_null()));
    on!(c, c => diesel::delete(rows).execute(c))?;
    Ok(())
}

/// The series and the date that a reservation belongs to.
pub fn of_reservation(c: &mut Conn, station: StationId, id: ReservationId) -> Result<Option<(SeriesId, Date)>, Fault> {
    let found: Option<(SeriesId, On)> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::reservation_id.eq(id)))
        .select((d::series_id, d::on_day))
        .first(c)
        .optional())?;
    Ok(found.map(|(series, on)| (series, on.0)))
}

/// For the reservations that start in `window`: the series that they belong to.
pub fn of_reservations(
    c: &mut Conn,
    station: StationId,
    window: &Span,
) -> Result<HashMap<ReservationId, SeriesId>, Fault> {
    let rows: Vec<(ReservationId, SeriesId)> = on!(c, c => d::table
        .inner_join(r::table.on(r::station_id.eq(d::station_id).and(d::reservation_id.eq(r::id.nullable()))))
        .filter(r::station_id.eq(station))
        .filter(r::starts_at.ge(Ts(window.from)).and(r::starts_at.lt(Ts(window.until))))
        .select((r::id, d::series_id))
        .load(c))?;
    Ok(rows.into_iter().collect())
}

/// How many dates from `from` on clash, series by series.
pub fn open_clashes(c: &mut Conn, station: StationId, from: Date) -> Result<HashMap<SeriesId, usize>, Fault> {
    let rows: Vec<SeriesId> = on!(c, c => d::table
        .inner_join(s::table.on(s::station_id.eq(d::station_id).and(s::id.eq(d::series_id))))
        .filter(d::station_id.eq(station).and(d::on_day.ge(On(from))).and(d::outcome.eq(2)))
        .select(d::series_id)
        .load(c))?;
    let mut counts = HashMap::new();
    for id in rows {
        *counts.entry(id).or_insert(0) += 1;
    }
    Ok(counts)
}

/// The next date of each of these clubs that takes place and is not over: when, and of which offering.
pub fn next_of_clubs(
    c: &mut Conn,
    station: StationId,
    clubs: &[Id],
    now: Timestamp,
) -> Result<HashMap<Id, (Span, OfferingId)>, Fault> {
    let mut next = HashMap::new();
    // Nearly all of them meet soon; only of the others everything is looked through.
    for ahead in [SOON, EVER] {
        let left: Vec<Id> = clubs.iter().copied().filter(|club| !next.contains_key(club)).collect();
        if !left.is_empty() {
            next.extend(next_until(c, station, &left, (now, now + ahead))?);
        }
    }
    Ok(next)
}

const SOON: SignedDuration = SignedDuration::from_hours(24 * 35);
const EVER: SignedDuration = SignedDuration::from_hours(24 * 366 * 3);
/// A date may have been moved by a week, and zones differ by less than a day.
const MOVED: i32 = 8;
/// States below this one hold their room: [`State`] in the order of its columns.
const LIVE: i16 = State::Completed as i16;

fn next_until(
    c: &mut Conn,
    station: StationId,
    clubs: &[Id],
    (now, until): (Timestamp, Timestamp),
) -> Result<HashMap<Id, (Span, OfferingId)>, Fault> {
    type Found = (Option<Id>, Ts, Ts, i32);
    let since = now.to_zoned_datetime(TimeZone::UTC).date().saturating_sub(Days::new().days(MOVED));
    let rows: Vec<Found> = on!(c, c => d::table
        .inner_join(s::table.on(s::station_id.eq(d::station_id).and(s::id.eq(d::series_id))))
        .inner_join(r::table.on(r::station_id.eq(d::station_id).and(d::reservation_id.eq(r::id.nullable()))))
        .filter(s::station_id.eq(station).and(s::club_id.eq_any(clubs)).and(d::on_day.ge(On(since))))
        .filter(r::state.lt(LIVE).and(r::ends_at.gt(Ts(now))).and(r::starts_at.lt(Ts(until))))
        .filter(r::lapses_at.is_null().or(r::lapses_at.gt(Ts(now))))
        .order((r::starts_at.desc(), r::id.desc()))
        .select((s::club_id, r::starts_at, r::ends_at, r::offering_id))
        .load(c))?;
    // The earliest comes last and stays.
    let one = |(club, from, until, offering): Found| Some((club?, (Span::new(from.0, until.0)?, offering)));
    Ok(rows.into_iter().filter_map(one).collect())
}
