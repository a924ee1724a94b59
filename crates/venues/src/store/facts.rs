//! Gathers what the rules decide by.
use std::sync::Arc;

use diesel::prelude::*;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::ReservationId;
use crate::rules::{
    Atom, AtomId, Facts, Layer, Offering, Policy, Priority, Span, State, Venue, VenueId, days, open_spans, weekly_spans,
};
use crate::schema::reservations as r;
use almanac::holidays::Calendar;
use almanac::hours::Hours;
use kernel::db::Conn;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;
use people::PersonId;
use stations::Station;

use super::catalogue::Catalogue;
use super::{catalogue, claims, layers, settle};

/// How far around the time asked for one looks: the longest use and its gaps, on both sides.
const AROUND: SignedDuration = SignedDuration::from_hours(30);

/// A venue's days: what is open and what is claimed inside a window.
#[derive(Debug, Clone)]
pub struct Nearby {
    pub venue: Venue,
    pub atoms: Vec<Atom>,
    pub open: Vec<Span>,
    pub layers: Vec<Layer>,
    pub claims: Vec<crate::rules::Claim>,
}

/// What a decision about `span` depends on. `except` is the reservation that is being moved. What has lapsed there is
/// settled on the way, so that its cells are free for what is decided.
pub fn facts_for(
    c: &mut Conn,
    house: &House,
    station: &Station,
    offering: Offering,
    span: &Span,
    (person, except): (Option<PersonId>, Option<ReservationId>),
    now: Timestamp,
) -> Result<Facts, Fault> {
    Ok(facts_and_settled(c, house, station, offering, span, (person, except), now)?.0)
}

/// The same, and whether anything had to be settled: then somebody may wait for what became free by that.
pub fn facts_and_settled(
    c: &mut Conn,
    house: &House,
    station: &Station,
    offering: Offering,
    span: &Span,
    (person, except): (Option<PersonId>, Option<ReservationId>),
    now: Timestamp,
) -> Result<(Facts, bool), Fault> {
    let window = span.widened(AROUND);
    let (venue, atoms) = catalogue::venue_of(c, station.id, offering.venue)?;
    let held = claims::touching(c, station.id, &ids(&atoms), &window)?;
    let lapsed: Vec<ReservationId> =
        held.iter().filter(|h| h.has_lapsed(now) && h.claim.span.overlaps(span)).map(|h| h.of).collect();
    let settled = !lapsed.is_empty();
    settle::settle_all(c, house, station.id, lapsed, now)?;
    let layers = layers::layers_between(c, station.id, &window)?;
    let open = open_in(house, station, &venue, &layers, &window)?;
    let claims = claims::that_hold(&held, (now, except));
    let (on_day, in_week) = match person {
        Some(person) => counts(c, station, &offering, (person, except), span.from, now)?,
        None => (0, 0),
    };
    let (zone, priorities) = (station.zone.clone(), priorities(house, station, &offering.policy, &window)?);
    Ok((Facts { zone, offering, atoms, open, layers, claims, on_day, in_week, priorities }, settled))
}

/// The same for whoever only looks: nothing is written.
pub fn facts_seen(
    c: &mut Conn,
    house: &House,
    station: &Station,
    offering: Offering,
    span: &Span,
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<Facts, Fault> {
    let window = span.widened(AROUND);
    let near = nearby(c, house, station, offering.venue, &window, (now, None))?;
    let (on_day, in_week) = match person {
        Some(person) => counts(c, station, &offering, (person, None), span.from, now)?,
        None => (0, 0),
    };
    let Nearby { atoms, open, layers, claims, .. } = near;
    let (zone, priorities) = (station.zone.clone(), priorities(house, station, &offering.policy, &window)?);
    Ok(Facts { zone, offering, atoms, open, layers, claims, on_day, in_week, priorities })
}

pub fn nearby(
    c: &mut Conn,
    house: &House,
    station: &Station,
    venue: i32,
    window: &Span,
    (now, except): (Timestamp, Option<ReservationId>),
) -> Result<Nearby, Fault> {
    let (venue, atoms) = catalogue::venue_of(c, station.id, venue)?;
    let layers = layers::layers_between(c, station.id, window)?;
    let held = claims::touching(c, station.id, &ids(&atoms), window)?;
    let open = open_in(house, station, &venue, &layers, window)?;
    Ok(Nearby { venue, atoms, open, layers, claims: claims::that_hold(&held, (now, except)) })
}

fn ids(atoms: &[Atom]) -> Vec<AtomId> {
    atoms.iter().map(|a| a.id).collect()
}

/// What several venues of a station share inside a window, and the claims on all of them: read once.
pub struct Around<'a> {
    catalogue: &'a Catalogue,
    hours: HoursIn<'a>,
    layers: Vec<Layer>,
    claims: Vec<crate::rules::Claim>,
}

/// Reads what concerns `venues` in `window`.
pub fn around<'a>(
    c: &mut Conn,
    house: &House,
    station: &'a Station,
    (catalogue, venues): (&'a Catalogue, &[VenueId]),
    window: &Span,
    now: Timestamp,
) -> Result<Around<'a>, Fault> {
    let atoms: Vec<AtomId> = catalogue.atoms.iter().filter(|a| venues.contains(&a.venue)).map(|a| a.id).collect();
    Ok(Around {
        catalogue,
        hours: HoursIn::new(house, station, window),
        layers: layers::layers_between(c, station.id, window)?,
        claims: claims::claims_of(c, station.id, &atoms, window, now)?,
    })
}

impl Around<'_> {
    /// As [`nearby`], of what was read.
    pub fn near(&self, venue: VenueId) -> Result<Nearby, Fault> {
        let venue = self.catalogue.venue(venue).ok_or(Fault::NotFound)?.clone();
        let atoms = self.catalogue.atoms_of(venue.id);
        let open = self.hours.open(&venue, &self.layers)?;
        let mine = |claim: &&crate::rules::Claim| atoms.iter().any(|a| a.id == claim.unit.atom);
        let claims = self.claims.iter().filter(mine).copied().collect();
        Ok(Nearby { venue, atoms, open, layers: self.layers.clone(), claims })
    }
}

/// The weekly hours of a station inside a window, and what venues make of them.
pub(super) struct HoursIn<'a> {
    station: &'a Station,
    calendar: Arc<Calendar>,
    window: Span,
    of_station: Vec<Span>,
}

impl<'a> HoursIn<'a> {
    pub fn new(house: &House, station: &'a Station, window: &Span) -> HoursIn<'a> {
        let calendar = stations::calendar(house);
        let of_station = weekly_spans(&station.hours, &calendar, &station.zone, window);
        HoursIn { station, calendar, window: *window, of_station }
    }

    pub fn open(&self, venue: &Venue, layers: &[Layer]) -> Result<Vec<Span>, Fault> {
        let weekly = |hours: Arc<Hours>| weekly_spans(&hours, &self.calendar, &self.station.zone, &self.window);
        let own = venue.hours.as_deref().map(stations::parsed_hours).transpose()?.map(weekly);
        Ok(open_spans(&self.of_station, own.as_deref(), layers, venue.id, &self.window))
    }
}

/// When `venue` is open inside `window`.
pub fn open_in(
    house: &House,
    station: &Station,
    venue: &Venue,
    layers: &[Layer],
    window: &Span,
) -> Result<Vec<Span>, Fault> {
    HoursIn::new(house, station, window).open(venue, layers)
}

/// The priority windows of a policy inside `window`.
pub fn priorities(house: &House, station: &Station, policy: &Policy, window: &Span) -> Result<Vec<Priority>, Fault> {
    if policy.windows.is_empty() {
        return Ok(vec![]);
    }
    let calendar = stations::calendar(house);
    let one = |w: &crate::rules::Window| {
        let spans = weekly_spans(&*stations::parsed_hours(&w.hours)?, &calendar, &station.zone, window);
        Ok(Priority { spans, whom: w.whom, reason: w.reason.clone(), to_all: w.to_all })
    };
    policy.windows.iter().map(one).collect()
}

/// Whether a holiday notice that is still to come could change when `venue` is open on a day.
pub fn waits_for_notice(house: &House, station: &Station, venue: &Venue, on: jiff::civil::Date) -> Result<bool, Fault> {
    let calendar = stations::calendar(house);
    let own = venue.hours.as_deref().map(stations::parsed_hours).transpose()?;
    Ok(station.hours.may_change(on, &calendar) || own.is_some_and(|hours| hours.may_change(on, &calendar)))
}

/// How many reservations a person has in the offering's venue on the day and in the week (from Monday) of `at`.
fn counts(
    c: &mut Conn,
    station: &Station,
    offering: &Offering,
    (person, except): (PersonId, Option<ReservationId>),
    at: Timestamp,
    now: Timestamp,
) -> Result<(i32, i32), Fault> {
    let (day, week) = day_and_week(at, &station.zone);
    type Row = (ReservationId, i16, Option<Ts>, Ts, Ts);
    let rows: Vec<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station.id).and(r::person_id.eq(person)).and(r::venue_id.eq(offering.venue)))
        .filter(r::starts_at.ge(Ts(week.from)).and(r::starts_at.lt(Ts(week.until))))
        .select((r::id, r::state, r::lapses_at, r::starts_at, r::ends_at))
        .load(c))?;
    let counted: Vec<Timestamp> = rows
        .into_iter()
        .filter(|(id, ..)| Some(*id) != except)
        .filter(|(_, state, lapses_at, _, ends_at)| {
            State::from_column(*state)
                .map(|s| s.at(now, lapses_at.map(|t| t.0), ends_at.0))
                .is_some_and(|s| s.is_live() || s == State::Completed)
        })
        .map(|(.., starts_at, _)| starts_at.0)
        .collect();
    let number = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    Ok((number(counted.iter().filter(|at| day.contains(**at)).count()), number(counted.len())))
}

fn day_and_week(at: Timestamp, zone: &TimeZone) -> (Span, Span) {
    let day = at.to_zoned_datetime(zone.clone()).date();
    let monday = day.saturating_sub(jiff::Span::new().days(day.weekday().to_monday_zero_offset()));
    (days(zone, day, 1), days(zone, monday, 7))
}
