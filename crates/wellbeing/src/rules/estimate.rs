//! The mean of a village, not of those who happened to answer: each part counts as much as it has people.
use serde::Serialize;
use statrs::distribution::{ContinuousCDF as _, Normal, StudentsT};

use super::strata::Summary;

/// The highest answer; the lowest is 0.
pub(super) const TOP: f64 = 10.0;
/// Intervals hold in 95 of 100 cases: 2.5 are above.
const UPPER: f64 = 0.975;
/// From so many degrees of freedom on the quantile of t is a series around the normal one: the inverse of the beta function loses
/// digits there (at a million, from the fourth on), while what the series leaves out is below the tenth.
const MANY: f64 = 200.0;

/// The mean with how sure it is. All means are between 0 and 10.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// How many answered.
    pub n: u64,
    /// The mean of the answers as they came.
    pub raw: f64,
    /// The mean of the village: each part with the share of people that it has.
    pub mean: f64,
    /// The standard error of `mean`.
    pub se: f64,
    /// Degrees of freedom of `se`, between the smallest n_h − 1 and n minus the number of parts; not a whole number.
    pub df: f64,
    /// The interval of 95 %.
    pub low: f64,
    pub high: f64,
    /// How many answers of a village without parts would weigh as much (Kish, Survey Sampling, 1965, 11.7): never above `n`.
    pub effective_n: f64,
}

/// The post-stratified mean: of parts h with N_h people, n_h answers, means m_h and deviations s_h, and W_h = N_h / N,
///
/// * mean = Σ W_h m_h, se² = Σ W_h² s_h² / n_h · (1 − n_h / N_h) (Cochran, Sampling Techniques, 3rd ed. 1977, 5A.9, given how many
///   answered in each part, as Holt and Smith, JRSS A 142, 1979, advise);
/// * low and high: ∓ t(0.975, df) · se on the logit scale (see below), with Satterthwaite's df = (Σ v_h)² / Σ v_h² / (n_h − 1),
///   v_h being the terms of se² (Cochran, 5.4);
/// * effective n = (Σ w)² / Σ w² over all answers, w = N_h / n_h.
///
/// Most people answer near the upper end, and the few who do not are easily missed: mean ∓ t · se then
/// often begins above the truth. So the interval is taken of l = ln(mean / (10 − mean)), whose standard error is
/// 10 · se / (mean · (10 − mean)), and carried back: it reaches further towards the middle than towards the end, and never past the end
/// (the delta method; for shares: Korn and Graubard, Survey Methodology 24, 1998). Nearer to an end than one answer of each part
/// being one step away, δ = Σ W_h / n_h, it is taken at that distance, and the mean belongs to it all the same.
///
/// A part whose answers are all alike shows no spread, but that nobody of the others thinks otherwise would be too much to say: it is
/// counted as if one answer of it had been one step away, s_h² = 1 / n_h (the mean stays). Where all people of a part answered
/// there is nothing to guess, and it adds nothing.
///
/// Nothing without parts; nothing if one of them has fewer than two answers, no people, more answers than people, or a mean or
/// deviation that answers from 0 to 10 cannot have.
pub fn estimate(strata: &[Summary]) -> Option<Estimate> {
    if strata.is_empty() || !strata.iter().all(is_usable) {
        return None;
    }
    let n = strata.iter().try_fold(0_u64, |sum, s| sum.checked_add(s.n))?;
    let people: f64 = strata.iter().map(|s| s.population as f64).sum();
    let weight = |s: &Summary| s.population as f64 / people;
    // Sums of many shares can stray past the outermost mean by their last digit.
    let lowest = strata.iter().map(|s| s.mean).fold(TOP, f64::min);
    let highest = strata.iter().map(|s| s.mean).fold(0.0, f64::max);
    let between = |mean: f64| mean.max(lowest).min(highest);
    let raw = between(strata.iter().map(|s| s.n as f64 * s.mean).sum::<f64>() / n as f64);
    let mean = between(strata.iter().map(|s| weight(s) * s.mean).sum());
    let terms = || strata.iter().map(|s| (weight(s).powi(2) * variance_of_mean(s), (s.n - 1) as f64));
    let square: f64 = terms().map(|(v, _)| v).sum();
    let df = if square > 0.0 {
        // Of shares, so that no square of a square becomes too small to be told from nothing.
        1.0 / terms().map(|(v, df)| (v / square).powi(2) / df).sum::<f64>()
    } else {
        terms().map(|(_, df)| df).sum()
    };
    let half = t_quantile(UPPER, df)? * square.sqrt();
    let step = strata.iter().map(|s| weight(s) / s.n as f64).sum();
    let (low, high) = interval(mean, half, step);
    Some(Estimate {
        n,
        raw,
        mean,
        se: square.sqrt(),
        df,
        low,
        high,
        effective_n: (1.0 / strata.iter().map(|s| weight(s).powi(2) / s.n as f64).sum::<f64>()).min(n as f64),
    })
}

/// From mean − half to mean + half, on the logit scale; see [`estimate`]. `step` is above 0 and at most half a point, as there are two
/// answers of each part.
fn interval(mean: f64, half: f64, step: f64) -> (f64, f64) {
    if half <= 0.0 {
        return (mean, mean);
    }
    let near = mean.max(step).min(TOP - step);
    let middle = (near / (TOP - near)).ln();
    let far = TOP * half / (near * (TOP - near));
    let back = |logit: f64| TOP / (1.0 + (-logit).exp());
    (back(middle - far).min(mean), back(middle + far).max(mean))
}

/// Whether a part can be calculated with; see [`estimate`].
pub(super) fn is_usable(s: &Summary) -> bool {
    (2..=s.population).contains(&s.n) && (0.0..=TOP).contains(&s.mean) && (0.0..=TOP).contains(&s.sd)
}

/// What of a part remains to be guessed: nothing if all its people answered.
pub(super) fn unasked(s: &Summary) -> f64 {
    1.0 - s.n as f64 / s.population as f64
}

fn variance_of_mean(s: &Summary) -> f64 {
    let n = s.n as f64;
    let spread = if s.sd > 0.0 { s.sd.powi(2) } else { 1.0 / n };
    spread / n * unasked(s)
}

/// The `p`-quantile of Student's distribution with `df` degrees of freedom, which need not be whole. Nothing unless p lies between 0 and
/// 1 (neither of them) and df is above 0.
pub fn t_quantile(p: f64, df: f64) -> Option<f64> {
    if !(p > 0.0 && p < 1.0 && df > 0.0) {
        return None;
    }
    if df >= MANY {
        return Some(series(Normal::standard().inverse_cdf(p), df));
    }
    Some(StudentsT::new(0.0, 1.0, df).ok()?.inverse_cdf(p))
}

/// The quantile of t where the normal distribution has `z` (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.7.5).
fn series(z: f64, df: f64) -> f64 {
    let odd = |terms: &[f64]| terms.iter().rev().fold(0.0, |sum, term| sum * z * z + term) * z;
    z + odd(&[1.0, 1.0]) / (4.0 * df)
        + odd(&[3.0, 16.0, 5.0]) / (96.0 * df.powi(2))
        + odd(&[-15.0, 17.0, 19.0, 3.0]) / (384.0 * df.powi(3))
        + odd(&[-945.0, -1920.0, 1482.0, 776.0, 79.0]) / (92_160.0 * df.powi(4))
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn of(population: u64, n: u64, mean: f64, sd: f64) -> Summary {
        Summary { population, n, mean, sd }
    }

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-9 * b.abs().max(1.0)
    }

    fn all_of(e: &Estimate) -> [f64; 7] {
        [e.raw, e.mean, e.se, e.df, e.low, e.high, e.effective_n]
    }

    /// Calculated apart, with SciPy's quantile of t.
    fn comes_out(strata: &[Summary], n: u64, expected: [f64; 7]) {
        let found = estimate(strata).expect("there is an estimate");
        assert_eq!(found.n, n);
        assert!(all_of(&found).into_iter().zip(expected).all(|(a, b)| near(a, b)), "{found:?} is not {expected:?}");
    }

    #[test]
    fn too_many_young_answers_do_not_make_the_village_happier() {
        // 60 young people (7.5 ± 1.5) and 10 old ones (6.0 ± 2.0) answered, of 300 and 100: 7.29 as they came, 7.13 of the village.
        let found = estimate(&[of(300, 60, 7.5, 1.5), of(100, 10, 6.0, 2.0)]).expect("there is an estimate");
        let hundredths = |x: f64| (x * 100.0).round();
        assert_eq!((hundredths(found.raw), hundredths(found.mean)), (729.0, 713.0));
        comes_out(
            &[of(300, 60, 7.5, 1.5), of(100, 10, 6.0, 2.0)],
            70,
            [
                7.285714285714286,
                7.125,
                0.19843134832984433,
                25.38439024390244,
                6.70004060573497,
                7.5155271829247345,
                64.0,
            ],
        );
    }

    #[test]
    fn three_bands_come_out_as_calculated_apart() {
        comes_out(
            &[of(120, 12, 9.5, 0.9), of(500, 41, 6.25, 2.2), of(80, 30, 3.0, 2.9)],
            83,
            [
                5.545180722891566,
                6.435714285714286,
                0.2436471539399336,
                45.82944123810528,
                5.93167415356208,
                6.909839557917496,
                65.23856944925528,
            ],
        );
    }

    #[test]
    fn answers_that_are_all_alike_are_not_certainty() {
        // As if one of 25 had been one step away: s² = 1/25.
        let found = estimate(&[of(1000, 25, 8.0, 0.0)]).expect("there is an estimate");
        assert!(near(found.se, (1.0 / 625.0 * 0.975_f64).sqrt()) && near(found.df, 24.0), "{found:?}");
        assert!(found.low < 7.93 && found.high > 8.07, "{found:?}");
        // One who really is one step away makes it as wide, not narrower than none.
        let one_away = estimate(&[of(1000, 25, 8.04, 0.2)]).expect("there is an estimate");
        assert!(near(one_away.se, found.se), "{one_away:?}");
        // So too beside a part that is spread, and at the end of the scale.
        let beside = estimate(&[of(500, 10, 10.0, 0.0), of(500, 10, 6.0, 2.0)]).expect("there is an estimate");
        let without = 0.25 * 4.0 / 10.0 * 0.98;
        assert!(beside.se.powi(2) > without + 0.002, "{beside:?}");
        let tens = estimate(&[of(1000, 20, 10.0, 0.0)]).expect("there is an estimate");
        assert!(tens.high == 10.0 && tens.mean == 10.0 && near(tens.low, 9.612425852526467), "{tens:?}");
    }

    #[test]
    fn the_mean_belongs_to_its_interval_even_where_only_one_was_not_asked() {
        let noughts = estimate(&[of(21, 20, 0.0, 0.0)]).expect("there is an estimate");
        assert!(noughts.low == 0.0 && noughts.high > 0.05 && noughts.high < 0.2, "{noughts:?}");
        let tens = estimate(&[of(21, 20, 10.0, 0.0)]).expect("there is an estimate");
        assert!(tens.high == 10.0 && near(tens.low, 10.0 - noughts.high), "{tens:?}");
    }

    #[test]
    fn near_the_upper_end_the_interval_reaches_further_down_than_up() {
        let found = estimate(&[of(500, 10, 9.6, 1.2), of(500, 12, 9.1, 2.0)]).expect("there is an estimate");
        assert!(near(found.low, 8.156946781837398) && near(found.high, 9.790587784968553), "{found:?}");
        // In the middle it is that of the tables, but for what is left out so far from both ends.
        let middle = estimate(&[of(5000, 400, 5.0, 1.0)]).expect("there is an estimate");
        let half = 1.9659272 * middle.se;
        assert!((middle.low - 5.0 + half).abs() < 1e-4 && (middle.high - 5.0 - half).abs() < 1e-4, "{middle:?} {half}");
    }

    #[test]
    fn where_everybody_answered_nothing_is_guessed() {
        let found = estimate(&[of(40, 40, 7.0, 2.0), of(12, 12, 4.0, 0.0)]).expect("there is an estimate");
        assert_eq!((found.se, found.low, found.high), (0.0, found.mean, found.mean));
        assert_eq!(found.df, 50.0);
    }

    #[test]
    fn what_cannot_be_is_not_estimated() {
        let good = of(300, 60, 7.5, 1.5);
        assert!(estimate(&[]).is_none() && estimate(&[good]).is_some());
        for bad in [
            of(300, 1, 7.5, 0.0),
            of(0, 0, 0.0, 0.0),
            of(0, 20, 7.5, 1.5),
            of(300, 0, 0.0, 0.0),
            of(59, 60, 7.5, 1.5),
            of(300, 60, 10.1, 1.5),
            of(300, 60, f64::NAN, 1.5),
            of(300, 60, 7.5, -0.1),
            of(300, 60, 7.5, f64::INFINITY),
            of(u64::MAX, u64::MAX, 5.0, 1.0),
        ] {
            assert_eq!(estimate(&[good, bad]), None, "{bad:?}");
        }
    }

    #[test]
    fn quantiles_of_student_are_those_of_the_tables() {
        // SciPy's.
        for (p, df, x) in [
            (0.975, 1.0, 12.706204736174694),
            (0.975, 2.0, 4.302652729749462),
            (0.975, 9.37, 2.2486134263594284),
            (0.975, 30.0, 2.0422724563012378),
            (0.975, 69.5, 1.9946894035610578),
            (0.975, 1e6, 1.959966356814107),
            (0.975, 1e12, 1.959963984540054),
            (0.025, 4.5, -2.658912347204404),
            (0.5, 3.0, 0.0),
            (0.6, 1234.5, 0.25340170878813223),
            (0.999, 0.7, 3637.014630105735),
            (0.975, 150.0, 1.9759053308966201),
            (0.001, 199.9, -3.1315006992659495),
            (0.975, 200.0, 1.9718962236339088),
            (0.001, 200.0, -3.131479814221121),
            (0.001, 250.5, -3.123083887658549),
            (0.975, 3825.8, 1.9605842493627783),
        ] {
            let found = t_quantile(p, df).expect("there is a quantile");
            assert!((found - x).abs() <= 1e-9 * x.abs().max(1.0), "t({p}, {df}) = {found}, not {x}");
        }
        for (p, df) in [(0.0, 5.0), (1.0, 5.0), (f64::NAN, 5.0), (0.975, 0.0), (0.975, -1.0), (0.975, f64::NAN)] {
            assert_eq!(t_quantile(p, df), None);
        }
    }

    fn some_summary() -> impl Strategy<Value = Summary> {
        (2_u64..3000)
            .prop_flat_map(|population| (Just(population), 2..=population))
            .prop_flat_map(|(population, n)| (Just((population, n)), 0.0..=10.0, prop_oneof![Just(0.0), 0.0..=5.0]))
            .prop_map(|((population, n), mean, sd)| of(population, n, mean, sd))
    }

    proptest! {
        #[test]
        fn a_quantile_is_where_the_distribution_says(p in 0.001_f64..0.999, df in 1.0_f64..5000.0) {
            let x = t_quantile(p, df).expect("there is a quantile");
            let there = StudentsT::new(0.0, 1.0, df).expect("a distribution").cdf(x);
            prop_assert!((there - p).abs() < 1e-8, "{there} {p}");
        }

        #[test]
        fn an_estimate_lies_where_it_must(strata in vec(some_summary(), 1..7)) {
            let e = estimate(&strata).expect("there is an estimate");
            prop_assert!(all_of(&e).iter().all(|x| x.is_finite()), "{e:?}");
            let lowest = strata.iter().map(|s| s.mean).fold(f64::INFINITY, f64::min);
            let highest = strata.iter().map(|s| s.mean).fold(f64::NEG_INFINITY, f64::max);
            prop_assert!(lowest <= e.mean && e.mean <= highest && lowest <= e.raw && e.raw <= highest, "{e:?}");
            prop_assert!(0.0 <= e.low && e.low <= e.mean && e.mean <= e.high && e.high <= 10.0, "{e:?}");
            prop_assert!(e.se > 0.0 || strata.iter().all(|s| s.n == s.population));
            let fewest = strata.iter().map(|s| s.n - 1).min().unwrap_or(0) as f64;
            let most = strata.iter().map(|s| s.n - 1).sum::<u64>() as f64;
            prop_assert!(fewest * (1.0 - 1e-9) <= e.df && e.df <= most * (1.0 + 1e-9), "{e:?}");
            prop_assert!(e.effective_n <= e.n as f64 && e.effective_n > 0.0, "{e:?}");
        }

        #[test]
        fn the_order_of_the_parts_does_not_matter(strata in vec(some_summary(), 1..7), turn in 0_usize..7) {
            let mut other = strata.clone();
            other.reverse();
            other.rotate_left(turn % strata.len());
            let (a, b) = (estimate(&strata).expect("one"), estimate(&other).expect("another"));
            prop_assert!(all_of(&a).into_iter().zip(all_of(&b)).all(|(a, b)| near(a, b)), "{a:?} {b:?}");
        }

        #[test]
        fn the_scale_read_from_above_gives_the_same(strata in vec(some_summary(), 1..7)) {
            let above: Vec<Summary> = strata.iter().map(|s| Summary { mean: 10.0 - s.mean, ..*s }).collect();
            let (a, b) = (estimate(&strata).expect("one"), estimate(&above).expect("another"));
            prop_assert!(near(10.0 - a.mean, b.mean) && near(10.0 - a.low, b.high) && near(10.0 - a.high, b.low) && near(a.se, b.se));
        }

        #[test]
        fn where_each_part_answered_alike_nothing_is_weighted(
            parts in vec((10_u64..200, 0.0_f64..=10.0, 0.1_f64..3.0), 1..6), one_of in 2_u64..9,
        ) {
            let strata: Vec<Summary> = parts.iter().map(|(n, mean, sd)| of(n * one_of, *n, *mean, *sd)).collect();
            let e = estimate(&strata).expect("one");
            prop_assert!(near(e.raw, e.mean) && near(e.effective_n, e.n as f64), "{e:?}");
        }
    }
}
