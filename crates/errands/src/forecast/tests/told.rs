//! What can be said, and what cannot.
use super::*;

#[test]
fn nobody_can_be_told_a_time_when_no_desk_is_open() {
    let none = hall(vec![], vec![waits(1)]);
    assert_eq!(asked(&none, 1), Forecast::Cannot(Cannot::NoDesk { back: None }));
    let other_line = hall(vec![desk(1, &[2])], vec![waits(1)]);
    assert_eq!(asked(&other_line, 1), Forecast::Cannot(Cannot::NoDesk { back: None }));
    let mut at_lunch = desk(1, &[1]);
    at_lunch.hours = vec![Span { from: at(60), until: at(CLOSES) }];
    let back = Some(at(60));
    assert_eq!(asked(&hall(vec![at_lunch], vec![waits(1)]), 1), Forecast::Cannot(Cannot::NoDesk { back }));
}

#[test]
fn whoever_waits_for_an_official_who_is_away_is_told_when_they_return_and_no_time_of_their_own() {
    let mut away = Desk { official: Some(7), ..desk(1, &[1]) };
    away.hours = vec![Span { from: at(200), until: at(CLOSES) }];
    let wants = Waits { official: Some(7), ..waits(1) };
    let open = Desk { official: Some(8), ..desk(2, &[1]) };
    let said = asked(&hall(vec![away, open.clone()], vec![wants]), 1);
    assert_eq!(said, Forecast::Cannot(Cannot::Away { official: 7, back: Some(at(200)) }));
    let said = asked(&hall(vec![open], vec![wants]), 1);
    assert_eq!(said, Forecast::Cannot(Cannot::Away { official: 7, back: None }));
}

#[test]
fn nobody_is_told_a_time_after_the_desks_close() {
    let queue = (1..=60).map(waits).collect();
    let full = hall(vec![desk(1, &[1])], queue);
    assert!(matches!(asked(&full, 45), Forecast::About(_)));
    assert_eq!(asked(&full, 46), Forecast::Cannot(Cannot::NotBefore { closes: Some(at(CLOSES)) }));
    let late = about(&full, 44);
    assert!(late.may_close && late.until == at(CLOSES), "{late:?}");
    assert!(!about(&full, 2).may_close);
}

#[test]
fn a_ticket_that_does_not_wait_has_no_forecast() {
    assert_eq!(asked(&hall(vec![desk(1, &[1])], vec![]), 1), Forecast::Cannot(Cannot::NotWaiting));
}

#[test]
fn whom_a_free_desk_calls_at_once_is_told_now() {
    let now = about(&hall(vec![desk(1, &[1])], vec![waits(1)]), 1);
    assert!(now.is_at_once());
    assert_eq!((now.from, now.point, now.until, now.ahead, now.desks), (at(30), at(30), at(30), 0, 1));
}

#[test]
fn a_forecast_says_how_many_are_ahead_and_how_many_desks_are_open() {
    let mut at_lunch = desk(3, &[1]);
    at_lunch.hours = vec![Span { from: at(300), until: at(CLOSES) }];
    let elsewhere = Waits { line: 2, ..waits(9) };
    let desks = vec![desk(1, &[1]), desk(2, &[1]), at_lunch, desk(4, &[2])];
    let told = about(&hall(desks, vec![waits(1), waits(2), waits(3), elsewhere]), 3);
    assert_eq!((told.ahead, told.desks), (2, 2));
    assert!(told.from <= told.point && told.point <= told.until);
}

#[test]
fn whoever_would_draw_now_is_behind_everybody() {
    let two = hall(vec![desk(1, &[1])], vec![waits(1), waits(2)]);
    let Forecast::About(told) = forecast_joining(&two, waits(30), &Durations::default(), &Band::default()) else {
        panic!("a desk is open");
    };
    assert_eq!((told.ahead, minute(told.scheduled)), (2, 50));
}

#[test]
fn times_are_told_in_five_minutes_outwards() {
    let told = About { from: at(31), until: at(44), ..about(&hall(vec![desk(1, &[1])], vec![waits(1)]), 1) };
    assert_eq!(told.rounded(), (at(30), at(45)));
    let even = About { from: at(30), until: at(45), ..told };
    assert_eq!(even.rounded(), (at(30), at(45)));
}

#[test]
fn a_forecast_is_kept_with_the_ticket() {
    let told = about(&hall(vec![desk(1, &[1])], vec![waits(1), waits(2)]), 2);
    let row = serde_json::to_string(&told).expect("written");
    assert_eq!(serde_json::from_str::<About>(&row).expect("read"), told);
}
