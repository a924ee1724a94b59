//! How sure a count of events is: another week like this one would not have had exactly as many.
use kernel::share::FEWEST;
use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF as _, Gamma};

/// Intervals hold in 95 of 100 cases: 2.5 are below, 2.5 above.
const OUTSIDE: f64 = 0.025;
/// The 97.5th percentile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;
/// From here on the inverse of the gamma function takes long, and the approximation is as good.
const MANY: u64 = 100_000;

/// A count of events with its interval of 95 %.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    pub count: u64,
    /// How many events such a week has in the mean, at least and at most.
    pub low: f64,
    pub high: f64,
}

/// The exact interval of 95 % for the mean of a Poisson distribution of which `count` was seen (F. Garwood, Biometrika 28, 1936):
/// quantiles of gamma distributions with the shapes `count` and `count + 1`. The lower end of none is 0. It is rather too
/// wide: counts are whole numbers, so no interval holds in exactly 95 of 100 cases.
///
/// That events come independently is assumed: where one family brings five wishes at once, it is too narrow.
pub fn interval(count: u64) -> (f64, f64) {
    if count >= MANY {
        return byar(count);
    }
    exact(count).unwrap_or_else(|| byar(count))
}

/// What may be published; nothing of fewer than [`FEWEST`] events: behind few events are few people.
pub fn published(count: u64) -> Option<Counted> {
    let (low, high) = interval(count);
    (count >= FEWEST as u64).then_some(Counted { count, low, high })
}

fn exact(count: u64) -> Option<(f64, f64)> {
    let quantile = |shape: f64, p: f64| Some(Gamma::new(shape, 1.0).ok()?.inverse_cdf(p));
    let low = if count == 0 { 0.0 } else { quantile(count as f64, OUTSIDE)? };
    let high = quantile(count as f64 + 1.0, 1.0 - OUTSIDE)?;
    (low.is_finite() && high.is_finite()).then_some((low, high))
}

/// Byar's approximation (N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II, 1987, 2.3): the cube root of a gamma
/// distribution is nearly normal.
fn byar(count: u64) -> (f64, f64) {
    let end = |n: f64, z: f64| n * (1.0 - 1.0 / (9.0 * n) + z / (3.0 * n.sqrt())).powi(3);
    let low = if count == 0 { 0.0 } else { end(count as f64, -Z) };
    (low.max(0.0), end(count as f64 + 1.0, Z))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use statrs::distribution::{DiscreteCDF as _, Poisson};

    use super::*;

    #[test]
    fn intervals_are_those_of_the_literature() {
        let rounded = |count| {
            let (low, high) = interval(count);
            ((low * 1000.0).round() / 1000.0, (high * 1000.0).round() / 1000.0)
        };
        // Garwood's table: 0, 1, 10 and 30 events.
        assert_eq!(rounded(0), (0.0, 3.689));
        assert_eq!(rounded(1), (0.025, 5.572));
        assert_eq!(rounded(10), (4.795, 18.39));
        assert_eq!(rounded(30), (20.241, 42.827));
    }

    #[test]
    fn of_fewer_than_ten_nothing_is_published() {
        assert_eq!((published(0), published(9)), (None, None));
        let ten = published(10).expect("ten are enough");
        assert!(ten.count == 10 && ten.low < 10.0 && 10.0 < ten.high, "{ten:?}");
    }

    #[test]
    fn where_the_approximation_begins_it_is_as_good() {
        for count in [MANY - 1, MANY / 2] {
            let (exact, byar) = (exact(count).expect("a gamma distribution"), byar(count));
            assert!((exact.0 - byar.0).abs() < 0.01 && (exact.1 - byar.1).abs() < 0.01, "{count}: {exact:?} {byar:?}");
        }
        let (low, high) = interval(u64::MAX);
        assert!(low.is_finite() && high.is_finite() && low < high);
    }

    proptest! {
        /// What defines the interval: were the mean at one of its ends, so many or more extreme would come in 2.5 of 100 cases.
        #[test]
        fn the_ends_are_where_the_count_becomes_unlikely(count in 0_u64..3_000) {
            let (low, high) = interval(count);
            let at_most = Poisson::new(high).expect("above zero").cdf(count);
            prop_assert!((at_most - OUTSIDE).abs() < 1e-6, "{at_most}");
            if count > 0 {
                let at_least = 1.0 - Poisson::new(low).expect("above zero").cdf(count - 1);
                prop_assert!((at_least - OUTSIDE).abs() < 1e-6, "{at_least}");
            }
        }

        #[test]
        fn more_events_never_have_a_lower_interval(count in 0_u64..2 * MANY) {
            let (less, more) = (interval(count), interval(count + 1));
            prop_assert!(less.0 <= more.0 && less.1 <= more.1 && less.0 <= count as f64 && count as f64 <= less.1);
        }
    }
}
