//! How many of how many, and how sure that is. What is published of people never stands without its n and its interval.

use serde::Serialize;
use utoipa::ToSchema;

/// Of fewer than this nothing is published as a share: one could tell who they were, and chance says more than they do.
pub const FEWEST: usize = 10;
/// The 97.5th percentile of the normal distribution: intervals hold in 95 of 100 cases.
const Z: f64 = 1.959_963_984_540_054;

/// `count` of `n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    pub count: usize,
    pub n: usize,
}

/// A share as programs read it. Of fewer than ten the value is null.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = Share)]
pub struct ShareShape {
    pub count: usize,
    pub n: usize,
    /// Between 0 and 1.
    pub value: Option<f64>,
    /// The interval of 95 % (Wilson).
    pub low: Option<f64>,
    pub high: Option<f64>,
}

impl ShareShape {
    pub fn of(share: Share) -> ShareShape {
        let sure = share.published();
        let rounded = |x: f64| (x * 10_000.0).round() / 10_000.0;
        ShareShape {
            count: share.count,
            n: share.n,
            value: sure.map(|s| rounded(s.value)),
            low: sure.map(|s| rounded(s.low)),
            high: sure.map(|s| rounded(s.high)),
        }
    }
}

/// A value with its interval. Of a [`Share`] all are between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sure {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Sure {
    /// The same of a hundred.
    pub fn per_100(self) -> Sure {
        Sure { value: self.value * 100.0, low: self.low * 100.0, high: self.high * 100.0 }
    }
}

impl Share {
    pub fn new(count: usize, n: usize) -> Share {
        Share { count: count.min(n), n }
    }

    /// What may be published; nothing of fewer than [`FEWEST`].
    pub fn published(self) -> Option<Sure> {
        (self.n >= FEWEST).then(|| self.sure()).flatten()
    }

    /// The share with Wilson's interval of 95 % (E. B. Wilson, JASA 22, 1927); nothing of nobody. Unlike the textbook's
    /// interval it stays between 0 and 1 and is honest where nobody or everybody counts.
    pub fn sure(self) -> Option<Sure> {
        if self.n == 0 {
            return None;
        }
        let (count, n) = (self.count as f64, self.n as f64);
        let (value, z2) = (count / n, Z * Z);
        let middle = (value + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let half = Z / (1.0 + z2 / n) * (value * (1.0 - value) / n + z2 / (4.0 * n * n)).sqrt();
        Some(Sure { value, low: (middle - half).max(0.0), high: (middle + half).min(1.0) })
    }
}

/// The ranks (from 0) between which the `p`-quantile of `n` sorted values lies in 95 of 100 cases, and its own: order
/// statistics need no assumption about how the values are spread (H. A. David, Order Statistics, 2.5).
pub fn ranks(p: f64, n: usize) -> Option<(usize, usize, usize)> {
    let last = n.checked_sub(1)?;
    let (size, spread) = (n as f64, Z * (n as f64 * p * (1.0 - p)).sqrt());
    let rank = |at: f64| (at.max(0.0) as usize).min(last);
    // The nearest rank: the smallest value that a share of p does not exceed.
    let own = rank((p * size).ceil() - 1.0);
    Some((rank((p * size - spread).floor() - 1.0).min(own), own, rank((p * size + spread).ceil() - 1.0).max(own)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(count: usize, n: usize) -> (f64, f64) {
        let sure = Share::new(count, n).sure().expect("of somebody");
        let round = |x: f64| (x * 10_000.0).round() / 10_000.0;
        (round(sure.low), round(sure.high))
    }

    #[test]
    fn intervals_are_those_of_the_literature() {
        // R. G. Newcombe, Statistics in Medicine 17, 1998, table I, method 3.
        assert_eq!(interval(81, 263), (0.2553, 0.3662));
        assert_eq!(interval(15, 148), (0.0624, 0.1605));
        assert_eq!(interval(0, 20), (0.0, 0.1611));
        assert_eq!(interval(1, 29), (0.0061, 0.1718));
    }

    #[test]
    fn of_fewer_than_ten_nothing_is_published() {
        assert_eq!(Share::new(9, 9).published(), None);
        assert!(Share::new(0, 10).published().is_some_and(|s| s.value == 0.0 && s.high > 0.2));
        assert_eq!(Share::new(0, 0).sure(), None);
    }

    #[test]
    fn a_median_lies_in_the_middle_and_its_interval_around_it() {
        assert_eq!(ranks(0.5, 0), None);
        assert_eq!(ranks(0.5, 1), Some((0, 0, 0)));
        let (low, own, high) = ranks(0.5, 101).expect("of some");
        assert_eq!(own, 50);
        assert!(low < own && own < high && own - low < 12 && high - own < 12);
        let (low, own, high) = ranks(0.9, 20).expect("of some");
        assert!((low, own) == (14, 17) && high == 19, "{low} {own} {high}");
    }
}
