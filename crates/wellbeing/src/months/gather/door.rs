//! The door of some days. What is promised past midnight belongs to the day on which it lies, and what is said in such a night tells of
//! both its days.
use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use stations::Station;

use super::super::facts::Facts;
use super::shares::number;
use crate::rules::door::{self, DoorDay, Event, Sign};
use crate::rules::period::Days;
use crate::rules::sheet::Door;

/// So long after the end of a night somebody may still say that they close it.
const CLOSED_LATE: SignedDuration = SignedDuration::from_hours(2);

type Span = (Timestamp, Timestamp);

/// What was promised of a day.
#[derive(Debug, Default, PartialEq, Eq)]
struct Promised {
    /// What began on the day, until its midnight.
    own: Vec<Span>,
    /// What is left of the night before.
    night: Option<Span>,
    /// When what began on the day ends, if it goes on until midnight or past it. A day that is promised whole, from midnight to
    /// midnight, is judged by itself, or months of an open door would be one night.
    over: Option<Timestamp>,
}

impl Promised {
    fn spans(&self) -> impl Iterator<Item = Span> {
        self.night.into_iter().chain(self.own.iter().copied())
    }
}

/// Each day of which it was noted what was promised, even if that was nothing. A day without it is unknown and in no sum.
pub fn door(facts: &Facts, station: &Station, days: Days) -> Option<Door> {
    if !facts.promised.is_known(days) {
        return None;
    }
    let all = promised(facts, &station.zone);
    let some = all.iter().filter(|(on, day)| days.contains(**on) && day.spans().next().is_some());
    let minutes: Vec<DoorDay> = some.map(|(on, day)| of_day(facts, &all, (*on, day))).collect();
    Some(Door { days: number(minutes.len()), minutes: minutes.into_iter().sum() })
}

/// All that was promised in some days, cut at the first and the last midnight.
pub fn promised_in(facts: &Facts, station: &Station, days: Days) -> Vec<Span> {
    let all = promised(facts, &station.zone);
    all.iter().filter(|(on, _)| days.contains(**on)).flat_map(|(_, day)| day.spans()).collect()
}

fn promised(facts: &Facts, zone: &TimeZone) -> BTreeMap<Date, Promised> {
    let midnight = |day: Date| zone.to_ambiguous_timestamp(day.at(0, 0, 0, 0)).compatible().unwrap_or(Timestamp::MAX);
    let mut all: BTreeMap<Date, Promised> = BTreeMap::new();
    for (from, until) in facts.promised.all.iter().flat_map(|day| day.data.spans.iter().copied()) {
        let on = from.to_zoned_datetime(zone.clone()).date();
        let next = on.saturating_add(1.day());
        let end = midnight(next);
        let day = all.entry(on).or_default();
        day.own.push((from, until.min(end)));
        if until > end || (until == end && from > midnight(on)) {
            day.over = Some(until);
        }
        if until > end {
            all.entry(next).or_default().night = Some((end, until.min(midnight(next.saturating_add(1.day())))));
        }
    }
    // Hours that were changed meanwhile may promise a minute twice.
    for day in all.values_mut() {
        let first = day.own.iter().map(|span| span.0).min();
        day.night = day.night.map(|(from, until)| (from, first.map_or(until, |first| until.min(first))));
        day.night = day.night.filter(|(from, until)| from < until);
    }
    all
}

/// The rest of the night before is judged by what was said in that night, on both days; what begins on the day by what was said after
/// that, up to the end of its own night.
fn of_day(facts: &Facts, all: &BTreeMap<Date, Promised>, (on, day): (Date, &Promised)) -> DoorDay {
    // Of a day: what was said in the night before, and what was said after it.
    let of = |on: Date| apart(said(facts, on), all.get(&on.saturating_sub(1.day())).and_then(|day| day.over));
    let (night, own) = of(on);
    let of_night: DoorDay = day
        .night
        .map(|span| {
            let evening = of(on.saturating_sub(1.day())).1;
            let signs: Vec<Event> = evening.into_iter().chain(night).collect();
            door::day(&[span], &signs)
        })
        .unwrap_or_default();
    let later = day.over.map(|_| of(on.saturating_add(1.day())).0);
    let signs: Vec<Event> = own.into_iter().chain(later.into_iter().flatten()).collect();
    of_night + door::day(&day.own, &signs)
}

/// What was said of the door on a day, in order.
fn said(facts: &Facts, on: Date) -> Vec<Event> {
    let mut signs: Vec<Event> = facts.signs.iter().filter(|(day, _)| *day == on).map(|(_, sign)| *sign).collect();
    signs.sort_unstable_by_key(|one| (one.at, one.sign));
    signs
}

/// What is of the night that ended at `end`, and what is not: all before its end, and a closing that was said soon after it, if nothing
/// else was said of the door between.
fn apart(mut signs: Vec<Event>, end: Option<Timestamp>) -> (Vec<Event>, Vec<Event>) {
    let Some(end) = end else { return (vec![], signs) };
    let inside = signs.partition_point(|one| one.at < end);
    let late = |one: &Event| one.sign == Sign::Closed && one.at <= end + CLOSED_LATE;
    let rest = signs.split_off(inside + usize::from(signs.get(inside).is_some_and(late)));
    (signs, rest)
}
