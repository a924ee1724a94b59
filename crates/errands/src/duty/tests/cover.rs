use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::duty::rules::{Cover, Span, cover};

fn span((from, length): (i64, i64)) -> Span {
    let at = |minute: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute);
    (at(from), at(from + length))
}

fn spans(all: &[(i64, i64)]) -> Vec<Span> {
    all.iter().copied().map(span).collect()
}

#[test]
fn what_nobody_covers_is_a_gap_with_its_times() {
    let day = spans(&[(510, 210), (840, 240)]);
    let shifts = spans(&[(500, 100), (600, 60), (840, 60), (930, 200)]);
    let expected = Cover { promised: 450, covered: 360, gaps: spans(&[(660, 60), (900, 30)]), doubled: vec![] };
    assert_eq!(cover(&day, &shifts), expected);
    assert_eq!(cover(&day, &[]).gaps, day, "without shifts all of it is a gap");
    assert_eq!(cover(&[], &shifts), Cover::default(), "where nothing is promised nothing is missing");
}

#[test]
fn who_stands_beside_somebody_is_told_and_counts_once() {
    let found = cover(&spans(&[(0, 100)]), &spans(&[(0, 60), (40, 60), (50, 30)]));
    assert_eq!((found.covered, found.gaps, found.doubled), (100, vec![], spans(&[(40, 40)])));
}

fn some(most: usize) -> impl Strategy<Value = Vec<(i64, i64)>> {
    prop::collection::vec((0..300_i64, 1..120_i64), 0..most)
}

proptest! {
    /// Each minute, asked by itself: is it promised, and how many stand there?
    #[test]
    fn every_promised_minute_is_covered_or_a_gap(promised in some(3), shifts in some(6)) {
        // Hours of a day do not overlap.
        let mut last = 0;
        let promised: Vec<(i64, i64)> = promised.iter().map(|(gap, n)| { let from = last + gap; last = from + n; (from, *n) }).collect();
        let found = cover(&spans(&promised), &spans(&shifts));
        let holds = |all: &[(i64, i64)], minute: i64| all.iter().filter(|(from, n)| (*from..from + n).contains(&minute)).count();
        let inside = |all: &[Span], minute: i64| {
            let at = Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute);
            all.iter().filter(|(from, until)| *from <= at && at < *until).count()
        };
        for minute in 0..=last {
            let (wanted, there) = (holds(&promised, minute), holds(&shifts, minute));
            prop_assert_eq!(inside(&found.gaps, minute), usize::from(wanted == 1 && there == 0), "minute {}", minute);
            prop_assert_eq!(inside(&found.doubled, minute), usize::from(wanted == 1 && there >= 2), "minute {}", minute);
        }
        let covered = (0..=last).filter(|m| holds(&promised, *m) == 1 && holds(&shifts, *m) > 0).count();
        prop_assert_eq!(found.covered, covered as i64);
        prop_assert_eq!(found.promised, promised.iter().map(|(_, n)| n).sum::<i64>());
    }
}
