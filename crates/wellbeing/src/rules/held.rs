//! 活动常办: how many of the times that were planned took place. One that was not announced in time, or to which hardly anybody
//! came, was no activity for residents.
use serde::{Deserialize, Serialize};

use super::range::Range;

/// So many hours ahead a time has to be announced: who hears of it on the same day cannot arrange to come.
pub const AHEAD_H: i64 = 24;
/// So many people make it one that was held.
pub const PEOPLE: u32 = 3;

/// One planned time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// Whole hours from when it could be seen until it began; nothing if it could not be seen before.
    pub announced_h: Option<i64>,
    /// Nothing if nobody counted.
    pub came: Option<u32>,
    pub called_off: bool,
}

/// `planned` is the sum of all the others: each time is exactly one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldBasis {
    pub planned: u64,
    pub held: u64,
    /// Announced in time, not called off, and nobody counted who came.
    pub unknown: u64,
    /// Announced less than a day ahead, whoever came.
    pub late: u64,
    /// Fewer than three came.
    pub few: u64,
    pub called_off: u64,
}

pub fn basis(times: &[Time]) -> HeldBasis {
    let mut sum = HeldBasis::default();
    for time in times {
        sum.planned += 1;
        let in_time = time.announced_h.is_some_and(|hours| hours >= AHEAD_H);
        *match (time.called_off, in_time, time.came) {
            (true, _, _) => &mut sum.called_off,
            (false, false, _) => &mut sum.late,
            (false, true, None) => &mut sum.unknown,
            (false, true, Some(came)) if came < PEOPLE => &mut sum.few,
            (false, true, Some(_)) => &mut sum.held,
        } += 1;
    }
    sum
}

/// `[held / planned, (held + unknown) / planned]`; nothing if nothing was planned.
pub fn range(b: &HeldBasis) -> Option<Range> {
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    Range::of(number(b.held), number(b.held.saturating_add(b.unknown)), number(b.planned))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn time(announced_h: Option<i64>, came: Option<u32>, called_off: bool) -> Time {
        Time { announced_h, came, called_off }
    }

    fn one(of: Time) -> HeldBasis {
        basis(&[of])
    }

    #[test]
    fn it_was_held_if_it_was_announced_a_day_ahead_and_three_came() {
        let planned = HeldBasis { planned: 1, ..HeldBasis::default() };
        assert_eq!(one(time(Some(24), Some(3), false)), HeldBasis { held: 1, ..planned });
        assert_eq!(one(time(Some(23), Some(30), false)), HeldBasis { late: 1, ..planned });
        assert_eq!(one(time(None, Some(30), false)), HeldBasis { late: 1, ..planned });
        assert_eq!(one(time(Some(24), Some(2), false)), HeldBasis { few: 1, ..planned });
        assert_eq!(one(time(Some(24), Some(30), true)), HeldBasis { called_off: 1, ..planned });
        assert_eq!(one(time(Some(24), None, true)), HeldBasis { called_off: 1, ..planned });
        assert_eq!(one(time(Some(24), None, false)), HeldBasis { unknown: 1, ..planned });
        assert_eq!(one(time(Some(2), None, false)), HeldBasis { late: 1, ..planned });
    }

    #[test]
    fn what_nobody_counted_makes_the_range_wide() {
        let times = [
            time(Some(100), Some(12), false),
            time(Some(100), None, false),
            time(Some(100), None, true),
            time(Some(1), Some(9), false),
        ];
        assert_eq!(range(&basis(&times)), Some(Range { low: 0.25, high: 0.5 }));
        assert_eq!(range(&basis(&[])), None);
    }

    fn some_times() -> impl Strategy<Value = Vec<Time>> {
        let one = (proptest::option::of(0..50i64), proptest::option::of(0..9u32), any::<bool>());
        proptest::collection::vec(one.prop_map(|(hours, came, off)| time(hours, came, off)), 1..30)
    }

    proptest! {
        #[test]
        fn each_time_is_counted_once_and_counting_narrows_the_range(times in some_times(), came in 0..9u32) {
            let b = basis(&times);
            prop_assert_eq!(b.planned, b.held + b.unknown + b.late + b.few + b.called_off);
            prop_assert_eq!(b.planned, times.len() as u64);
            // Had somebody counted, the truth would have been within what was said before.
            let counted: Vec<Time> = times.iter().map(|t| Time { came: t.came.or(Some(came)), ..*t }).collect();
            let (before, after) = (range(&b).expect("planned"), range(&basis(&counted)).expect("planned"));
            prop_assert!(before.low <= after.low && after.high <= before.high);
            prop_assert_eq!(after.low, after.high);
        }
    }
}
