//! Judging the dates of a series and keeping what was judged.
use jiff::civil::Date;

use super::doing::Doing;
use crate::offers;
use crate::rules::{Booking, Claim, Facts, Name, Offering, Refusal, Source, Span, Venue, days};
use crate::series::rules::{Judged, Known, Outcome, Terms, Why, judge};
use crate::series::store::{self as kept, Series};
use crate::store::{self, NewReservation};
use crate::{ReservationId, acts};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;
use people::PersonId;

/// For whom and by what right the dates are judged.
#[derive(Clone, Copy)]
pub struct For<'a> {
    pub offering: &'a Offering,
    pub venue: &'a Venue,
    pub person: Option<PersonId>,
    pub source: Source,
    pub self_made: bool,
    /// Nothing will be kept: what has lapsed is left as it is.
    pub only_looks: bool,
}

/// What becomes of each of `dates`, were they booked one after the other. A rule of the offering that forbids the series
/// as such is an error only while it is being made (`strict`); later it is a clash like others.
pub fn judge_all(
    c: &mut Conn,
    doing: &Doing<'_>,
    (terms, dates): (&Terms, &[Date]),
    whose: &For<'_>,
    strict: bool,
) -> Result<Vec<(Date, Judged)>, Not<Refusal>> {
    let mut before: Vec<Booking> = vec![];
    let mut all = vec![];
    for on in dates {
        let judged = match judge_one(c, doing, (terms, *on), whose, (&before, None)) {
            Err(Not::Refused(_)) if !strict => Judged::Clash(Why::Rules),
            judged => judged?,
        };
        if let Judged::Book(booking) = &judged {
            before.push(booking.clone());
        }
        all.push((*on, judged));
    }
    Ok(all)
}

/// One date, as if `before` were booked already and the reservation `except` were not there.
pub fn judge_one(
    c: &mut Conn,
    doing: &Doing<'_>,
    (terms, on): (&Terms, Date),
    whose: &For<'_>,
    (before, except): (&[Booking], Option<ReservationId>),
) -> Result<Judged, Not<Refusal>> {
    let known = known(doing, whose.venue, terms, on)?;
    let span = terms.span_on(on, &doing.station.zone).ok_or(Refusal::EndsBeforeStart)?;
    let offering = whose.offering.clone();
    let (house, station, now) = (doing.house, doing.station, doing.now);
    let mut facts = match whose.only_looks {
        true => store::facts_seen(c, house, station, offering, &span, whose.person, now)?,
        false => offers::facts_for(c, house, station, offering, &span, (whose.person, except), now)?,
    };
    add(&mut facts, before, on);
    Ok(judge(doing.now, (terms, on), (&known, &facts), (whose.source, whose.self_made))?)
}

/// What the calendar says of a day.
fn known(doing: &Doing<'_>, venue: &Venue, terms: &Terms, on: Date) -> Result<Known, Fault> {
    let calendar = stations::calendar(doing.house);
    let holiday = calendar.holiday(on).map(|name| Name { zh: name.zh.clone(), en: name.en.clone() });
    let hours_wait = store::waits_for_notice(doing.house, doing.station, venue, on)?;
    Ok(Known { holiday, waits_for_notice: hours_wait || (terms.skips_holidays && calendar.is_provisional(on)) })
}

/// Facts as they will be when `before` is booked.
fn add(facts: &mut Facts, before: &[Booking], on: Date) {
    let zone = facts.zone.clone();
    let day = days(&zone, on, 1);
    let monday = on.saturating_sub(jiff::Span::new().days(on.weekday().to_monday_zero_offset()));
    let week = days(&zone, monday, 7);
    let starts_in = |span: &Span| before.iter().filter(|b| span.contains(b.span.from)).count();
    let number = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    facts.on_day = facts.on_day.saturating_add(number(starts_in(&day)));
    facts.in_week = facts.in_week.saturating_add(number(starts_in(&week)));
    let claims = |b: &Booking| {
        let claim = |unit| Claim { unit, span: b.span, before: b.before, after: b.after };
        b.units.iter().copied().map(claim).collect::<Vec<_>>()
    };
    facts.claims.extend(before.iter().flat_map(claims));
}

/// Keeps what was judged of a date that has no row yet. A date whose time has begun is no date any more.
pub fn keep(
    c: &mut Conn,
    doing: &Doing<'_>,
    series: &Series,
    on: Date,
    judged: &Judged,
) -> Result<Option<Outcome>, Not<Refusal>> {
    let outcome = match judged {
        Judged::Book(booking) => Outcome::Booked { reservation: reserve(c, doing, series, booking)?, kept: None },
        Judged::Skip(why) => Outcome::Skipped(why.clone()),
        Judged::Clash(why) => Outcome::Clash(why.clone()),
        Judged::NotKnown => Outcome::NotKnown,
        Judged::Past => return Ok(None),
    };
    kept::insert_date(c, doing.station.id, (series.id, on), &outcome, doing.now)?;
    Ok(Some(outcome))
}

/// The reservation of a date.
pub fn reserve(
    c: &mut Conn,
    doing: &Doing<'_>,
    series: &Series,
    booking: &Booking,
) -> Result<ReservationId, Not<Refusal>> {
    let id = ReservationId(doing.house.new_id());
    let person = series.holder.person();
    let new = NewReservation {
        id,
        offering: series.offering,
        venue: series.venue,
        person,
        guest_sealed: series.holder.guest_sealed(),
        source: series.source,
        code: None,
        now: doing.now,
    };
    acts::taken_if_there(store::insert(c, doing.station.id, &new, booking))?;
    if let Some(person) = person {
        people::keep_until(c, person, booking.span.until)?;
    }
    Ok(id)
}
