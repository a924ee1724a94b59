//! How many people were seen in a week, and in how many open hours. Both get noise.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use stations::Station;

use super::super::facts::{Facts, Whose};
use super::door::promised_in;
use super::rooms::kept;
use super::shares::took_place;
use crate::rules::noise::noised;
use crate::rules::period::Days;
use crate::rules::sheet::{NoisedHours, NoisedWeek};
use crate::rules::visits::{VisitDay, Way, hours_visited, week};

/// Loans and returns of the same quarter of an hour count as one person: a fact is one book, nobody knows whose, and one person often
/// brings three back and takes three along.
const QUARTER: i64 = 15 * 60;

/// People seen on some day, in some way, and at which instants.
struct Visit {
    on: Date,
    way: Way,
    people: u64,
    at: Vec<Timestamp>,
}

/// Nothing of a week by whose end nobody had counted anybody.
pub fn visits(facts: &Facts, station: &Station, (days, key): (Days, &[u8])) -> Option<NoisedWeek> {
    if !are_counted(facts, days) {
        return None;
    }
    let seen = seen(facts, station, days).into_iter().map(|visit| {
        let mut day = VisitDay::new(visit.on);
        day.add(visit.way, visit.people);
        day
    });
    let range = week(&seen.collect::<Vec<_>>());
    // One name for both ends: where they are the same count they have the same noise, and two looks at one number tell no more than one.
    let what = format!("{} {} visits", station.id, days.name());
    Some(NoisedWeek { low: noised(key, &what, range.low), high: noised(key, &what, range.high) })
}

/// Nothing if it was not noted when the house was to be open, either.
pub fn hours(facts: &Facts, station: &Station, (days, key): (Days, &[u8])) -> Option<NoisedHours> {
    if !are_counted(facts, days) || !facts.promised.is_known(days) {
        return None;
    }
    let open = promised_in(facts, station, days);
    let seen: Vec<Timestamp> = seen(facts, station, days).into_iter().flat_map(|visit| visit.at).collect();
    let (open, visited) = hours_visited(&open, &seen);
    let what = format!("{} {} hours", station.id, days.name());
    Some(NoisedHours { open, visited: noised(key, &what, visited) })
}

fn are_counted(facts: &Facts, days: Days) -> bool {
    let rooms = facts.used.is_known(days);
    let activities = facts.planned.is_known(days) || facts.held.is_known(days);
    let library = facts.lent.is_known(days) || facts.returned.is_known(days);
    facts.tickets.is_known(days) || rooms || activities || library
}

fn seen(facts: &Facts, station: &Station, days: Days) -> Vec<Visit> {
    let tickets = facts.tickets.within(days).filter(|one| one.data.is_visit());
    let errands = tickets.map(|one| Visit { on: one.on, way: Way::Errands, people: 1, at: vec![one.seen_at()] });
    let activities = took_place(facts, days);
    let activities =
        activities.into_iter().map(|(on, at, people)| Visit { on, way: Way::Activities, people, at: vec![at] });
    errands.chain(in_rooms(facts, station, days)).chain(activities).chain(in_the_library(facts, days)).collect()
}

/// As many as they said they were, one if they did not; whoever came to an activity was counted there. The fact of a use stands on the
/// day on which the use ended.
fn in_rooms(facts: &Facts, station: &Station, days: Days) -> impl Iterator<Item = Visit> {
    let zone = station.zone.clone();
    let theirs = kept(facts, days).into_iter().filter(|kept| kept.seen && kept.whose == Whose::Resident);
    theirs.map(move |kept| Visit {
        on: kept.of.at.to_zoned_datetime(zone.clone()).date(),
        way: Way::Rooms,
        people: u64::from(kept.of.people.unwrap_or(1).max(1)),
        at: throughout(kept.of.at, kept.of.minutes),
    })
}

/// An instant in each quarter of an hour of a use that ended at `end`: somebody was there in each of its hours. Of a week at most.
fn throughout(end: Timestamp, minutes: i64) -> Vec<Timestamp> {
    let quarters = minutes.clamp(1, 7 * 24 * 60).div_euclid(15);
    let last = end - SignedDuration::from_secs(1);
    (0..=quarters)
        .map(|n| last - SignedDuration::from_mins(15 * n))
        .filter(|at| *at >= end - SignedDuration::from_mins(minutes.max(1)))
        .collect()
}

fn in_the_library(facts: &Facts, days: Days) -> impl Iterator<Item = Visit> {
    let mut quarters: Vec<(Date, i64, Timestamp)> = facts
        .lent
        .within(days)
        .chain(facts.returned.within(days))
        .map(|one| (one.on, one.at.as_second().div_euclid(QUARTER), one.at))
        .collect();
    quarters.sort_unstable();
    quarters.dedup_by_key(|(on, quarter, _)| (*on, *quarter));
    quarters.into_iter().map(|(on, _, at)| Visit { on, way: Way::Library, people: 1, at: vec![at] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_use_of_two_hours_was_in_each_of_them_and_in_no_other() {
        let end: Timestamp = "2026-06-03T12:00:00Z".parse().expect("an instant");
        let at = throughout(end, 120);
        let from = end - SignedDuration::from_mins(120);
        assert_eq!(hours_visited(&[(from, end)], &at), (2, 2));
        let around = [(from - SignedDuration::from_mins(60), from), (end, end + SignedDuration::from_mins(60))];
        assert_eq!(hours_visited(&around, &at), (2, 0));
        assert_eq!(throughout(end, 5).len(), 1);
    }
}
