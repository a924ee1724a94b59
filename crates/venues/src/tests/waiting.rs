//! How long an offer stands, a sentence each.
use super::*;
use crate::offers::{starts, terms};
use jiff::SignedDuration;
use proptest::prelude::*;

fn until(now: Timestamp, start: Timestamp) -> Option<Timestamp> {
    terms(now, start, &zone()).map(|t| t.until_at)
}

#[test]
fn the_nearer_the_start_the_shorter_the_time_to_answer() {
    assert_eq!(until(at(9, 0), on(26, 10, 0)), Some(at(13, 0)), "another day: four hours");
    assert_eq!(until(at(9, 0), at(19, 0)), Some(at(9, 30)), "the same day: half an hour");
    assert_eq!(until(at(17, 0), at(19, 0)), Some(at(17, 10)), "within two hours: ten minutes");
    assert_eq!(until(at(18, 50), at(19, 0)), Some(at(19, 0)), "never after the start");
    assert_eq!(until(at(18, 51), at(19, 0)), None, "too late to ask anybody");
    assert_eq!(until(at(19, 30), at(19, 0)), None);
}

#[test]
fn nobody_has_to_answer_at_night() {
    let evening = terms(at(21, 0), on(25, 10, 0), &zone()).unwrap();
    assert_eq!(
        (evening.told_at, evening.until_at),
        (at(21, 0), on(25, 7, 30)),
        "runs out at night: anew from the morning"
    );
    let night = terms(at(23, 30), on(25, 10, 0), &zone()).unwrap();
    assert_eq!((night.told_at, night.until_at), (on(25, 7, 0), on(25, 7, 30)), "told in the morning");
    assert_eq!(until(at(23, 30), on(26, 10, 0)), Some(on(25, 11, 0)));
    assert_eq!(until(at(21, 30), at(22, 30)), Some(at(21, 40)));
    assert_eq!(until(at(22, 10), at(23, 0)), Some(at(22, 20)), "a use in that same night");
    assert_eq!(until(at(23, 0), on(25, 7, 5)), None, "nobody could be told in time");
}

#[test]
fn whoever_has_long_is_asked_once_more_an_hour_before_the_end() {
    let far = terms(at(9, 0), on(26, 10, 0), &zone()).unwrap();
    assert_eq!(far.remind_at, Some(at(12, 0)));
    assert_eq!(terms(at(9, 0), at(19, 0), &zone()).unwrap().remind_at, None, "half an hour is one message");
    assert_eq!(terms(at(21, 0), on(25, 10, 0), &zone()).unwrap().remind_at, None, "not at night");
}

#[test]
fn all_starts_on_the_grid_would_do() {
    assert_eq!(starts(at(19, 0), at(20, 0), 30, &zone()), [at(19, 0), at(19, 30), at(20, 0)]);
    assert_eq!(starts(at(19, 10), at(19, 20), 30, &zone()), []);
}

proptest! {
    #[test]
    fn terms_are_fair_whenever_something_becomes_free(made in 0i64..4_000, ahead in 0i64..6_000) {
        let now = on(20, 0, 0) + SignedDuration::from_mins(made);
        let start = now + SignedDuration::from_mins(ahead);
        if let Some(t) = terms(now, start, &zone()) {
            let ten = SignedDuration::from_mins(10);
            prop_assert!(now <= t.told_at && t.told_at + ten <= t.until_at && t.until_at <= start);
            let local = t.until_at.to_zoned_datetime(zone());
            let at_night = local.hour() >= 22 || local.hour() < 7;
            let morning = t.until_at + SignedDuration::from_hours(9);
            prop_assert!(!at_night || start < morning, "{local} for {start}");
            if let Some(at) = t.remind_at {
                prop_assert!(t.told_at < at && at < t.until_at);
            }
        }
    }
}
