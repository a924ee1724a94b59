//! How long a turn occupies a desk.
use jiff::SignedDuration;

/// A log-normal length: what people take at a desk is skewed and its logarithm nearly normal (Brown, Gans, Mandelbaum, Sakov,
/// Shen, Zeltyn and Zhao, "Statistical analysis of a telephone call center", JASA 100, 2005).
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Takes {
    /// The mean of ln(minutes): half of all turns are shorter than e^mu minutes.
    pub mu: f64,
    /// The standard deviation of ln(minutes), above 0.
    pub sigma: f64,
}

/// Below this many standard deviations what has passed says nothing, and the ratio below would be one of two huge numbers.
const NOTHING_SAID: f64 = -6.0;
/// From here on the continued fraction is exact to more digits than the series for the whole line.
const TAIL: f64 = 2.5;

impl Takes {
    /// Half of all turns take less than `median` minutes.
    pub fn around(median: f64, sigma: f64) -> Takes {
        Takes { mu: median.max(f64::MIN_POSITIVE).ln(), sigma }
    }

    /// In minutes.
    pub fn mean(self) -> f64 {
        (self.mu + self.sigma * self.sigma / 2.0).exp()
    }

    fn variance(self) -> f64 {
        self.mean().powi(2) * ((self.sigma * self.sigma).exp() - 1.0)
    }

    /// Several matters of one visit, one after the other: the log-normal length with the same mean and variance as their sum
    /// (Fenton, "The sum of log-normal probability distributions in scatter transmission systems", 1960). None of none.
    pub fn together(all: &[Takes]) -> Option<Takes> {
        let mean: f64 = all.iter().map(|t| t.mean()).sum();
        let variance: f64 = all.iter().map(|t| t.variance()).sum();
        let square = (1.0 + variance / (mean * mean)).ln();
        (!all.is_empty()).then(|| Takes { mu: mean.ln() - square / 2.0, sigma: square.sqrt() })
    }

    /// The minutes still to be expected after `elapsed` minutes: E[X - t | X > t] = t R(z - sigma) / R(z) - t with
    /// z = (ln t - mu) / sigma and R(z) = P(Z > z) / phi(z), Mills' ratio of the normal distribution. Who has been served for
    /// long is likely to be served for long.
    pub fn remaining(self, elapsed: f64) -> f64 {
        let z = (elapsed.max(f64::MIN_POSITIVE).ln() - self.mu) / self.sigma;
        if z < NOTHING_SAID {
            return (self.mean() - elapsed).max(0.0);
        }
        (elapsed * (mills(z - self.sigma) / mills(z) - 1.0)).max(0.0)
    }
}

/// Mills' ratio. In the tail Laplace's continued fraction, else Abramowitz and Stegun's 7.1.26, whose error is below 1.5e-7.
fn mills(z: f64) -> f64 {
    if z > TAIL {
        return (1..=12).rev().fold(z, |sum, n| z + f64::from(n) / sum).recip();
    }
    let density = (-z * z / 2.0).exp() / std::f64::consts::TAU.sqrt();
    let x = z.abs() / std::f64::consts::SQRT_2;
    let t = (1.0 + 0.327_591_1 * x).recip();
    let series = [1.061_405_429, -1.453_152_027, 1.421_413_741, -0.284_496_736, 0.254_829_592];
    let above = series.into_iter().fold(0.0, |sum, factor| (sum + factor) * t) * (-x * x).exp() / 2.0;
    (if z < 0.0 { 1.0 - above } else { above }) / density
}

/// To the nearest second, at most a day.
pub(super) fn of_minutes(minutes: f64) -> SignedDuration {
    SignedDuration::from_secs((minutes * 60.0).clamp(-86_400.0, 86_400.0).round() as i64)
}

pub(super) fn minutes(length: SignedDuration) -> f64 {
    length.as_secs_f64() / 60.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same by adding up slices of the density.
    fn by_slices(takes: Takes, elapsed: f64) -> f64 {
        let slice = 0.01;
        let density = |x: f64| (-((x.ln() - takes.mu) / takes.sigma).powi(2) / 2.0).exp() / x;
        let xs = (0..400_000).map(|n| elapsed + (f64::from(n) + 0.5) * slice);
        let (sum, weight) = xs.fold((0.0, 0.0), |(s, w), x| (s + x * density(x), w + density(x)));
        sum / weight - elapsed
    }

    #[test]
    fn what_remains_is_the_mean_of_what_is_longer() {
        let takes = Takes::around(10.0, 0.5);
        for elapsed in [0.5, 2.0, 8.0, 15.0, 40.0, 90.0] {
            let (ours, theirs) = (takes.remaining(elapsed), by_slices(takes, elapsed));
            assert!((ours - theirs).abs() < 0.01 * theirs, "{elapsed}: {ours} and {theirs}");
        }
        assert!((takes.remaining(0.0) - takes.mean()).abs() < 1e-9);
    }

    #[test]
    fn whoever_has_been_served_for_long_is_likely_to_be_served_for_long() {
        let takes = Takes::around(10.0, 0.6);
        assert!(takes.remaining(60.0) > takes.remaining(20.0));
        assert!(takes.remaining(100_000.0).is_finite());
    }

    #[test]
    fn two_matters_take_as_long_as_both() {
        let (one, two) = (Takes::around(5.0, 0.5), Takes::around(20.0, 0.4));
        let both = Takes::together(&[one, two]).expect("two");
        assert!((both.mean() - one.mean() - two.mean()).abs() < 1e-9);
        assert!((both.variance() - one.variance() - two.variance()).abs() < 1e-6);
        assert_eq!(Takes::together(&[]), None);
    }
}
