//! A sentence each, without a database.
use jiff::SignedDuration;

use super::{at, on};
use crate::door::rules::{Door, Guesses, MOST_WRONG, enter, opens, wants_code};
use crate::rules::{Source, Span, State};

fn evening() -> Span {
    Span { from: at(20, 0), until: at(21, 0) }
}

#[test]
fn a_code_is_good_from_ten_minutes_before_the_start_to_the_end() {
    assert_eq!(opens(&evening()), Span { from: at(19, 50), until: at(21, 0) });
    let with = |state, now| enter(now, state, &evening());
    assert_eq!(with(State::Confirmed, at(19, 49)), Door::TooEarly { from: at(19, 50) });
    assert_eq!(with(State::Confirmed, at(19, 50)), Door::Opens { until: at(21, 0) });
    assert_eq!(with(State::CheckedIn, at(20, 59)), Door::Opens { until: at(21, 0) });
    assert_eq!(with(State::CheckedIn, at(21, 0)), Door::Stays);
    for state in [State::Held, State::Completed, State::Expired, State::Cancelled, State::Released] {
        assert_eq!(with(state, at(20, 5)), Door::Stays, "{state:?}");
    }
}

#[test]
fn the_dates_of_a_series_get_their_codes_the_day_before() {
    let wants = |source, now| wants_code(now, State::Confirmed, source, &evening());
    assert!(wants(Source::Public, on(1, 9, 0)));
    for source in [Source::Series, Source::Season] {
        assert!(!wants(source, on(23, 19, 59)));
        assert!(wants(source, on(23, 20, 0)));
    }
    assert!(!wants_code(at(9, 0), State::Held, Source::Public, &evening()));
}

#[test]
fn after_so_many_wrong_codes_in_a_row_the_keypad_waits_and_then_counts_anew() {
    let mut guesses = Guesses::default();
    for n in 1..=MOST_WRONG {
        assert_eq!(guesses.pause(at(9, 0)), None, "{n}");
        guesses = guesses.after_a_wrong_one(at(9, 0));
    }
    assert_eq!(guesses.pause(at(9, 1)), Some(SignedDuration::from_mins(4)));
    assert_eq!(guesses.pause(at(9, 5)), None);
    assert_eq!(guesses.after_a_wrong_one(at(9, 5)).wrong, 1);
    // A slip of the finger now and then never adds up.
    let slow = Guesses { wrong: 3, last_at: Some(at(9, 0)) };
    assert_eq!(slow.after_a_wrong_one(at(9, 4)).wrong, 4);
    assert_eq!(slow.after_a_wrong_one(at(9, 5)).wrong, 1);
}
