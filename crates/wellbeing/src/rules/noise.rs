//! Noise for the number of visits, so that nobody can tell from it whether one person came.
//!
//! The sampler computes with whole numbers only: floats leave gaps in the noise through which the count shows (I. Mironov, ACM CCS
//! 2012).
use kernel::lottery::digest;
use kernel::secret::Keys;
use serde::{Deserialize, Serialize};

/// How wide the noise is: it hides three visits of one person in a week at epsilon 1 (C. Dwork and others, TCC 2006: scale =
/// sensitivity / epsilon). Whoever comes more often is hidden less: each further visit adds a third to epsilon, and so does each
/// published correction add its own epsilon.
pub const SCALE: u32 = 3;
/// At most one in twenty is further away than [`half_width`].
const OUTSIDE: f64 = 0.05;

/// Bits that look drawn to whoever does not have the key, and are the same for the same key and thing: HMAC-SHA-256 over a counter
/// and the thing's name, under a key made of `key` by an HMAC (RFC 5869's extraction), so that keys may have any length.
pub struct Bits {
    keys: Keys,
    what: String,
    blocks: u64,
    left: Vec<u64>,
}

impl Bits {
    /// `key` has to stay secret: whoever has it can take the noise off again.
    pub fn new(key: &[u8], what: &str) -> Bits {
        let own = Keys::from_bytes([0; 32]).lookup("wellbeing-noise-key", &digest(key));
        Bits { keys: Keys::from_bytes(own), what: what.to_owned(), blocks: 0, left: vec![] }
    }

    fn word(&mut self) -> u64 {
        loop {
            if let Some(word) = self.left.pop() {
                return word;
            }
            // The counter comes first and ends with a slash, so that no two blocks are made of the same text.
            let block = self.keys.lookup("wellbeing-noise", &format!("{}/{}", self.blocks, self.what));
            self.blocks = self.blocks.wrapping_add(1);
            self.left.extend(block.as_chunks::<8>().0.iter().map(|word| u64::from_le_bytes(*word)));
        }
    }

    /// A whole number from 0 up to, not including, `n`; each equally likely.
    fn below(&mut self, n: u64) -> u64 {
        let n = n.max(1);
        // Rejecting the uneven tail keeps it fair.
        let fair = u64::MAX - u64::MAX % n;
        loop {
            let word = self.word();
            if word < fair {
                return word % n;
            }
        }
    }

    /// True with the probability exp(−part / whole), for `part` up to `whole` (Canonne, Kamath and Steinke, algorithm 1): the
    /// series of exp tells how long a row of ever rarer successes goes on for an even number of times.
    fn happens(&mut self, part: u64, whole: u64) -> bool {
        let mut k = 1_u64;
        while self.below(whole.saturating_mul(k)) < part {
            k = k.saturating_add(1);
        }
        k % 2 == 1
    }
}

/// A whole number x with the probability (1 − q) / (1 + q) · q^|x|, q = exp(−1 / scale): the Laplace distribution on whole numbers,
/// exactly (C. Canonne, G. Kamath and T. Steinke, NeurIPS 2020, algorithm 2). With the scale 0 it is 0.
pub fn discrete_laplace(bits: &mut Bits, scale: u32) -> i64 {
    if scale == 0 {
        return 0;
    }
    let whole = u64::from(scale);
    loop {
        let rest = bits.below(whole);
        if !bits.happens(rest, whole) {
            continue;
        }
        let mut times = 0_u64;
        while bits.happens(1, 1) {
            times = times.saturating_add(1);
        }
        // Nothing in practice comes near the end of i64: that has a probability of exp(−10^9) at the widest scale.
        let far = i64::try_from(times.saturating_mul(whole).saturating_add(rest)).unwrap_or(i64::MAX);
        match (bits.below(2) == 1, far) {
            // Otherwise 0 would come twice as often as it should: as +0 and as −0.
            (true, 0) => {}
            (true, far) => return -far,
            (false, far) => return far,
        }
    }
}

/// The smallest k for which the noise lies between −k and k in 95 of 100 cases or more. Outside lies 2 q^(k+1) / (1 + q), a geometric
/// series on either side, q = exp(−1 / scale); solved for k.
pub fn half_width(scale: u32) -> i64 {
    if scale == 0 {
        return 0;
    }
    let q = (-1.0 / f64::from(scale)).exp();
    let k = -f64::from(scale) * (OUTSIDE * (1.0 + q) / 2.0).ln() - 1.0;
    // Far within i64: at most about 3 · 2^32.
    k.ceil().max(0.0) as i64
}

/// A count with noise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noised {
    /// Can be below zero: cutting it there would make means of several too high.
    pub value: i64,
    /// The count is between `value − half` and `value + half` in 95 of 100 cases.
    pub half: i64,
}

/// The same for the same count of the same thing, however often it is asked: who asks a thousand times learns no more than who asks
/// once. Another count (a correction) has noise of its own, so that no difference of two releases shows by how much it was corrected.
pub fn noised(key: &[u8], what: &str, count: u64) -> Noised {
    let mut bits = Bits::new(key, &format!("{count}/{what}"));
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    Noised { value: count.saturating_add(discrete_laplace(&mut bits, SCALE)), half: half_width(SCALE) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use statrs::distribution::{ChiSquared, ContinuousCDF as _};

    use super::*;

    const KEY: &[u8] = b"a key for tests";
    const DRAWS: u64 = 20_000;

    /// The probability of x, calculated apart from the sampler.
    fn probability(scale: u32, x: i64) -> f64 {
        let q = (-1.0 / f64::from(scale)).exp();
        (1.0 - q) / (1.0 + q) * q.powi(i32::try_from(x.abs()).expect("small"))
    }

    /// How likely draws are that differ at least as much from a distribution as these. Numbers from −edge to edge each have a cell,
    /// and so have both tails.
    fn fit(draws: &[i64], edge: i64, probability: impl Fn(i64) -> f64) -> f64 {
        let tail = (1.0 - (-edge..=edge).map(&probability).sum::<f64>()) / 2.0;
        let cells = (-edge..=edge).map(|x| (draws.iter().filter(|d| **d == x).count(), probability(x)));
        let tails = [draws.iter().filter(|d| **d < -edge).count(), draws.iter().filter(|d| **d > edge).count()];
        let all: Vec<(usize, f64)> = cells.chain(tails.map(|count| (count, tail))).collect();
        assert!(all.iter().all(|(_, p)| p * draws.len() as f64 >= 5.0), "a cell is too small to decide anything");
        let square =
            all.iter().map(|(count, p)| (*count as f64 - p * draws.len() as f64).powi(2) / (p * draws.len() as f64));
        ChiSquared::new((all.len() - 1) as f64).expect("cells").sf(square.sum())
    }

    fn draws(scale: u32) -> Vec<i64> {
        let mut bits = Bits::new(KEY, "draws");
        (0..DRAWS).map(|_| discrete_laplace(&mut bits, scale)).collect()
    }

    #[test]
    fn twenty_thousand_draws_fit_the_distribution_and_no_other_near_it() {
        for (scale, edge) in [(1, 6), (SCALE, 15), (8, 30)] {
            let draws = draws(scale);
            assert!(fit(&draws, edge, |x| probability(scale, x)) > 0.001, "scale {scale}");
            // As wide, but with 0 coming as often as both signs would make it.
            let twice = |x| match (x, probability(scale, 0)) {
                (0, zero) => 2.0 * zero / (1.0 + zero),
                (x, zero) => probability(scale, x) / (1.0 + zero),
            };
            assert!(fit(&draws, edge, twice) < 1e-6, "scale {scale}");
        }
        // A scale a tenth away.
        let q = (-1.0_f64 / 3.3).exp();
        let wider = |x: i64| (1.0 - q) / (1.0 + q) * q.powi(i32::try_from(x.abs()).expect("small"));
        assert!(fit(&draws(SCALE), 15, wider) < 1e-6);
    }

    #[test]
    fn the_distribution_that_draws_are_held_against_is_that_of_scipy() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/reference.json");
        let text = std::fs::read_to_string(file).expect("reference.json stands beside this file");
        let reference: serde_json::Value = serde_json::from_str(&text).expect("reference.json is JSON");
        let cases = reference["laplace"].as_array().expect("it has distributions");
        assert!(cases.iter().any(|case| case["scale"] == SCALE));
        for case in cases {
            let scale = u32::try_from(case["scale"].as_u64().expect("a scale")).expect("small");
            for point in case["pmf"].as_array().expect("points") {
                let (x, p) = (point[0].as_i64().expect("a number"), point[1].as_f64().expect("a probability"));
                assert!((probability(scale, x) - p).abs() <= 1e-12, "{scale} {x}: {p}");
            }
        }
    }

    #[test]
    fn noise_of_different_things_fits_the_distribution_too() {
        let draws: Vec<i64> = (0..DRAWS).map(|n| noised(KEY, &format!("week {n}"), 40).value - 40).collect();
        assert!(fit(&draws, 15, |x| probability(SCALE, x)) > 0.001);
        let corrected: Vec<i64> = (1000..1000 + DRAWS).map(|n| noised(KEY, "w", n).value - n as i64).collect();
        assert!(fit(&corrected, 15, |x| probability(SCALE, x)) > 0.001);
    }

    #[test]
    fn the_half_width_is_the_smallest_that_holds_nineteen_of_twenty() {
        assert_eq!((half_width(0), half_width(SCALE)), (0, 9));
        for scale in [1, 2, 3, 4, 7, 12, 30, 100] {
            let within = |k: i64| (-k..=k).map(|x| probability(scale, x)).sum::<f64>();
            let k = half_width(scale);
            assert!(within(k) >= 0.95 && within(k - 1) < 0.95, "{scale} {k}");
        }
    }

    #[test]
    fn the_same_question_has_the_same_answer_and_another_has_another() {
        let of = |key: &[u8], what: &str, count: u64| -> Vec<i64> {
            (0..40).map(|n| noised(key, &format!("{what}{n}"), count).value - count as i64).collect()
        };
        assert_eq!(of(KEY, "2026-W23/low/", 17), of(KEY, "2026-W23/low/", 17));
        assert_ne!(of(KEY, "2026-W23/low/", 17), of(KEY, "2026-W23/low/", 18), "a correction has noise of its own");
        assert_ne!(of(KEY, "2026-W23/low/", 17), of(KEY, "2026-W23/high/", 17));
        assert_ne!(of(KEY, "2026-W23/low/", 17), of(b"another key", "2026-W23/low/", 17));
        assert_eq!(discrete_laplace(&mut Bits::new(KEY, "none"), 0), 0);
        assert!(noised(KEY, "no overflow", u64::MAX).value > i64::MAX - 1_000);
    }

    proptest! {
        #[test]
        fn each_number_is_below_its_bound(n in 1_u64.., what in ".{0,8}") {
            let mut bits = Bits::new(KEY, &what);
            for _ in 0..8 {
                prop_assert!(bits.below(n) < n);
            }
        }
    }
}
