//! One date gets a time: the alternative for a clash, or another time for what it has.
use jiff::civil::Date;
use jiff::{Span as Days, Timestamp};

use super::dates::reserve;
use super::doing::Doing;
use crate::acts;
use crate::offers;
use crate::rules::{self, Ask, Refusal, Span, State};
use crate::series::rules::Outcome;
use crate::series::store::{self as kept, Dated, Series};
use crate::store::{self, Reservation};
use crate::{ReservationId, SeriesId};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;

/// Which date gets which time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placing {
    /// The date as the rule names it.
    pub on: Date,
    pub from: Timestamp,
    pub minutes: i32,
    /// By the person who holds the series: quotas count, and the time lies within a week of the date.
    pub by_holder: bool,
}

/// A week on either side is still the same meeting.
const NEAR: i32 = 7;

/// Gives a date that has no reservation one at that time, or moves the one that it has. Doing it twice does one thing.
pub fn place(c: &mut Conn, doing: &Doing<'_>, id: SeriesId, placing: Placing) -> Result<ReservationId, Not<Refusal>> {
    let station = doing.station.id;
    let seen = kept::by_id(c, station, id)?;
    store::hold(c, station, seen.venue)?;
    let series = kept::by_id(c, station, id)?;
    let dated = date_of(c, doing, &series, placing.on)?;
    let standing = dated.outcome.reservation().map(|r| store::by_id(c, station, r)).transpose()?;
    let span = Span::of_minutes(placing.from, placing.minutes).ok_or(Refusal::EndsBeforeStart)?;
    if let Some(r) = &standing {
        let state = r.state_at(doing.now);
        if state == State::Confirmed && r.span == span {
            return Ok(r.id);
        }
        if state != State::Confirmed {
            return Err(Refusal::NotNow { state }.into());
        }
    }
    near_enough(doing, &placing)?;
    let reservation = keep(c, doing, &series, (&placing, &span), standing.as_ref())?;
    let outcome = Outcome::Booked { reservation, kept: None };
    kept::set_date(c, station, (id, placing.on), &outcome, doing.now)?;
    let data = serde_json::json!({ "venue": series.venue, "on": placing.on, "reservation": reservation });
    doing.record(c, "series.date-placed", id, &data)?;
    Ok(reservation)
}

/// A date of a series, if it has its outcome.
pub(super) fn date_of(c: &mut Conn, doing: &Doing<'_>, series: &Series, on: Date) -> Result<Dated, Fault> {
    let all = kept::dates_of(c, doing.station.id, series.id)?;
    all.into_iter().find(|d| d.on == on).ok_or(Fault::NotFound)
}

fn near_enough(doing: &Doing<'_>, placing: &Placing) -> Result<(), Refusal> {
    let (day, week) = (doing.date(placing.from), Days::new().days(NEAR));
    let (first, last) = (placing.on.saturating_sub(week), placing.on.saturating_add(week));
    if placing.from < doing.now || (placing.by_holder && day < first) {
        return Err(Refusal::Past);
    }
    if placing.by_holder && day > last {
        return Err(Refusal::TooFar { last_day: last });
    }
    Ok(())
}

fn keep(
    c: &mut Conn,
    doing: &Doing<'_>,
    series: &Series,
    (placing, span): (&Placing, &Span),
    standing: Option<&Reservation>,
) -> Result<ReservationId, Not<Refusal>> {
    let offering = doing.offering_of(c, series)?;
    let person = series.holder.person();
    let who = (person, standing.map(|r| r.id));
    let facts = offers::facts_for(c, doing.house, doing.station, offering, span, who, doing.now)?;
    let group = standing.map_or(series.terms.group, |r| r.group);
    let ask = Ask { from: placing.from, minutes: placing.minutes, group, said: None };
    let booking = rules::book(doing.now, &ask, series.source, &facts)?;
    if placing.by_holder {
        rules::own_terms(doing.now, (span, group), &facts)?;
    }
    if let Some(old) = standing {
        acts::taken_if_there(store::set_time(c, doing.station.id, old, &booking, doing.now))?;
        doing.give_to_who_waits(c, old.venue)?;
        return Ok(old.id);
    }
    reserve(c, doing, series, &booking)
}
