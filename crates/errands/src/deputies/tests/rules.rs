use jiff::civil::date;

use super::{THEN, slot};
use crate::deputies::rules::{
    Day, Hat, Press, Refusal, State, Step, Visit, announce, earliest, free, press, seen, slots, take,
};
use crate::tests::at;

fn day() -> Day {
    Day { on: THEN, from: slot(0), until: slot(70), minutes: 20, called_off: false }
}

#[test]
fn a_day_is_announced_three_days_ahead_or_the_earliest_is_told() {
    let wednesday = date(2026, 6, 24);
    assert_eq!(earliest(wednesday), THEN);
    assert_eq!(announce(wednesday, &day(), &[]), Ok(()));
    let thursday = date(2026, 6, 25);
    assert_eq!(announce(thursday, &day(), &[]), Err(Refusal::TooSoon { earliest: date(2026, 6, 28) }));
    assert_eq!(announce(wednesday, &Day { until: slot(19), ..day() }, &[]), Err(Refusal::Backwards));
    assert_eq!(announce(wednesday, &Day { until: slot(-60), ..day() }, &[]), Err(Refusal::Backwards));
    let there = (slot(60), slot(120));
    assert_eq!(announce(wednesday, &day(), &[there]), Err(Refusal::Elsewhere { from: there.0, until: there.1 }));
    assert_eq!(announce(wednesday, &day(), &[(slot(70), slot(120))]), Ok(()), "one after the other is well");
}

#[test]
fn slots_follow_from_the_hours_and_only_whole_ones_count() {
    assert_eq!(slots(&day()), [slot(0), slot(20), slot(40)]);
    assert_eq!(free(slot(20), &day(), &[slot(40)]), [], "what has begun is gone, what is taken too");
    assert_eq!(free(at(9, 0), &Day { called_off: true, ..day() }, &[]), []);
}

#[test]
fn whoever_comes_too_late_is_told_what_is_still_free() {
    let now = at(9, 0);
    assert_eq!(take(now, &day(), slot(20), &[], false), Ok(()));
    let taken = take(now, &day(), slot(20), &[slot(20)], false);
    assert_eq!(taken, Err(Refusal::Taken { free: vec![slot(0), slot(40)] }));
    assert_eq!(take(now, &day(), slot(10), &[], false), Err(Refusal::NoSlot));
    assert_eq!(take(slot(20), &day(), slot(20), &[], false), Err(Refusal::SlotOver));
    assert_eq!(take(now, &day(), slot(20), &[], true), Err(Refusal::HasOne));
}

fn visit(state: State) -> Visit {
    let office = (!matches!(state, State::Booked | State::Registered)).then_some(3);
    Visit { state, office, reply_by: None, reopened: false, lapses_at: slot(24 * 60) }
}

const OFFICE: Hat = Hat { deputy: false, deputy_signs_in: true, office: Some(3), manager: false };
const DEPUTY: Hat = Hat { deputy: true, deputy_signs_in: true, office: None, manager: false };

#[test]
fn a_deputy_speaks_and_neither_answers_nor_closes_whatever_else_they_are() {
    let reply_by = THEN;
    for hat in [DEPUTY, Hat { office: Some(3), ..DEPUTY }, Hat { manager: true, ..DEPUTY }] {
        for state in [State::Routed, State::Answered] {
            for wish in [Press::Answer, Press::Close] {
                assert_eq!(press(slot(0), &visit(state), hat, wish), Err(Refusal::DeputyCannot), "{state:?} {wish:?}");
            }
        }
        let (said, step) = press(slot(0), &visit(State::Answered), hat, Press::NotSettled { reply_by }).unwrap();
        assert_eq!((said.state, said.reopened, said.office, step), (State::Routed, true, Some(3), Step::NotSettled));
    }
    let again = press(slot(0), &visit(State::Closed), DEPUTY, Press::NotSettled { reply_by });
    assert_eq!(again.unwrap().0.state, State::Routed, "also what the office has closed");
}

#[test]
fn an_office_answers_and_closes_and_does_not_speak_for_the_deputy() {
    let (answered, _) = press(slot(0), &visit(State::Routed), OFFICE, Press::Answer).unwrap();
    assert_eq!(press(slot(0), &visit(State::Routed), OFFICE, Press::Close), Err(Refusal::Stands(State::Routed)));
    assert_eq!(press(slot(0), &answered, OFFICE, Press::Close).unwrap().0.state, State::Closed);
    let other = Hat { office: Some(1), ..OFFICE };
    assert_eq!(press(slot(0), &answered, other, Press::Close), Err(Refusal::NotYourOffice));
    for hat in [OFFICE, other, Hat { manager: true, ..OFFICE }] {
        assert_eq!(press(slot(0), &answered, hat, Press::Comment), Err(Refusal::NotTheDeputy));
    }
    // For a deputy who does not sign in, somebody of another office writes.
    let silent = Hat { deputy_signs_in: false, ..other };
    assert!(press(slot(0), &answered, silent, Press::Comment).is_ok());
    let own = Hat { deputy_signs_in: false, ..OFFICE };
    assert_eq!(press(slot(0), &answered, own, Press::Comment), Err(Refusal::NotTheDeputy));
}

#[test]
fn who_was_not_received_in_time_has_not_come() {
    let booked = visit(State::Booked);
    assert_eq!(seen(booked.lapses_at, &booked).state, State::Missed);
    let early = Press::Register { on: THEN, today: date(2026, 6, 26) };
    assert_eq!(press(slot(0), &booked, OFFICE, early), Err(Refusal::NotYet));
    let late = press(booked.lapses_at, &booked, OFFICE, Press::Register { on: THEN, today: THEN });
    assert_eq!(late, Err(Refusal::Stands(State::Missed)));
}
