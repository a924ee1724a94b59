//! The intervals of shares and of counts of events, on truths that are drawn as well.
use kernel::share::Share;

use super::{Covered, count};
use crate::rules::numbers::Numbers;
use crate::rules::poisson;

/// A count of whole things has no interval that covers exactly 95 % at each truth: it is more at one and less at the next. So truths
/// are drawn from a range, and the mean over them is looked at (A. Agresti and B. Coull, The American Statistician 52, 1998).
pub(super) fn coverage(numbers: &mut Numbers, rounds: u32) -> Vec<Covered> {
    let mut all = vec![];
    for n in [20_usize, 60, 250] {
        let mut covered = Covered { what: format!("Wilson, {n} people"), within: 0, rounds: 0 };
        for _ in 0..rounds {
            let truth = 0.05 + 0.9 * numbers.share();
            let yes = (0..n).filter(|_| numbers.share() < truth).count();
            if let Some(sure) = Share::new(yes, n).sure() {
                count(&mut covered, sure.low, truth, sure.high);
            }
        }
        all.push(covered);
    }
    for (from, until) in [(10.0, 30.0), (30.0, 120.0), (120.0, 400.0)] {
        let what = format!("Poisson, {from} to {until} events a week");
        let mut covered = Covered { what, within: 0, rounds: 0 };
        for _ in 0..rounds {
            let truth = from + (until - from) * numbers.share();
            let (low, high) = poisson::interval(events(truth, numbers));
            count(&mut covered, low, truth, high);
        }
        all.push(covered);
    }
    all
}

/// How many events come if so many come in the mean: waiting times between them are exponential, until the week is over.
fn events(mean: f64, numbers: &mut Numbers) -> u64 {
    let (mut passed, mut n) = (0.0, 0);
    loop {
        passed -= (1.0 - numbers.share()).ln();
        if passed > mean {
            return n;
        }
        n += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_have_the_mean_and_the_spread_of_poisson() {
        let mut numbers = Numbers::new(9);
        let drawn: Vec<f64> = (0..4000).map(|_| events(25.0, &mut numbers) as f64).collect();
        let mean = drawn.iter().sum::<f64>() / 4000.0;
        let variance = drawn.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 3999.0;
        // Standard errors: 0.08 and 0.57.
        assert!((mean - 25.0).abs() < 0.32 && (variance - 25.0).abs() < 2.3, "{mean} {variance}");
    }
}
