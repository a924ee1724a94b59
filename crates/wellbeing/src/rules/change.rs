//! Whether things got better from one survey to the next: an arrow only where chance alone would hardly point it.
use serde::{Deserialize, Serialize};

use super::estimate::{Estimate, t_quantile};
use super::response::Response;

/// The direction between two surveys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    Up,
    Down,
    /// Zero lies within the interval: it can have gone either way, or nowhere.
    NotSure,
}

/// How far the mean moved.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    /// The later mean less the earlier one, in points of the scale from 0 to 10.
    pub by: f64,
    /// The interval of 95 %.
    pub low: f64,
    pub high: f64,
    pub change: Change,
}

/// Compares two surveys of the same village that were drawn independently (B. L. Welch, Biometrika 34, 1947): se² is the sum of both,
/// df = (se₁² + se₂²)² / (se₁⁴ / df₁ + se₂⁴ / df₂). Where some people were asked both times the interval is rather too wide.
///
/// Nothing unless in both enough have answered: a mean that is not published cannot be compared either.
pub fn moved(before: (&Estimate, &Response), after: (&Estimate, &Response)) -> Option<Moved> {
    if !before.1.is_enough() || !after.1.is_enough() {
        return None;
    }
    let (first, second) = (before.0, after.0);
    let (v1, v2) = (first.se.powi(2), second.se.powi(2));
    let square = v1 + v2;
    // Both know all of their people's answers: nothing is left to chance.
    let half = if square > 0.0 {
        let df = 1.0 / ((v1 / square).powi(2) / first.df + (v2 / square).powi(2) / second.df);
        t_quantile(0.975, df)? * square.sqrt()
    } else {
        0.0
    };
    let by = second.mean - first.mean;
    let (low, high) = (by - half, by + half);
    let change = if low > 0.0 {
        Change::Up
    } else if high < 0.0 {
        Change::Down
    } else {
        Change::NotSure
    };
    Some(Moved { by, low, high, change })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ENOUGH: Response = Response { drawn: 120, not_eligible: 20, answered: 70 };

    fn of(mean: f64, se: f64, df: f64) -> Estimate {
        Estimate { n: 70, raw: mean, mean, se, df, low: mean, high: mean, effective_n: 64.0 }
    }

    fn from_to(before: &Estimate, after: &Estimate) -> Moved {
        moved((before, &ENOUGH), (after, &ENOUGH)).expect("both can be published")
    }

    #[test]
    fn it_moves_as_calculated_apart() {
        // With SciPy's quantile of t at 55.15 degrees of freedom.
        let found = from_to(&of(6.0, 0.25, 40.0), &of(6.9, 0.3, 25.0));
        assert!((found.by - 0.9).abs() < 1e-9 && (found.low - 0.11744477424087041).abs() < 1e-8, "{found:?}");
        assert!((found.high - 1.6825552257591303).abs() < 1e-8 && found.change == Change::Up, "{found:?}");
    }

    #[test]
    fn there_is_no_arrow_while_zero_is_possible() {
        assert_eq!(from_to(&of(6.0, 0.25, 40.0), &of(6.77, 0.3, 25.0)).change, Change::NotSure);
        assert_eq!(from_to(&of(6.8, 0.25, 40.0), &of(6.0, 0.3, 25.0)).change, Change::Down);
        // Fewer degrees of freedom know less: the same distance is no arrow any more.
        assert_eq!(from_to(&of(6.8, 0.25, 4.0), &of(6.0, 0.3, 3.0)).change, Change::NotSure);
    }

    #[test]
    fn where_everybody_answered_both_times_the_difference_is_known() {
        let found = from_to(&of(6.0, 0.0, 30.0), &of(6.5, 0.0, 30.0));
        assert_eq!((found.by, found.low, found.high, found.change), (0.5, 0.5, 0.5, Change::Up));
        assert_eq!(from_to(&of(6.0, 0.0, 30.0), &of(6.0, 0.0, 30.0)).change, Change::NotSure);
    }

    #[test]
    fn what_is_not_published_is_not_compared() {
        let (before, after) = (of(3.0, 0.1, 40.0), of(9.0, 0.1, 40.0));
        let few = Response { drawn: 100, not_eligible: 0, answered: 29 };
        assert_eq!(moved((&before, &few), (&after, &ENOUGH)), None);
        assert_eq!(moved((&before, &ENOUGH), (&after, &few)), None);
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_way(
            a in (0.0_f64..=10.0, 0.0_f64..1.0, 1.0_f64..500.0), b in (0.0_f64..=10.0, 0.01_f64..1.0, 1.0_f64..500.0),
        ) {
            let (a, b) = (of(a.0, a.1, a.2), of(b.0, b.1, b.2));
            let (there, back) = (from_to(&a, &b), from_to(&b, &a));
            prop_assert!((there.low + back.high).abs() < 1e-9 && (there.high + back.low).abs() < 1e-9);
            let other = match back.change {
                Change::Up => Change::Down,
                Change::Down => Change::Up,
                Change::NotSure => Change::NotSure,
            };
            prop_assert_eq!(there.change, other);
            prop_assert_eq!(there.change == Change::NotSure, there.low <= 0.0 && there.high >= 0.0);
            // Never narrower than the more certain of the two alone would be.
            prop_assert!(there.high - there.low >= 2.0 * 1.95 * a.se.max(b.se));
        }
    }
}
