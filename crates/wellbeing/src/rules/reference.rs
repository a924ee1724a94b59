//! The same statistics, calculated by somebody else: `reference.json` comes from scipy, by `scripts/statistics-reference`.
//!
//! The script shares no line with these rules, so that an error would have to be made twice, and alike.
use kernel::share::Share;
use serde::Deserialize;

use super::change::{Change, moved};
use super::estimate::{Estimate, estimate, t_quantile};
use super::noise::{Bits, discrete_laplace, half_width};
use super::poisson;
use super::response::{Response, bounds};
use super::strata::Summary;

const TEXT: &str = include_str!("reference.json");
/// Both calculate with 53 binary digits; quantiles of t agree to the tenth decimal.
const NEAR: f64 = 1e-9;

#[derive(Deserialize)]
struct Reference {
    made_with: String,
    t_quantiles: Vec<Quantile>,
    poisson: Vec<Events>,
    poststratified: Vec<Poststratified>,
    welch: Vec<Welch>,
    laplace: Vec<Laplace>,
    wilson: Vec<Wilson>,
    bounds: Vec<Bounds>,
}

#[derive(Deserialize)]
struct Quantile {
    p: f64,
    df: f64,
    x: f64,
}

#[derive(Deserialize)]
struct Events {
    count: u64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct Poststratified {
    strata: Vec<Summary>,
    raw: f64,
    mean: f64,
    se: f64,
    df: f64,
    low: f64,
    high: f64,
    effective_n: f64,
}

#[derive(Deserialize)]
struct Wave {
    mean: f64,
    se: f64,
    df: f64,
}

#[derive(Deserialize)]
struct Welch {
    before: Wave,
    after: Wave,
    by: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct Laplace {
    scale: u32,
    half_width: i64,
    pmf: Vec<(i64, f64)>,
}

#[derive(Deserialize)]
struct Wilson {
    count: usize,
    n: usize,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct Bounds {
    drawn: u64,
    not_eligible: u64,
    answered: u64,
    mean: f64,
    low: f64,
    high: f64,
}

fn reference() -> Reference {
    serde_json::from_str(TEXT).expect("reference.json has these members")
}

fn agrees(what: &str, ours: &[f64], theirs: &[f64]) {
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= NEAR * b.abs().max(1.0);
    assert!(ours.len() == theirs.len() && ours.iter().zip(theirs).all(near), "{what}: {ours:?} is not {theirs:?}");
}

#[test]
fn there_are_enough_cases_to_be_worth_comparing() {
    let all = reference();
    assert!(all.made_with.starts_with("scipy "));
    let lengths =
        [all.t_quantiles.len(), all.poisson.len(), all.poststratified.len(), all.welch.len(), all.wilson.len()];
    for cases in lengths {
        assert!(cases >= 20, "{cases}");
    }
    assert!(all.laplace.len() >= 5 && all.bounds.len() >= 5);
}

#[test]
fn quantiles_of_student_are_those_of_scipy() {
    for case in reference().t_quantiles {
        let ours = t_quantile(case.p, case.df).expect("there is a quantile");
        agrees(&format!("t({}, {})", case.p, case.df), &[ours], &[case.x]);
    }
}

#[test]
fn intervals_of_counts_are_those_of_scipy() {
    for case in reference().poisson {
        let (low, high) = poisson::interval(case.count);
        // statrs inverts the gamma distribution to about eight digits.
        let near = |ours: f64, theirs: f64| (ours - theirs).abs() <= 1e-7 * theirs.max(1.0);
        assert!(near(low, case.low) && near(high, case.high), "{}: {low} to {high}", case.count);
    }
}

#[test]
fn means_and_their_intervals_are_those_of_scipy() {
    for case in reference().poststratified {
        let ours = estimate(&case.strata).expect("there is an estimate");
        assert_eq!(ours.n, case.strata.iter().map(|s| s.n).sum::<u64>());
        agrees(
            &format!("{:?}", case.strata),
            &[ours.raw, ours.mean, ours.se, ours.df, ours.low, ours.high, ours.effective_n],
            &[case.raw, case.mean, case.se, case.df, case.low, case.high, case.effective_n],
        );
    }
}

#[test]
fn differences_of_two_waves_are_those_of_scipy() {
    let enough = Response { drawn: 100, not_eligible: 0, answered: 70 };
    let of = |w: &Wave| {
        let (mean, se, df) = (w.mean, w.se, w.df);
        Estimate { n: 70, raw: mean, mean, se, df, low: mean, high: mean, effective_n: 70.0 }
    };
    for case in reference().welch {
        let (before, after) = (of(&case.before), of(&case.after));
        let ours = moved((&before, &enough), (&after, &enough)).expect("both have enough response");
        agrees("the difference", &[ours.by, ours.low, ours.high], &[case.by, case.low, case.high]);
        let arrow = match (case.low > 0.0, case.high < 0.0) {
            (true, _) => Change::Up,
            (_, true) => Change::Down,
            _ => Change::NotSure,
        };
        assert_eq!(ours.change, arrow, "{ours:?}");
    }
}

#[test]
fn shares_and_bounds_are_those_of_the_reference() {
    let all = reference();
    for case in all.wilson {
        let ours = Share::new(case.count, case.n).sure().expect("of somebody");
        agrees(&format!("{} of {}", case.count, case.n), &[ours.low, ours.high], &[case.low, case.high]);
    }
    for case in all.bounds {
        let response = Response { drawn: case.drawn, not_eligible: case.not_eligible, answered: case.answered };
        let (low, high) = bounds(&response, case.mean).expect("there are bounds");
        agrees(&format!("{response:?}"), &[low, high], &[case.low, case.high]);
    }
}

#[test]
fn noise_is_spread_as_scipy_says() {
    let all = reference().laplace;
    assert!(all.iter().all(|case| half_width(case.scale) == case.half_width));
    let of = |scale| all.iter().find(|case| case.scale == scale).expect("a case of this scale");
    let draws = |scale| {
        let mut bits = Bits::new(b"only of this test", "noise");
        (0..5000).map(|_| discrete_laplace(&mut bits, scale)).collect::<Vec<_>>()
    };
    assert!(fits(&draws(3), &of(3).pmf), "the noise of scale 3 is that of scale 3");
    assert!(!fits(&draws(3), &of(2).pmf) && !fits(&draws(2), &of(3).pmf), "and of no other");
}

/// Whether no value comes more than four standard deviations too often or too seldom; of a fixed key the answer is always the same.
fn fits(draws: &[i64], pmf: &[(i64, f64)]) -> bool {
    let n = draws.len() as f64;
    pmf.iter().all(|(x, p)| {
        let seen = draws.iter().filter(|draw| *draw == x).count() as f64;
        (seen - n * p).abs() <= 4.0 * (n * p * (1.0 - p)).sqrt()
    })
}
