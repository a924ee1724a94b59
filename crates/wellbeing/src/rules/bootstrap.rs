//! The same mean's interval a second way, which does not believe that means are spread like a bell: the answers are drawn again and
//! again, and one looks how far the mean goes. Where it differs much from [`super::estimate`], neither should be leaned on.
use super::estimate::{TOP, is_usable, unasked};
use super::numbers::Numbers;
use super::strata::Stratum;

/// With fewer rounds there is no round that has 2.5 % of them below it.
const FEWEST_ROUNDS: u32 = 39;

/// What came out. It is not published as it is: with all its digits, and the seed, everybody could try tables of answers until one
/// gives them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bootstrap {
    /// The standard error of the mean: how far the rounds are spread.
    pub se: f64,
    /// The interval of 95 %, between 0 and 10: 2.5 % of the rounds are below, 2.5 % above.
    pub low: f64,
    pub high: f64,
}

/// The rescaled bootstrap of Rao and Wu (JASA 83, 1988, section 2): in each part h, n_h − 1 of its n_h answers are drawn with
/// replacement, and the distance of their mean from the part's is multiplied by √(1 − n_h / N_h); the round's mean is the sum over the
/// parts, each with its share of the people. So the rounds are spread as the estimate is, which n_h draws would not do. The interval
/// is the middle 95 % of the rounds.
///
/// A part whose answers are all alike is drawn from as if there were twice as many, one of them a step higher and one a step lower:
/// the same caution as in [`super::estimate::estimate`].
///
/// The same seed, rounds and parts in their order give the same result. Nothing where there is no estimate, and nothing of fewer than
/// 39 rounds.
pub fn bootstrap(strata: &[Stratum], seed: u64, rounds: u32) -> Option<Bootstrap> {
    let usable = strata.iter().all(|s| is_usable(&s.summary()));
    if strata.is_empty() || !usable || rounds < FEWEST_ROUNDS {
        return None;
    }
    let people: f64 = strata.iter().map(|s| s.population as f64).sum();
    let urns: Vec<Urn> = strata.iter().map(|s| Urn::of(s, people)).collect();
    let mean: f64 = urns.iter().map(|u| u.weight * u.mean).sum();
    let mut numbers = Numbers::new(seed);
    let mut means: Vec<f64> =
        (0..rounds).map(|_| mean + urns.iter().map(|u| u.drawn(&mut numbers)).sum::<f64>()).collect();
    means.sort_by(f64::total_cmp);
    // The k-th smallest and the k-th largest, k = (rounds + 1) · 0.025 (Davison and Hinkley, Bootstrap Methods, 1997, 5.2).
    let below = ((u64::from(rounds) + 1) / 40).saturating_sub(1);
    let below = usize::try_from(below).ok()?;
    let low = means.get(below)?.max(0.0);
    let high = means.iter().rev().nth(below)?.min(TOP);
    let middle = means.iter().sum::<f64>() / f64::from(rounds);
    let squares: f64 = means.iter().map(|m| (m - middle).powi(2)).sum();
    Some(Bootstrap { se: (squares / f64::from(rounds - 1)).sqrt(), low, high })
}

/// One part's answers, to be drawn from.
struct Urn {
    /// Each answer with how many there are up to it.
    upto: Vec<(u64, i64)>,
    size: u64,
    draws: u64,
    mean: f64,
    weight: f64,
    /// What the distance of a round's mean is multiplied by.
    factor: f64,
}

impl Urn {
    fn of(stratum: &Stratum, people: f64) -> Urn {
        let summary = stratum.summary();
        let mut given: Vec<(i64, u64)> = (0..).zip(stratum.answers).filter(|(_, count)| *count > 0).collect();
        if let [(answer, count)] = given[..] {
            given = vec![(answer - 1, 1), (answer, count.saturating_mul(2).saturating_sub(2)), (answer + 1, 1)];
        }
        let mut size = 0_u64;
        let mut upto = Vec::new();
        for (answer, count) in given {
            size = size.saturating_add(count);
            upto.push((size, answer));
        }
        let weight = stratum.population as f64 / people;
        Urn { upto, size, draws: summary.n - 1, mean: summary.mean, weight, factor: weight * unasked(&summary).sqrt() }
    }

    /// How far one round carries the village's mean from here.
    fn drawn(&self, numbers: &mut Numbers) -> f64 {
        let mut sum = 0_i64;
        for _ in 0..self.draws {
            let lot = numbers.below(self.size);
            sum += self.upto.iter().find(|(upto, _)| lot < *upto).map_or(0, |(_, answer)| *answer);
        }
        self.factor * (sum as f64 / self.draws as f64 - self.mean)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::estimate::estimate;
    use super::*;

    fn of(population: u64, answers: [u64; 11]) -> Stratum {
        Stratum { name: "part".into(), population, answers }
    }

    fn village() -> Vec<Stratum> {
        vec![
            of(300, [0, 0, 1, 2, 3, 5, 8, 14, 17, 8, 2]),
            of(100, [1, 0, 1, 1, 1, 2, 1, 2, 1, 0, 0]),
            of(30, [0, 0, 0, 0, 0, 2, 4, 4, 2, 1, 1]),
        ]
    }

    #[test]
    fn the_seed_fixes_it() {
        let first = bootstrap(&village(), 7, 500);
        assert!(first.is_some());
        assert_eq!(bootstrap(&village(), 7, 500), first);
        assert_ne!(bootstrap(&village(), 8, 500).map(|b| b.se), first.map(|b| b.se));
    }

    #[test]
    fn it_is_spread_as_the_estimate_is() {
        let summaries = |strata: &[Stratum]| strata.iter().map(Stratum::summary).collect::<Vec<_>>();
        // Four of eight answered: without the part that is known it would be 1.4 times as wide, with four draws 0.87 times.
        let small = vec![of(8, [0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1]), of(8, [1, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0])];
        for (strata, near_ends) in [(village(), 0.1), (small, 0.9)] {
            let ours = bootstrap(&strata, 1, 4000).expect("a bootstrap");
            let theirs = estimate(&summaries(&strata)).expect("an estimate");
            // The standard deviation of 4,000 draws is known to about one part in 90.
            assert!((ours.se / theirs.se - 1.0).abs() < 0.045, "{ours:?} {theirs:?}");
            let apart = (ours.low - theirs.low).abs().max((ours.high - theirs.high).abs());
            assert!(apart < near_ends, "{ours:?} {theirs:?}");
        }
    }

    #[test]
    fn of_many_answers_the_rounds_are_spread_like_a_bell() {
        let found = bootstrap(&village(), 11, 4000).expect("a bootstrap");
        let in_deviations = (found.high - found.low) / found.se;
        assert!((in_deviations - 2.0 * 1.96).abs() < 0.15, "{found:?}");
    }

    #[test]
    fn one_draw_of_two_answers_is_one_of_them() {
        // 0 and 10, n − 1 = 1 draw, of very many people: each round is 0 or 10, so that the deviation is 5.
        let found = bootstrap(&[of(u64::MAX, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])], 3, 2000).expect("a bootstrap");
        assert!((found.se - 5.0).abs() < 0.01 && found.low < 1e-9 && found.high > 10.0 - 1e-9, "{found:?}");
    }

    #[test]
    fn two_and_a_half_of_a_hundred_rounds_lie_on_each_side() {
        // Three of a thousand said 5, the others 6. How many of the three are drawn is Poisson with mean 3: seven or more in 3.4 % of the
        // rounds, eight in 1.2 %, none in 5 %. So the 2.5 % from below have seven, those from above none.
        let rare = [0, 0, 0, 0, 0, 3, 997, 0, 0, 0, 0];
        let found = bootstrap(&[of(u64::MAX, rare)], 5, 2000).expect("a bootstrap");
        assert!((found.low - (6.0 - 7.0 / 999.0)).abs() < 1e-6 && (found.high - 6.0).abs() < 1e-6, "{found:?}");
    }

    #[test]
    fn answers_that_are_all_alike_are_not_certainty() {
        let mut tens = [0; 11];
        tens[10] = 20;
        let found = bootstrap(&[of(1000, tens)], 1, 2000).expect("a bootstrap");
        let theirs = estimate(&[of(1000, tens).summary()]).expect("an estimate");
        assert!(found.high == 10.0 && found.low < 9.95, "{found:?}");
        assert!((found.se / theirs.se / (20.0_f64 / 19.0).sqrt() - 1.0).abs() < 0.06, "{found:?} {theirs:?}");
        let mut noughts = [0; 11];
        noughts[0] = 20;
        let found = bootstrap(&[of(1000, noughts)], 1, 2000).expect("a bootstrap");
        assert!(found.low == 0.0 && found.high > 0.05, "{found:?}");
        // Where everybody answered it is.
        let all = bootstrap(&[of(20, tens)], 1, 100).expect("a bootstrap");
        assert_eq!((all.se, all.low, all.high), (0.0, 10.0, 10.0));
    }

    #[test]
    fn nothing_where_there_is_no_estimate_or_too_few_rounds() {
        assert!(bootstrap(&village(), 1, 39).is_some() && bootstrap(&village(), 1, 38).is_none());
        assert_eq!(bootstrap(&[], 1, 100), None);
        let one = [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        assert_eq!(bootstrap(&[of(50, one)], 1, 100), None);
        assert_eq!(bootstrap(&[village()[0].clone(), of(0, [0; 11])], 1, 100), None);
        assert_eq!(bootstrap(&[of(5, [1; 11])], 1, 100), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn the_interval_is_one_and_stays_on_the_scale(
            parts in proptest::collection::vec((proptest::array::uniform11(0_u64..6), 66_u64..900), 1..4), seed: u64,
        ) {
            let strata: Vec<Stratum> = parts.into_iter().map(|(answers, population)| of(population, answers)).collect();
            let usable = strata.iter().all(|s| s.n() >= 2);
            let found = bootstrap(&strata, seed, 79);
            prop_assert_eq!(found.is_some(), usable);
            if let Some(b) = found {
                prop_assert!(0.0 <= b.low && b.low <= b.high && b.high <= 10.0 && b.se.is_finite(), "{b:?}");
                prop_assert_eq!(bootstrap(&strata, seed, 79), found);
            }
        }
    }
}
