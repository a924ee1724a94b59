//! A share that is known only as a range: nobody saw all of the door, all rooms and all people.
use serde::{Deserialize, Serialize};

/// What the share is at least and at most: both between 0 and 1, `low` never above `high`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    pub low: f64,
    pub high: f64,
}

impl Range {
    /// Of two ends in any order; what is beyond 0 or 1 is brought back to it. What is not a number says nothing: such an end lies
    /// as far out as it can.
    pub fn new(a: f64, b: f64) -> Range {
        if a.is_nan() || b.is_nan() {
            return Range { low: 0.0, high: 1.0 };
        }
        Range { low: a.min(b).clamp(0.0, 1.0), high: a.max(b).clamp(0.0, 1.0) }
    }

    /// `at_least` to `at_most` of `whole`, all counted in the same unit; nothing of nothing.
    pub fn of(at_least: i64, at_most: i64, whole: i64) -> Option<Range> {
        // Minutes and people of a month are far below 2^53: they are exact as floats.
        (whole > 0).then(|| Range::new(at_least as f64 / whole as f64, at_most as f64 / whole as f64))
    }

    /// Whether both could be the same share. Ranges that touch could.
    pub fn overlaps(&self, other: &Range) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranges_that_touch_could_be_the_same_and_those_apart_could_not() {
        let of = Range::new;
        assert!(of(0.1, 0.5).overlaps(&of(0.5, 0.9)) && of(0.5, 0.9).overlaps(&of(0.1, 0.5)));
        assert!(of(0.0, 1.0).overlaps(&of(0.4, 0.5)) && of(0.4, 0.5).overlaps(&of(0.0, 1.0)));
        assert!(!of(0.1, 0.4).overlaps(&of(0.5, 0.9)) && !of(0.5, 0.9).overlaps(&of(0.1, 0.4)));
    }

    #[test]
    fn of_nothing_there_is_no_range_and_what_is_not_a_number_says_nothing() {
        assert_eq!(Range::of(0, 0, 0), None);
        assert_eq!(Range::of(1, 1, -5), None);
        assert_eq!(Range::of(3, 6, 12), Some(Range { low: 0.25, high: 0.5 }));
        assert_eq!(Range::new(f64::NAN, 0.5), Range { low: 0.0, high: 1.0 });
    }

    proptest! {
        #[test]
        fn ends_are_in_order_and_within_bounds(a in any::<f64>(), b in any::<f64>()) {
            let range = Range::new(a, b);
            prop_assert!(0.0 <= range.low && range.low <= range.high && range.high <= 1.0, "{range:?}");
            prop_assert_eq!(range, Range::new(b, a));
        }

        #[test]
        fn a_range_survives_being_written_and_read(a in 0..=10_000i32, b in 0..=10_000i32) {
            // With four digits, as it is published: of seventeen, reading may miss the last.
            let range = Range::new(f64::from(a) / 10_000.0, f64::from(b) / 10_000.0);
            let text = serde_json::to_string(&range).expect("written");
            prop_assert_eq!(serde_json::from_str::<Range>(&text).expect("read"), range);
        }
    }
}
