//! Answers first: what is free now, on a day, in a week; what one reservation is. Reads only.
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::ReservationId;
use crate::rules::{
    self, Atom, Layer, LayerKind, Offering, Priority, Refusal, Side, Sight, Slot, Span, State, Unit, Venue, VenueId,
    Who,
};
use crate::store::{self, Catalogue, Reservation};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

/// One offering, now.
#[derive(Debug, Clone)]
pub struct FreeNow {
    pub venue: Venue,
    pub offering: Offering,
    /// Places that are free this minute, and of how many; `None` while the room is closed.
    pub now: Option<Slot>,
    /// The next start that works for the smallest group, within the days that can be booked.
    pub next: Option<Span>,
    /// When the room opens next, if it is closed.
    pub opens_at: Option<Timestamp>,
    /// The closure that is on now, if one is.
    pub closed_for: Option<Layer>,
}

/// How far ahead "next free" looks.
const SOON: SignedDuration = SignedDuration::from_hours(48);

/// Every offering of the station, in the order of its list.
pub fn overview(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Vec<FreeNow>, Fault> {
    let catalogue = store::catalogue(c, station.id)?;
    let window = Span { from: now, until: now + SOON };
    let venues: Vec<VenueId> = catalogue.venues.iter().map(|v| v.id).collect();
    let around = store::around(c, house, station, (&catalogue, &venues), &window, now)?;
    let mut all = vec![];
    for venue in venues {
        let near = around.near(venue)?;
        for offering in catalogue.offerings_of(venue) {
            let priorities = store::priorities(house, station, &offering.policy, &window)?;
            all.push(free_now(station, &near, (offering, &priorities), now));
        }
    }
    Ok(all)
}

fn free_now(
    station: &Station,
    near: &store::Nearby,
    (offering, priorities): (&Offering, &[Priority]),
    now: Timestamp,
) -> FreeNow {
    let (open, claims, venue) = (&near.open, &near.claims, &near.venue);
    let policy = &offering.policy;
    let usual = Span::of_minutes(now, policy.usual).filter(|_| policy.who == Who::Anyone);
    let next = |usual| {
        let wanted = (&usual, policy.smallest_group, now);
        let sight = Sight { now, side: Side::Oneself(None), priorities };
        rules::nearest(offering, &near.atoms, (open, claims), &station.zone, wanted, (&sight, 1)).pop()
    };
    let on_now = |l: &&Layer| l.kind == LayerKind::Closed && l.concerns(venue.id) && l.span.contains(now);
    FreeNow {
        venue: venue.clone(),
        offering: offering.clone(),
        now: rules::free_now(offering, &near.atoms, open, claims, now),
        next: usual.and_then(next),
        opens_at: open.iter().map(|o| o.from).find(|from| *from > now),
        closed_for: near.layers.iter().rev().find(on_now).cloned(),
    }
}

/// One offering on one day.
#[derive(Debug, Clone)]
pub struct DayOf {
    pub on: Date,
    pub venue: Venue,
    pub offering: Offering,
    pub atoms: Vec<Atom>,
    pub open: Vec<Span>,
    /// Starts of `minutes` length; past ones are left out.
    pub slots: Vec<Slot>,
    pub minutes: i32,
    /// Closures and extra openings of that day, with reasons.
    pub layers: Vec<Layer>,
    /// The offering's priority windows, that day.
    pub priorities: Vec<Priority>,
}

/// For staff: the starts on the day `on` for uses of `minutes` (`None` = the usual length).
pub fn day(
    c: &mut Conn,
    house: &House,
    station: &Station,
    offering: &Offering,
    on: Date,
    minutes: Option<i32>,
    now: Timestamp,
) -> Result<DayOf, Fault> {
    day_without(c, house, station, offering, (on, minutes, Side::Station), (now, None))
}

/// The same for whoever looks, as if the reservation `except` were not there: it is being moved.
pub fn day_without(
    c: &mut Conn,
    house: &House,
    station: &Station,
    offering: &Offering,
    (on, minutes, side): (Date, Option<i32>, Side),
    (now, except): (Timestamp, Option<ReservationId>),
) -> Result<DayOf, Fault> {
    let window = with_its_night(station, on);
    let near = store::nearby(c, house, station, offering.venue, &window, (now, except))?;
    let priorities = store::priorities(house, station, &offering.policy, &window)?;
    Ok(day_in(station, (offering, priorities), near, (on, minutes, side), now))
}

/// Several offerings of a catalogue on one day, for whoever books by themselves: what they share is read once.
pub fn days(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (catalogue, wanted): (&Catalogue, &[(Offering, Option<i32>)]),
    on: Date,
    now: Timestamp,
) -> Result<Vec<DayOf>, Fault> {
    let venues: Vec<VenueId> = wanted.iter().map(|(offering, _)| offering.venue).collect();
    let window = with_its_night(station, on);
    let around = store::around(c, house, station, (catalogue, &venues), &window, now)?;
    let one = |(offering, minutes): &(Offering, Option<i32>)| {
        let priorities = store::priorities(house, station, &offering.policy, &window)?;
        let wanted = (on, *minutes, Side::Oneself(None));
        Ok(day_in(station, (offering, priorities), around.near(offering.venue)?, wanted, now))
    };
    wanted.iter().map(one).collect()
}

/// The day, and the next one: a use that starts late in the evening may end there.
fn with_its_night(station: &Station, on: Date) -> Span {
    let day = rules::days(&station.zone, on, 1);
    Span { from: day.from, until: day.widened(SignedDuration::from_hours(24)).until }
}

fn day_in(
    station: &Station,
    (offering, priorities): (&Offering, Vec<Priority>),
    near: store::Nearby,
    (on, minutes, side): (Date, Option<i32>, Side),
    now: Timestamp,
) -> DayOf {
    let day = rules::days(&station.zone, on, 1);
    let policy = &offering.policy;
    let minutes = minutes.unwrap_or(policy.usual).clamp(policy.shortest, policy.longest);
    let earliest = earliest_start(policy.notice, now);
    let sight = Sight { now, side, priorities: &priorities };
    let slots = rules::slots(offering, &near.atoms, (&near.open, &near.claims), &station.zone, (&day, minutes), &sight)
        .into_iter()
        .filter(|s| s.span.from >= earliest || running(s, policy.notice, now))
        .collect();
    let layers = near.layers.into_iter().filter(|l| l.concerns(offering.venue) && l.span.overlaps(&day)).collect();
    let (venue, atoms, open) = (near.venue, near.atoms, near.open);
    let priorities = priorities.into_iter().filter(|p| p.concerns(&day)).collect();
    DayOf { on, venue, offering: offering.clone(), atoms, open, slots, minutes, layers, priorities }
}

fn earliest_start(notice: i32, now: Timestamp) -> Timestamp {
    now + SignedDuration::from_mins(notice.into())
}

/// A slot that has begun may still be taken while most of it is left.
fn running(slot: &Slot, notice: i32, now: Timestamp) -> bool {
    notice == 0 && slot.span.contains(now) && (slot.span.until - now) * 2 > slot.span.until - slot.span.from
}

/// The starts nearest to what was asked for that work for whoever asks.
pub fn nearest(
    c: &mut Conn,
    house: &House,
    station: &Station,
    offering: &Offering,
    (ask, side): (&rules::Ask, Side),
    now: Timestamp,
) -> Result<Vec<Span>, Fault> {
    let policy = &offering.policy;
    let today = now.to_zoned_datetime(station.zone.clone()).date();
    let bookable = rules::days(&station.zone, today, policy.days_ahead.saturating_add(1));
    let from = ask.from.clamp(bookable.from, bookable.until);
    let window = Span {
        from: (from - SignedDuration::from_hours(24)).max(bookable.from),
        until: (from + SignedDuration::from_hours(72)).min(bookable.until),
    };
    let near = store::nearby(c, house, station, offering.venue, &window, (now, None))?;
    let open: Vec<Span> = near.open.iter().filter_map(|o| o.meet(&window)).collect();
    let minutes = ask.minutes.clamp(policy.shortest, policy.longest);
    let wanted = Span::of_minutes(ask.from, minutes).unwrap_or(window);
    let group = ask.group.clamp(policy.smallest_group, policy.largest_group);
    let earliest = earliest_start(policy.notice, now);
    let priorities = store::priorities(house, station, policy, &window)?;
    let sight = Sight { now, side, priorities: &priorities };
    let wanted = (&wanted, group, earliest);
    Ok(rules::nearest(offering, &near.atoms, (&open, &near.claims), &station.zone, wanted, (&sight, 3)))
}

/// An offering by its slug, or a refusal that names those that there are.
pub fn offering(c: &mut Conn, station: &Station, slug: &str) -> Result<Offering, Not<Refusal>> {
    match store::offering_by_slug(c, station.id, slug)? {
        Some(offering) => Ok(offering),
        None => Ok(offering_in(&store::catalogue(c, station.id)?, slug)?.clone()),
    }
}

/// The same of a catalogue that was read.
pub fn offering_in<'c>(catalogue: &'c Catalogue, slug: &str) -> Result<&'c Offering, Refusal> {
    let known = || catalogue.offerings.iter().map(|o| o.slug.clone()).collect();
    catalogue.offering(slug).ok_or_else(|| Refusal::UnknownOffering { asked: slug.to_owned(), known: known() })
}

pub fn catalogue(c: &mut Conn, station: &Station) -> Result<Catalogue, Fault> {
    store::catalogue(c, station.id)
}

/// A reservation and what it is for.
#[derive(Debug, Clone)]
pub struct Receipt {
    pub reservation: Reservation,
    /// What it is at the moment of reading.
    pub state: State,
    pub venue: Venue,
    pub offering: Offering,
    pub atoms: Vec<Atom>,
    /// Empty once it has ended early.
    pub units: Vec<Unit>,
}

impl Receipt {
    /// The atoms that were assigned: 2 号台.
    pub fn places(&self) -> impl Iterator<Item = &Atom> {
        self.atoms.iter().filter(|a| self.units.iter().any(|u| u.atom == a.id))
    }
}

pub fn receipt(c: &mut Conn, station: &Station, id: ReservationId, now: Timestamp) -> Result<Receipt, Fault> {
    let reservation = store::by_id(c, station.id, id)?;
    let catalogue = store::catalogue(c, station.id)?;
    with_what(c, station, &catalogue, reservation, now)
}

fn with_what(
    c: &mut Conn,
    station: &Station,
    catalogue: &Catalogue,
    reservation: Reservation,
    now: Timestamp,
) -> Result<Receipt, Fault> {
    let missing = || Fault::broken("a reservation of an offering that is not there; run `yizhan check`");
    Ok(Receipt {
        state: reservation.state_at(now),
        venue: catalogue.venue(reservation.venue).ok_or_else(missing)?.clone(),
        offering: catalogue.offering_by_id(reservation.offering).ok_or_else(missing)?.clone(),
        atoms: catalogue.atoms_of(reservation.venue),
        units: store::units_of(c, station.id, reservation.id)?,
        reservation,
    })
}

/// Several reservations with what they are for, in the given order.
pub fn receipts(c: &mut Conn, station: &Station, all: Vec<Reservation>, now: Timestamp) -> Result<Vec<Receipt>, Fault> {
    let catalogue = store::catalogue(c, station.id)?;
    all.into_iter().map(|r| with_what(c, station, &catalogue, r, now)).collect()
}

/// The station's reservations that start on the day `on`.
pub fn agenda(c: &mut Conn, station: &Station, on: Date, now: Timestamp) -> Result<Vec<Receipt>, Fault> {
    let all = store::day(c, station.id, &rules::days(&station.zone, on, 1))?;
    receipts(c, station, all, now)
}

/// When these parts of a venue are taken on the day `on`.
pub fn claimed(
    c: &mut Conn,
    station: &Station,
    atoms: &[rules::AtomId],
    on: Date,
    now: Timestamp,
) -> Result<Vec<rules::Claim>, Fault> {
    store::claims_of(c, station.id, atoms, &rules::days(&station.zone, on, 1), now)
}

/// Requests that wait for a manager.
pub fn requests(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<Receipt>, Fault> {
    let all = store::requests(c, station.id, now)?;
    receipts(c, station, all, now)
}

/// What a person has and had at the station, the newest first.
pub fn of_person(
    c: &mut Conn,
    station: &Arc<Station>,
    person: people::PersonId,
    now: Timestamp,
) -> Result<Vec<Receipt>, Fault> {
    let all = store::of_person(c, station.id, person, 50)?;
    receipts(c, station, all, now)
}

/// One station and what somebody has there.
pub type AtStation = (Arc<Station>, Vec<Receipt>);

/// What a person has and had at each station, the newest first.
pub fn everywhere(c: &mut Conn, person: people::PersonId, now: Timestamp) -> Result<Vec<AtStation>, Fault> {
    let one = |c: &mut Conn, id| {
        let station = Arc::new(stations::by_id(c, id)?);
        let all = of_person(c, &station, person, now)?;
        Ok((station, all))
    };
    store::stations_of(c, person)?.into_iter().map(|id| one(c, id)).collect()
}

/// Whom a closure of `venue` (or of the whole station) during `span` would hit.
pub fn hit_by(
    c: &mut Conn,
    station: &Station,
    venue: Option<i32>,
    span: &Span,
    now: Timestamp,
) -> Result<Vec<Receipt>, Fault> {
    let all = store::hit_by(c, station.id, venue, span, now)?;
    receipts(c, station, all, now)
}

/// Closures and extra openings that are not over yet.
pub fn layers_from(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<Layer>, Fault> {
    store::layers_between(c, station.id, &Span { from: now, until: now + SignedDuration::from_hours(24 * 400) })
}
