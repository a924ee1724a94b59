//! When one wants to come.
use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use crate::near::rules::{Part, Start, USUAL_KM, Wish, first_start};
use crate::rules::{Atom, Claim, Mode, Name, Offering, Policy, Side, Sight, Span, Takes, Unit, Who};

fn zone() -> TimeZone {
    TimeZone::get("Asia/Shanghai").unwrap()
}
fn at(day: i8, hour: i8, minute: i8) -> Timestamp {
    zone().to_timestamp(date(2026, 6, day).at(hour, minute, 0, 0)).unwrap()
}
fn span(from: Timestamp, until: Timestamp) -> Span {
    Span::new(from, until).unwrap()
}
fn wish(on: Option<Date>, part: Part) -> Wish {
    Wish { activity: "table-tennis".into(), start: Start::In { on, part }, minutes: None, within: USUAL_KM }
}

#[test]
fn tonight_begins_at_six_or_now_and_after_nine_it_is_tomorrows() {
    let tonight = |now| wish(None, Part::Evening).starts(&zone(), now);
    assert_eq!(tonight(at(24, 9, 0)), Some(span(at(24, 18, 0), at(25, 0, 0))));
    assert_eq!(tonight(at(24, 20, 59)), Some(span(at(24, 20, 59), at(25, 0, 0))));
    assert_eq!(tonight(at(24, 21, 0)), Some(span(at(25, 18, 0), at(26, 0, 0))));
    let morning = wish(None, Part::Morning);
    assert_eq!(morning.starts(&zone(), at(24, 11, 59)), Some(span(at(24, 11, 59), at(24, 12, 0))));
    assert_eq!(morning.starts(&zone(), at(24, 12, 0)), Some(span(at(25, 0, 0), at(25, 12, 0))));
}

#[test]
fn a_day_that_was_named_is_kept_even_if_that_part_of_it_is_over() {
    let today = date(2026, 6, 24);
    assert_eq!(wish(Some(today), Part::Morning).starts(&zone(), at(24, 12, 0)), None);
    let late = wish(Some(today), Part::Evening).starts(&zone(), at(24, 23, 0));
    assert_eq!(late, Some(span(at(24, 23, 0), at(25, 0, 0))));
    let afternoon = wish(Some(date(2026, 6, 26)), Part::Afternoon).starts(&zone(), at(24, 23, 0));
    assert_eq!(afternoon, Some(span(at(26, 12, 0), at(26, 18, 0))));
    assert_eq!(wish(Some(Date::MIN), Part::Morning).starts(&zone(), at(24, 12, 0)), None);
    assert_eq!(wish(Some(date(2027, 6, 30)), Part::Morning).starts(&zone(), at(24, 12, 0)), None);
    assert_eq!(wish(Some(Date::MAX), Part::Morning).day(&zone(), at(24, 12, 0)), Date::MAX);
}

#[test]
fn from_an_instant_on_any_start_of_the_same_day_suits() {
    let from = |instant, now| {
        let wish = Wish { start: Start::From(instant), ..wish(None, Part::Evening) };
        (wish.day(&zone(), now), wish.starts(&zone(), now))
    };
    let now = at(24, 19, 20);
    assert_eq!(from(at(24, 20, 0), now), (date(2026, 6, 24), Some(span(at(24, 20, 0), at(25, 0, 0)))));
    assert_eq!(from(at(24, 8, 0), now).1, Some(span(now, at(25, 0, 0))), "what is past suits nobody");
    assert_eq!(from(at(26, 6, 0), now), (date(2026, 6, 26), Some(span(at(26, 6, 0), at(27, 0, 0)))));
    assert_eq!(from(Timestamp::MAX, now).1, None);
    assert_eq!(from(Timestamp::MIN, now).0, date(2026, 6, 24));
}

#[test]
fn every_hour_is_in_a_part_of_the_day() {
    let named = [0, 11, 12, 17, 18, 23].map(Part::of);
    assert_eq!(named.map(Part::name), ["morning", "morning", "afternoon", "afternoon", "evening", "evening"]);
}

/// One table that is open from 8 to 22, and taken from 18 to 20.
fn table(policy: Policy) -> (Offering, Vec<Atom>, Vec<Span>, Vec<Claim>) {
    let offering = Offering {
        id: 1,
        venue: 1,
        slug: "table".into(),
        name: Name::default(),
        activity: "table-tennis".into(),
        mode: Mode::AnyOne,
        takes: Takes::Whole,
        atoms: vec![1],
        policy,
        version: 1,
    };
    let atoms = vec![Atom { id: 1, venue: 1, name: Name::default(), units: 1 }];
    let taken =
        Claim { unit: Unit { atom: 1, unit: 1 }, span: span(at(24, 18, 0), at(24, 20, 0)), before: 0, after: 0 };
    (offering, atoms, vec![span(at(24, 8, 0), at(24, 22, 0))], vec![taken])
}

fn first(policy: Policy, starts: Span, minutes: Option<i32>, now: Timestamp) -> Option<Span> {
    let (offering, atoms, open, claims) = table(policy);
    let sight = Sight { now, side: Side::Oneself(None), priorities: &[] };
    first_start(&offering, &atoms, (&open, &claims), &zone(), (&starts, minutes), &sight).map(|slot| slot.span)
}

#[test]
fn the_first_start_is_behind_what_is_taken_and_inside_the_opening() {
    let (now, evening) = (at(24, 9, 0), span(at(24, 18, 0), at(25, 0, 0)));
    let usual = Policy::default();
    assert_eq!(first(usual.clone(), evening, None, now), Some(span(at(24, 20, 0), at(24, 21, 0))));
    let long = Some(span(at(24, 20, 0), at(24, 22, 0)));
    assert_eq!(first(usual.clone(), evening, Some(120), now), long);
    assert_eq!(first(usual.clone(), evening, Some(500), now), long, "the longest that there is");
    assert_eq!(first(usual, span(at(24, 21, 30), at(25, 0, 0)), None, now), None, "it closes at 22:00");
}

#[test]
fn what_residents_cannot_book_is_not_found_for_them() {
    let (now, evening) = (at(24, 19, 30), span(at(24, 19, 30), at(25, 0, 0)));
    let soon = Policy { notice: 60, ..Policy::default() };
    assert_eq!(first(soon, evening, None, now), Some(span(at(24, 20, 30), at(24, 21, 30))));
    assert_eq!(first(Policy { who: Who::StaffOnly, ..Policy::default() }, evening, None, now), None);
    assert!(first(Policy { who: Who::WalkInOnly, ..Policy::default() }, evening, None, now).is_some());
    let days_before = at(22, 9, 0);
    assert_eq!(first(Policy { days_ahead: 1, ..Policy::default() }, evening, None, days_before), None);
    assert!(first(Policy { days_ahead: 2, ..Policy::default() }, evening, None, days_before).is_some());
}
