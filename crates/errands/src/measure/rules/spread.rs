//! How long something took: the middle of many, and what nine of ten did not exceed.
use kernel::share::{FEWEST, Sure, ranks};

/// Lengths in seconds, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spread(Vec<i64>);

impl FromIterator<i64> for Spread {
    fn from_iter<I: IntoIterator<Item = i64>>(all: I) -> Spread {
        let mut sorted: Vec<i64> = all.into_iter().collect();
        sorted.sort_unstable();
        Spread(sorted)
    }
}

impl Spread {
    pub fn n(&self) -> usize {
        self.0.len()
    }

    /// What a share `p` did not exceed, in minutes, with its interval; nothing of too few.
    pub fn at(&self, p: f64) -> Option<Sure> {
        let (low, own, high) = ranks(p, self.n()).filter(|_| self.n() >= FEWEST)?;
        let minutes = |rank: usize| self.0.get(rank).map(|seconds| *seconds as f64 / 60.0);
        Some(Sure { value: minutes(own)?, low: minutes(low)?, high: minutes(high)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_many_and_nothing_of_few() {
        let ten: Spread = (1..=10).map(|minute| minute * 60).collect();
        let median = ten.at(0.5).expect("ten are enough");
        assert!(median.value == 5.0 && median.low < 5.0 && median.high > 5.0, "{median:?}");
        assert_eq!((1..=9).collect::<Spread>().at(0.5), None);
    }
}
