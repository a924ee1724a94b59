//! What the public pages show, gathered in one read each.
use jiff::civil::{Date, Time};
use jiff::{Span as Days, Timestamp};

use super::forms::Wish;
use crate::acts::Actor;
use crate::answers::{self, DayOf, Receipt};
use crate::rules::{self, Ask, LayerKind, Name, Offering, Policy, Refusal, Slot, Span, Venue, covered};
use crate::{ReservationId, store};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;
use stations::Station;

/// A start that one may choose, and whether there is room for the length that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    pub slot: Slot,
    pub enough: bool,
}

/// A day that one may choose, and, if nothing is open on it, perhaps why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayChip {
    pub on: Date,
    pub shut: Option<Option<Name>>,
}

/// All that the booking page shows of one offering.
#[derive(Debug, Clone)]
pub struct Look {
    pub day: DayOf,
    pub cards: Vec<Card>,
    pub days: Vec<DayChip>,
    /// The last day that can be booked.
    pub last_day: Date,
    pub chosen: Option<Span>,
}

impl Look {
    pub fn offering(&self) -> &Offering {
        &self.day.offering
    }
    pub fn venue(&self) -> &Venue {
        &self.day.venue
    }
    pub fn policy(&self) -> &Policy {
        &self.day.offering.policy
    }
}

/// So many days are shown at first, and so many at most.
const FEW_DAYS: i32 = 5;
const MOST_DAYS: i32 = 62;

/// The booking page of the offering called `slug`. Without a wish, it opens at the nearest time that is free.
pub fn look(c: &mut Conn, station: &Station, slug: &str, wish: &Wish, now: Timestamp) -> Result<Look, Not<Refusal>> {
    let offering = answers::offering(c, station, slug)?;
    let minutes = length(&offering.policy, wish.minutes);
    let today = now.to_zoned_datetime(station.zone.clone()).date();
    let last_day = today.saturating_add(Days::new().days(offering.policy.days_ahead));
    let at = match (wish.at, wish.on) {
        (None, None) => nearest_free(c, station, &offering, minutes, now)?,
        (at, _) => at,
    };
    let date_of = |at: Timestamp| at.to_zoned_datetime(station.zone.clone()).date();
    let on = wish.on.or(at.map(date_of)).unwrap_or(today).clamp(today, last_day);
    let day = answers::day(c, station, &offering, on, Some(minutes), now)?;
    let cards = cards(c, station, &day, now)?;
    let chosen = choose(&cards, at.unwrap_or_else(|| same_time_on(station, on, now)));
    let far = (on - today).get_days() >= FEW_DAYS;
    let count = if wish.all_days || far { MOST_DAYS } else { FEW_DAYS };
    let days = day_chips(c, station, &offering, (today, count), now)?;
    Ok(Look { day, cards, days, last_day, chosen })
}

/// The length that was asked for, if it can be had, otherwise the usual one.
fn length(policy: &Policy, asked: Option<i32>) -> i32 {
    asked.filter(|n| (policy.shortest..=policy.longest).contains(n) && n % policy.grid.max(1) == 0).unwrap_or(policy.usual)
}

fn nearest_free(
    c: &mut Conn,
    station: &Station,
    offering: &Offering,
    minutes: i32,
    now: Timestamp,
) -> Result<Option<Timestamp>, Fault> {
    let ask = Ask { from: now, minutes, group: offering.policy.smallest_group };
    Ok(answers::nearest(c, station, offering, &ask, now)?.first().map(|s| s.from))
}

/// The starts of the day for its length, and those where there is room for the shortest use only.
fn cards(c: &mut Conn, station: &Station, day: &DayOf, now: Timestamp) -> Result<Vec<Card>, Fault> {
    let mut cards: Vec<Card> = day.slots.iter().map(|slot| Card { slot: *slot, enough: true }).collect();
    let shortest = day.offering.policy.shortest;
    if day.minutes > shortest {
        let short = answers::day(c, station, &day.offering, day.on, Some(shortest), now)?;
        for slot in short.slots {
            match cards.iter_mut().find(|card| card.slot.span.from == slot.span.from) {
                Some(card) if card.slot.free == 0 && slot.free > 0 => *card = Card { slot, enough: false },
                Some(_) => {}
                None => cards.push(Card { slot, enough: false }),
            }
        }
        cards.sort_by_key(|card| card.slot.span.from);
    }
    Ok(cards)
}

/// The start with room that is nearest to the one wished for.
fn choose(cards: &[Card], wanted: Timestamp) -> Option<Span> {
    let works = cards.iter().filter(|card| card.enough && card.slot.free > 0).map(|card| card.slot.span);
    works.min_by_key(|s| ((s.from - wanted).abs(), s.from))
}

/// The clock time of `now` on another day: who looks in the evening most often wants an evening.
fn same_time_on(station: &Station, on: Date, now: Timestamp) -> Timestamp {
    let time = now.to_zoned_datetime(station.zone.clone()).time();
    station.zone.to_ambiguous_timestamp(on.to_datetime(time)).compatible().unwrap_or(now)
}

fn day_chips(
    c: &mut Conn,
    station: &Station,
    offering: &Offering,
    (today, count): (Date, i32),
    now: Timestamp,
) -> Result<Vec<DayChip>, Fault> {
    let count = count.min(offering.policy.days_ahead.saturating_add(1));
    let window = rules::days(&station.zone, today, count);
    let near = store::nearby(c, station, offering.venue, &window, (now, None))?;
    let chip = |n: i32| {
        let on = today.saturating_add(Days::new().days(n));
        let day = rules::days(&station.zone, on, 1);
        let open = near.open.iter().any(|o| o.until > now && o.overlaps(&day));
        let closing = near.layers.iter().rev().find(|l| {
            l.kind == LayerKind::Closed && l.concerns(offering.venue) && covered(&[l.span], &middle(&day))
        });
        DayChip { on, shut: (!open).then(|| closing.map(|l| l.reason.clone())) }
    };
    Ok((0..count).map(chip).collect())
}

/// The hours in which rooms are used at all: a closure of all of them closes the day.
fn middle(day: &Span) -> Span {
    let quarter = (day.until - day.from) / 4;
    Span { from: day.from + quarter * 2, until: day.until - quarter }
}

/// A week of one offering: a row for each start, a cell for each day.
#[derive(Debug, Clone)]
pub struct Week {
    pub offering: Offering,
    pub venue: Venue,
    pub days: Vec<Date>,
    pub rows: Vec<(Time, Vec<Option<Slot>>)>,
    pub last_day: Date,
}

pub fn week(c: &mut Conn, station: &Station, slug: &str, on: Option<Date>, now: Timestamp) -> Result<Week, Not<Refusal>> {
    let offering = answers::offering(c, station, slug)?;
    let today = now.to_zoned_datetime(station.zone.clone()).date();
    let last_day = today.saturating_add(Days::new().days(offering.policy.days_ahead));
    let first = on.unwrap_or(today).clamp(today, last_day);
    let days: Vec<Date> = (0..7).map(|n| first.saturating_add(Days::new().days(n))).filter(|d| *d <= last_day).collect();
    let mut slots: Vec<Vec<(Time, Slot)>> = vec![];
    let mut venue = None;
    for on in &days {
        let day = answers::day(c, station, &offering, *on, None, now)?;
        let time = |s: &Slot| s.span.from.to_zoned_datetime(station.zone.clone()).time();
        slots.push(day.slots.iter().map(|s| (time(s), *s)).collect());
        venue = Some(day.venue);
    }
    let mut starts: Vec<Time> = slots.iter().flatten().map(|(t, _)| *t).collect();
    starts.sort_unstable();
    starts.dedup();
    let row = |t: Time| (t, slots.iter().map(|day| day.iter().find(|(at, _)| *at == t).map(|(_, s)| *s)).collect());
    let rows = thinned(starts).into_iter().map(row).collect();
    let venue = venue.ok_or(Fault::NotFound)?;
    Ok(Week { offering, venue, days, rows, last_day })
}

/// A table of half hours is too long for a phone: the full hours are enough, where there are any.
fn thinned(starts: Vec<Time>) -> Vec<Time> {
    const MANY: usize = 16;
    let full: Vec<Time> = starts.iter().copied().filter(|t| t.minute() == 0).collect();
    if starts.len() > MANY && !full.is_empty() { full } else { starts }
}

/// A reservation, for those who may see it.
pub fn receipt_for(
    c: &mut Conn,
    station: &Station,
    id: ReservationId,
    actor: Actor,
    now: Timestamp,
) -> Result<Receipt, Fault> {
    let receipt = answers::receipt(c, station, id, now)?;
    match actor {
        Actor::Person(person) if receipt.reservation.person != Some(person) => Err(Fault::NotFound),
        _ => Ok(receipt),
    }
}
