//! What the public pages show, gathered in one read each.
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Span as Days, Timestamp};

use super::forms::Wish;
use crate::acts::Actor;
use crate::answers::{self, DayOf, Receipt};
use crate::rules::{
    self, Ask, Favoured, LayerKind, Name, Offering, Policy, Priority, Refusal, Side, Slot, Span, Venue, covered,
};
use crate::{Catalogue, ReservationId, store};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

/// At which station something is read, and when.
#[derive(Clone)]
pub struct Here {
    pub house: House,
    pub station: Arc<Station>,
    pub now: Timestamp,
    /// The reservation that is being moved: its own time is free for it.
    pub except: Option<ReservationId>,
}

impl Here {
    pub fn new(house: &House, station: &Arc<Station>) -> Here {
        Here { house: house.clone(), station: station.clone(), now: house.now(), except: None }
    }

    fn date(&self, at: Timestamp) -> Date {
        at.to_zoned_datetime(self.station.zone.clone()).date()
    }

    pub fn today(&self) -> Date {
        self.date(self.now)
    }

    /// The last day on which one may book.
    pub fn last_day(&self, policy: &Policy) -> Date {
        self.today().saturating_add(Days::new().days(policy.days_ahead))
    }

    /// Several offerings of a catalogue, each with the length that is asked for.
    pub fn days(
        &self,
        c: &mut Conn,
        wanted: (&Catalogue, &[(Offering, Option<i32>)]),
        on: Date,
    ) -> Result<Vec<DayOf>, Fault> {
        answers::days(c, &self.house, &self.station, wanted, on, self.now)
    }

    pub fn day(&self, c: &mut Conn, of: &Offering, on: Date, minutes: Option<i32>) -> Result<DayOf, Fault> {
        answers::day_without(
            c,
            &self.house,
            &self.station,
            of,
            (on, minutes, Side::Oneself(None)),
            (self.now, self.except),
        )
    }
}

/// A start that one may choose, and whether there is room for the length that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    pub slot: Slot,
    pub enough: bool,
    /// Whose it is first, while not everybody may book it.
    pub first: Option<Favoured>,
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
    /// Nothing of that length is left on the day, and there are other stations.
    pub elsewhere: bool,
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

/// So many days are shown at first: with the way to the others, what fits into a row of a phone. And so many at most.
const FEW_DAYS: i32 = 4;
const MOST_DAYS: i32 = 62;

/// The booking page of the offering called `slug`. Without a wish, it opens at the nearest time that is free.
pub fn look(c: &mut Conn, here: &Here, slug: &str, wish: &Wish) -> Result<Look, Not<Refusal>> {
    let offering = answers::offering(c, &here.station, slug)?;
    let minutes = length(&offering.policy, wish.minutes);
    let (today, last_day) = (here.today(), here.last_day(&offering.policy));
    let at = match (wish.at, wish.on) {
        (None, None) => nearest_free(c, here, &offering, minutes)?,
        (at, _) => at,
    };
    let on = wish.on.or(at.map(|at| here.date(at))).unwrap_or(today).clamp(today, last_day);
    let day = here.day(c, &offering, on, Some(minutes))?;
    let cards = cards(c, here, &day)?;
    let chosen = choose(&cards, at.unwrap_or_else(|| same_time_on(here, on)));
    let far = (on - today).get_days() >= FEW_DAYS;
    let count = if wish.all_days || far { MOST_DAYS } else { FEW_DAYS };
    let days = day_chips(c, here, &offering, count)?;
    let elsewhere = chosen.is_none() && stations::others(c, here.station.id)?;
    Ok(Look { day, cards, days, last_day, chosen, elsewhere })
}

/// The length that was asked for, if it can be had, otherwise the usual one.
fn length(policy: &Policy, asked: Option<i32>) -> i32 {
    asked
        .filter(|n| (policy.shortest..=policy.longest).contains(n) && n % policy.grid.max(1) == 0)
        .unwrap_or(policy.usual)
}

fn nearest_free(c: &mut Conn, here: &Here, offering: &Offering, minutes: i32) -> Result<Option<Timestamp>, Fault> {
    let ask = Ask { from: here.now, minutes, group: offering.policy.smallest_group, said: None };
    let works = answers::nearest(c, &here.house, &here.station, offering, (&ask, Side::Oneself(None)), here.now)?;
    Ok(works.first().map(|s| s.from))
}

/// The starts of the day for its length, and those where there is room for the shortest use only.
fn cards(c: &mut Conn, here: &Here, day: &DayOf) -> Result<Vec<Card>, Fault> {
    let mut cards: Vec<Card> = day.slots.iter().map(|slot| Card { slot: *slot, enough: true, first: None }).collect();
    let shortest = day.offering.policy.shortest;
    if day.minutes > shortest {
        for slot in here.day(c, &day.offering, day.on, Some(shortest))?.slots {
            match cards.iter_mut().find(|card| card.slot.span.from == slot.span.from) {
                Some(card) if card.slot.free == 0 && slot.free > 0 => *card = Card { slot, enough: false, first: None },
                Some(_) => {}
                None => cards.push(Card { slot, enough: false, first: None }),
            }
        }
        cards.sort_by_key(|card| card.slot.span.from);
    }
    // Of the starts that have begun, only the last is of use, and only if there is room.
    let running = cards.iter().map(|card| card.slot.span.from).filter(|from| *from < here.now).max();
    let begun = |card: &Card| Some(card.slot.span.from) == running && card.slot.free > 0;
    cards.retain(|card| card.slot.span.from >= here.now || begun(card));
    for card in &mut cards {
        card.first = first(&day.priorities, &card.slot.span, here.now);
    }
    Ok(cards)
}

/// Whose a time is first, while not everybody may book it.
fn first(priorities: &[Priority], span: &Span, now: Timestamp) -> Option<Favoured> {
    priorities.iter().find(|p| p.concerns(span) && now < p.opens_at(span.from)).map(|p| p.whom)
}

/// The start with room that is nearest to the one wished for; of those that are others' first only the very one.
fn choose(cards: &[Card], wanted: Timestamp) -> Option<Span> {
    let theirs = |card: &&Card| card.first.is_none() || card.slot.span.from == wanted;
    let works = cards.iter().filter(|card| card.enough && card.slot.free > 0).filter(theirs).map(|card| card.slot.span);
    works.min_by_key(|s| ((s.from - wanted).abs(), s.from))
}

/// The clock time of `now` on another day: who looks in the evening most often wants an evening.
fn same_time_on(here: &Here, on: Date) -> Timestamp {
    let zone = &here.station.zone;
    let time = here.now.to_zoned_datetime(zone.clone()).time();
    zone.to_ambiguous_timestamp(on.to_datetime(time)).compatible().unwrap_or(here.now)
}

/// The first `count` days on which one may book.
fn day_chips(c: &mut Conn, here: &Here, offering: &Offering, count: i32) -> Result<Vec<DayChip>, Fault> {
    let (today, zone, now) = (here.today(), &here.station.zone, here.now);
    let count = count.min(offering.policy.days_ahead.saturating_add(1));
    let window = rules::days(zone, today, count);
    let near = store::nearby(c, &here.house, &here.station, offering.venue, &window, (now, None))?;
    let chip = |n: i32| {
        let on = today.saturating_add(Days::new().days(n));
        let day = rules::days(zone, on, 1);
        let open = near.open.iter().any(|o| o.until > now && o.overlaps(&day));
        let closing =
            near.layers.iter().rev().find(|l| {
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

/// A week of one offering, day by day.
#[derive(Debug, Clone)]
pub struct Week {
    pub days: Vec<DayOf>,
    pub last_day: Date,
}

/// Seven days from `on`, or from today, as far as one may book. There is always at least one.
pub fn week(c: &mut Conn, here: &Here, slug: &str, on: Option<Date>) -> Result<Week, Not<Refusal>> {
    let offering = answers::offering(c, &here.station, slug)?;
    let (today, last_day) = (here.today(), here.last_day(&offering.policy));
    let first = on.unwrap_or(today).clamp(today, last_day);
    let days = (0..7).map(|n| first.saturating_add(Days::new().days(n))).filter(|on| *on <= last_day);
    let shortest = Some(offering.policy.shortest);
    let days = days.map(|on| here.day(c, &offering, on, shortest)).collect::<Result<Vec<_>, Fault>>()?;
    Ok(Week { days, last_day })
}

/// The stretches of a day in which something is free.
pub fn free_stretches(day: &DayOf) -> Vec<Span> {
    let mut stretches: Vec<Span> = vec![];
    for slot in day.slots.iter().filter(|s| s.free > 0) {
        match stretches.last_mut() {
            Some(last) if slot.span.from <= last.until => last.until = slot.span.until,
            _ => stretches.push(slot.span),
        }
    }
    stretches
}

/// A reservation, for those who may see it.
pub fn receipt_for(c: &mut Conn, here: &Here, id: ReservationId, actor: Actor) -> Result<Receipt, Fault> {
    let receipt = answers::receipt(c, &here.station, id, here.now)?;
    match actor {
        Actor::Person(person) if receipt.reservation.person != Some(person) => Err(Fault::NotFound),
        _ => Ok(receipt),
    }
}
