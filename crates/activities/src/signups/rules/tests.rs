//! Each rule as a sentence, and what is always true of the list.
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use people::Band;
use proptest::prelude::*;

use super::*;
use crate::rules::{Ages, Joining};

fn at(hour: i64) -> Timestamp {
    // Saturday 27 June 2026, midnight in Sanhe.
    Timestamp::from_second(1_782_489_600).expect("an instant") + SignedDuration::from_hours(hour)
}

fn zone() -> TimeZone {
    TimeZone::get("Asia/Shanghai").expect("the zone of Sanhe")
}

/// At three in the afternoon, open for a week until noon, for seven to twelve, under ten with somebody grown up.
fn terms() -> Terms {
    Terms {
        joining: Joining::SignUp,
        ages: Ages { min: Some(7), max: Some(12), guardian_under: Some(10) },
        called_off: false,
        opens_at: at(-24 * 7),
        closes_at: at(12),
        starts_at: at(15),
        capacity: Some(20),
        drawn: false,
    }
}

fn child(band: Band) -> Asked {
    Asked { seats: 1, whom: Whom::Child(band), held: true, by_desk: false }
}

#[test]
fn one_signs_up_while_it_is_open_and_the_desk_until_it_begins() {
    let ask = |hour, by_desk| join(at(hour), &terms(), &Asked { by_desk, ..child(Band::To9) });
    assert_eq!(ask(-24 * 7 - 1, false), Err(NoSignup::NotYet(at(-24 * 7))));
    assert_eq!(ask(-24 * 7 - 1, true), Ok(Outcome::Place));
    assert_eq!(ask(11, false), Ok(Outcome::Place));
    assert_eq!(ask(12, false), Err(NoSignup::Closed));
    assert_eq!(ask(12, true), Ok(Outcome::Place));
    assert_eq!(ask(15, true), Err(NoSignup::Closed));
}

#[test]
fn where_everybody_just_comes_or_nobody_does_nobody_signs_up() {
    let off = Terms { called_off: true, ..terms() };
    assert_eq!(join(at(1), &off, &child(Band::To9)), Err(NoSignup::CalledOff));
    let free = Terms { joining: Joining::JustCome, ..terms() };
    assert_eq!(join(at(1), &free, &child(Band::To9)), Err(NoSignup::JustCome));
}

#[test]
fn nobody_takes_more_places_than_a_family_or_than_there_are() {
    let ask = |seats, capacity| join(at(1), &Terms { capacity, ..terms() }, &Asked { seats, ..child(Band::To9) });
    assert_eq!(ask(0, None), Err(NoSignup::Seats(8)));
    assert_eq!(ask(9, None), Err(NoSignup::Seats(8)));
    assert_eq!(ask(3, Some(2)), Err(NoSignup::Seats(2)));
    assert_eq!(ask(2, Some(2)), Ok(Outcome::Place));
}

#[test]
fn a_band_fits_or_may_not_fit_or_does_not() {
    let of = Ages { min: Some(8), max: Some(12), guardian_under: None };
    let all = [Band::To6, Band::To9, Band::To12, Band::To15].map(|band| fit(&of, Whom::Child(band)));
    assert_eq!(all, [Fit::Not, Fit::MayNotFit, Fit::Fits, Fit::Not]);
    assert_eq!(fit(&of, Whom::Oneself), Fit::Not, "it is for children only");
    assert_eq!(fit(&Ages { min: Some(60), ..Ages::default() }, Whom::Oneself), Fit::Fits);
}

#[test]
fn a_small_child_comes_with_somebody_grown_up() {
    let alone = |band| join(at(1), &terms(), &Asked { held: false, by_desk: true, ..child(band) });
    assert_eq!(alone(Band::To9), Err(NoSignup::GuardianFirst(10)));
    assert_eq!(alone(Band::To12), Ok(Outcome::Place));
    assert_eq!(join(at(1), &terms(), &child(Band::To9)), Ok(Outcome::Place));
}

#[test]
fn before_the_draw_everybody_takes_part_and_after_it_comes_last() {
    let draw = Terms { joining: Joining::Draw, ..terms() };
    assert_eq!(join(at(11), &draw, &child(Band::To9)), Ok(Outcome::Draw));
    let late = Asked { by_desk: true, ..child(Band::To9) };
    assert_eq!(join(at(13), &Terms { drawn: true, ..draw }, &late), Ok(Outcome::Place));
}

#[test]
fn an_offer_holds_a_day_or_two_hours_on_the_day_and_never_past_the_start() {
    let until = |now, starts| deadline(at(now), at(starts), &zone());
    assert_eq!(until(9, 72), at(33));
    assert_eq!(until(9, 15), at(11));
    assert_eq!(until(14, 15), at(15));
    assert_eq!(until(23, 34), at(34), "tomorrow morning is sooner than a day");
}

#[test]
fn one_is_reminded_on_the_evening_before() {
    assert_eq!(reminds_from(at(15), &zone()), at(-6));
    assert_eq!(reminds_from(at(0), &zone()), at(-6));
}

#[test]
fn an_answer_follows_from_how_it_stands() {
    assert_eq!(answer(State::Offered, Answer::Accept), Ok(State::In));
    assert_eq!(answer(State::In, Answer::Accept), Ok(State::In));
    assert_eq!(answer(State::Lapsed, Answer::Accept), Err(NoSignup::Lapsed));
    assert_eq!(answer(State::Waiting, Answer::Accept), Err(NoSignup::NotNow(State::Waiting)));
    for state in [State::In, State::Waiting, State::Offered, State::Entered, State::GivenBack] {
        assert_eq!(answer(state, Answer::GiveBack), Ok(State::GivenBack));
    }
    assert_eq!(answer(State::Missed, Answer::GiveBack), Err(NoSignup::NotNow(State::Missed)));
}

#[test]
fn what_nobody_answers_lapses_and_who_still_waits_at_the_start_has_waited_in_vain() {
    assert_eq!(State::Offered.at(at(11), Some(at(11)), at(15)), State::Lapsed);
    assert_eq!(State::Offered.at(at(10), Some(at(11)), at(15)), State::Offered);
    assert_eq!(State::In.at(at(11), Some(at(11)), at(15)), State::Lapsed, "a phone that nobody proved");
    assert_eq!(State::In.at(at(16), None, at(15)), State::In);
    assert_eq!(State::Waiting.at(at(15), None, at(15)), State::Missed);
}

#[test]
fn numbers_in_rows_stay_what_they_are() {
    let all = State::ALL.map(|s| (s as i16, s.name()));
    let kept = ["in", "waiting", "offered", "entered", "given-back", "lapsed", "called-off", "missed"];
    assert_eq!(all.map(|(_, name)| name), kept);
    assert!(all.iter().zip(0..).all(|((number, _), n)| *number == n));
    assert!(State::ALL.iter().all(|s| State::of(*s as i16) == Some(*s)));
}

proptest! {
    /// Nobody who fits is passed over for somebody behind them.
    #[test]
    fn whoever_is_asked_fits_and_nobody_before_them_does(free in 0..10i32, seats in proptest::collection::vec(1..=8i16, 0..30)) {
        let line: Vec<Waiter> = seats.iter().zip(1..).map(|(seats, place)| Waiter { place, seats: *seats }).collect();
        let found = first_that_fits(free, &line);
        let before = found.map_or(i32::MAX, |w| w.place);
        prop_assert!(found.is_none_or(|w| i32::from(w.seats) <= free));
        prop_assert!(line.iter().all(|w| w.place >= before || i32::from(w.seats) > free));
    }

    /// The list is emptied in its order where everybody needs one place, however the row is read.
    #[test]
    fn single_places_go_in_the_order_of_the_list(mut places in proptest::collection::hash_set(1..1000i32, 1..40)) {
        let mut order = vec![];
        while !places.is_empty() {
            let line: Vec<Waiter> = places.iter().map(|place| Waiter { place: *place, seats: 1 }).collect();
            let Some(next) = first_that_fits(1, &line) else { break };
            places.remove(&next.place);
            order.push(next.place);
        }
        prop_assert!(places.is_empty() && order.is_sorted());
    }
}
