//! Each rule as a sentence.
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::rules::Ways;

fn at(hour: i64) -> Timestamp {
    Timestamp::from_second(1_782_432_000).expect("an instant") + SignedDuration::from_hours(hour)
}

fn plan() -> Plan {
    Plan {
        official: 1,
        on: date(2026, 6, 26),
        from: at(9),
        until: at(11),
        villages: vec![201, 205],
        matters: vec![1],
        travel: 20,
    }
}

fn judged(plan: Plan) -> Result<Day, NotAPlan> {
    plan.judged(date(2026, 6, 24).at(11, 20, 0, 0), at(0), (&[201, 205, 206], &[1, 2]), false)
}

fn day() -> Day {
    judged(plan()).expect("a plan")
}

const ALL: Ways = Ways { drop_off: true, proxy: true, home: true, village: true };
const HERE: Ask = Ask { village: 205, matter: 1, at_home: false };

fn asks(day: &Day, what: Ask, ways: Ways) -> Result<Takes, NoVisit> {
    ask(at(1), day, &what, (ways, 30), (false, false))
}

#[test]
fn the_road_to_each_village_is_taken_from_the_start() {
    assert_eq!((day().minutes, day().used), (120, 40));
}

#[test]
fn a_plan_names_villages_of_the_township_once_each() {
    for villages in [vec![], vec![201, 201], vec![999], (0..9).collect()] {
        assert_eq!(judged(Plan { villages, ..plan() }), Err(NotAPlan::Villages));
    }
}

#[test]
fn a_plan_is_no_longer_than_a_day_and_longer_than_its_road() {
    assert_eq!(judged(Plan { until: at(9), ..plan() }), Err(NotAPlan::Backwards));
    assert_eq!(judged(Plan { travel: 60, ..plan() }), Err(NotAPlan::TooShort));
    assert_eq!(judged(Plan { travel: 121, ..plan() }), Err(NotAPlan::Travel));
    assert_eq!(judged(Plan { from: at(-3), until: at(-1), ..plan() }), Err(NotAPlan::Over));
    assert_eq!(judged(Plan { on: date(2026, 12, 26), ..plan() }), Err(NotAPlan::TooFar));
    assert_eq!(judged(Plan { matters: vec![3], ..plan() }), Err(NotAPlan::Matters));
    let busy = plan().judged(date(2026, 6, 24).at(9, 0, 0, 0), at(0), (&[201, 205], &[1]), true);
    assert_eq!(busy, Err(NotAPlan::Busy));
}

#[test]
fn a_day_takes_as_many_as_its_minutes() {
    let (mut day, mut taken) = (day(), 0);
    while let Ok(takes) = asks(&day, HERE, ALL) {
        day.used += day.takes(takes);
        taken += 1;
    }
    // Two hours less forty minutes of road are two visits of half an hour.
    assert_eq!((taken, day.used), (2, 100));
    assert_eq!(asks(&day, HERE, ALL), Err(NoVisit::Full));
}

#[test]
fn a_home_costs_the_road_to_it() {
    let day = day();
    let takes = asks(&day, Ask { at_home: true, ..HERE }, ALL).expect("there is room");
    assert_eq!(day.takes(takes), 50);
}

#[test]
fn what_is_not_done_there_is_refused_with_how_else_it_is_done() {
    let hall = Ways { drop_off: true, ..Ways::default() };
    assert_eq!(asks(&day(), HERE, hall), Err(NoVisit::NoSuchWay(hall)));
    let walk = Ways { home: false, ..ALL };
    assert_eq!(asks(&day(), Ask { at_home: true, ..HERE }, walk), Err(NoVisit::NoSuchWay(walk)));
    assert_eq!(asks(&day(), Ask { matter: 2, ..HERE }, ALL), Err(NoVisit::NotThatDay));
    assert_eq!(asks(&day(), Ask { village: 206, ..HERE }, ALL), Err(NoVisit::NotThere));
}

#[test]
fn strangers_ask_until_it_begins_and_the_desk_until_it_ends() {
    let ask_at = |hour, by_desk| ask(at(hour), &day(), &HERE, (ALL, 30), (by_desk, false));
    assert_eq!(ask_at(9, false), Err(NoVisit::Over));
    assert!(ask_at(9, true).is_ok());
    assert_eq!(ask_at(11, true), Err(NoVisit::Over));
    let trip = Day { trip: Some(1), ..day() };
    assert!(ask(at(10), &trip, &HERE, (ALL, 30), (false, false)).is_ok());
}

#[test]
fn one_person_has_one_place() {
    assert_eq!(ask(at(1), &day(), &HERE, (ALL, 30), (false, true)), Err(NoVisit::HasPlace));
}

#[test]
fn an_answer_follows_from_how_the_visit_stands() {
    assert_eq!(answer(VisitState::Offered, Answer::Accept), Ok(VisitState::Accepted));
    assert_eq!(answer(VisitState::Accepted, Answer::Accept), Ok(VisitState::Accepted));
    assert_eq!(answer(VisitState::Lapsed, Answer::Accept), Err(NoVisit::Lapsed));
    assert_eq!(answer(VisitState::Declined, Answer::Accept), Err(NoVisit::NotNow(VisitState::Declined)));
    assert_eq!(answer(VisitState::Done, Answer::Withdraw), Err(NoVisit::NotNow(VisitState::Done)));
}

#[test]
fn what_came_of_it_is_known_once_the_day_has_begun() {
    let entered = |hour, state, met| meet(at(hour), &day(), state, met);
    assert_eq!(entered(8, VisitState::Accepted, Met::Done), Err(NoVisit::NotBegun));
    assert_eq!(entered(9, VisitState::Accepted, Met::Not(Next::Hall)), Ok(VisitState::NotMet));
    assert_eq!(entered(9, VisitState::NotMet, Met::Done), Ok(VisitState::Done));
    assert_eq!(entered(9, VisitState::Withdrawn, Met::Done), Err(NoVisit::NotNow(VisitState::Withdrawn)));
}

#[test]
fn numbers_in_rows_stay_what_they_are() {
    for state in VisitState::ALL {
        assert_eq!(VisitState::of(state as i16), Some(state));
    }
    for next in Next::ALL {
        assert_eq!(Next::of(next as i16), Some(next));
    }
}

#[test]
fn a_route_visits_the_villages_in_their_order_and_ends_in_time() {
    let day = Day { used: 100, ..day() };
    let half = Takes { minutes: 30, at_home: false };
    let route = windows(&day, &[(205, half), (201, half)]);
    let minute = |n| at(9) + SignedDuration::from_mins(n);
    assert_eq!(
        route,
        [
            Window { village: 201, from: minute(20), until: minute(60) },
            Window { village: 205, from: minute(80), until: minute(120) },
        ]
    );
}
