//! What is always true of taps.
use jiff::Timestamp;
use kernel::db::types::Id;
use proptest::prelude::*;

use crate::arrivals::TapId;
use crate::arrivals::rules::{How, Mood, Tap, sum};
use crate::signups::SignupId;

fn id(n: u32) -> Id {
    Id(format!("00000000-0000-7000-8000-{n:012}").parse().expect("an id"))
}

fn tap(n: u32, (of, people, second): (u32, i16, i64)) -> Tap {
    let at = Timestamp::from_second(second).expect("an instant");
    match of {
        0 => Tap { id: TapId(id(n)), signup: None, people, how: How::WalkIn, at },
        of => Tap { id: TapId(id(n)), signup: Some(SignupId(id(of))), people, how: How::Tick, at },
    }
}

#[test]
fn the_last_tap_of_somebody_counts_and_walk_ins_are_added_up() {
    let taps = [tap(1, (1, 2, 10)), tap(2, (1, 0, 20)), tap(3, (0, 3, 5)), tap(4, (0, -1, 6)), tap(5, (2, 1, 1))];
    let all = sum(&taps);
    assert_eq!(all.came.into_values().collect::<Vec<_>>(), [0, 1]);
    assert_eq!(all.walked_in, 2);
    assert_eq!(sum(&[tap(1, (0, -5, 1))]).walked_in, 0);
}

#[test]
fn numbers_in_rows_stay_what_they_are() {
    assert!(Mood::ALL.iter().zip(0..).all(|(mood, n)| *mood as i16 == n && Mood::of(n) == Some(*mood)));
}

proptest! {
    /// Neither order nor repetition makes a difference.
    #[test]
    fn taps_add_up_to_the_same(
        made in proptest::collection::vec((0..4u32, 0..3i16, 0..5i64), 0..30),
        again in proptest::collection::vec(any::<prop::sample::Index>(), 0..20),
        turn in any::<prop::sample::Index>(),
    ) {
        let taps: Vec<Tap> = (1..).zip(made).map(|(n, of)| tap(n, of)).collect();
        let mut sent = taps.clone();
        if !taps.is_empty() {
            sent.extend(again.iter().map(|index| taps[index.index(taps.len())]));
            let by = turn.index(sent.len());
            sent.rotate_left(by);
            sent.reverse();
        }
        prop_assert_eq!(sum(&sent), sum(&taps));
    }
}
