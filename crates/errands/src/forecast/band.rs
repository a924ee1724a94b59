//! How far forecasts of a station have been off, and the band that follows from it.
use std::collections::VecDeque;

/// Nine of ten are called no later than the upper end, and nine of ten no earlier than the lower one.
pub const MISSES: f64 = 0.1;
/// So many past forecasts are remembered.
const WINDOW: usize = 400;
/// How much one miss changes the share that the band aims at, as in Gibbs and Candès' own measurements.
const STEP: f64 = 0.005;
/// What the band may aim at, so that neither a lucky nor an unlucky week makes it useless.
const AIMS: (f64, f64) = (0.01, 0.3);
/// The error of somebody who was never called: beyond any that is measured.
const NEVER: f32 = 1_000.0;
/// Assumed before anything is measured: evenly spread scores, which measured ones displace.
const ASSUMED: usize = 19;
const ASSUMED_WIDTH: f32 = 2.0;

/// The memory of a station's forecasts, small enough for a row.
///
/// Split conformal prediction: the ends are quantiles of past errors, each divided by how large an error is usual for such a
/// wait (Lei, G'Sell, Rinaldo, Tibshirani and Wasserman, "Distribution-free predictive inference for regression", JASA 113,
/// 2018, 5.2), for each end by itself (Romano, Patterson and Candès, "Conformalized quantile regression", NeurIPS 2019,
/// theorem 2), with rank ⌈(n + 1)(1 - α)⌉ of n. Days differ, so α follows the misses: α ← α + γ (0.1 - missed) (Gibbs and Candès,
/// "Adaptive conformal inference under distribution shift", NeurIPS 2021, equation 2).
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Band {
    /// The oldest first.
    judged: VecDeque<Judged>,
    /// The shares of misses at which the ends aim now.
    later: f64,
    sooner: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
struct Judged {
    /// (actual - expected) / what is usual.
    score: f32,
    /// Whether the upper end held; nothing for what was assumed.
    held: Option<bool>,
}

/// Minutes from now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ends {
    pub low: f64,
    pub point: f64,
    pub high: f64,
}

impl Default for Band {
    fn default() -> Band {
        let spread = |n: usize| (n as f32 / (ASSUMED - 1) as f32 * 2.0 - 1.0) * ASSUMED_WIDTH;
        let judged = (0..ASSUMED).map(|n| Judged { score: spread(n), held: None }).collect();
        Band { judged, later: MISSES, sooner: MISSES }
    }
}

/// How many minutes off is usual if the schedule says `wait` minutes: errors grow with what lies ahead, and a minute is always
/// lost somewhere. Powers below 1 give narrower bands, which hold too often for short waits and too seldom for long ones.
fn usual(wait: f64) -> f64 {
    wait.max(0.0) + 1.0
}

impl Band {
    /// The ends for a wait that the schedule says, in minutes. The point is the median of what came of such forecasts.
    pub fn ends(&self, wait: f64) -> Ends {
        let mut scores: Vec<f32> = self.judged.iter().map(|j| j.score).collect();
        scores.sort_by(f32::total_cmp);
        let count = scores.len() as f64 + 1.0;
        let at = |rank: f64| scores.get((rank.max(1.0) as usize).min(scores.len()) - 1).copied().unwrap_or(0.0);
        let minutes = |score: f32| (wait + f64::from(score) * usual(wait)).max(0.0);
        let point = minutes(at((count / 2.0).round()));
        let (low, high) =
            (minutes(at((count * self.sooner).floor())), minutes(at((count * (1.0 - self.later)).ceil())));
        Ends { low: low.min(point), point, high: high.max(point) }
    }

    /// What came of a forecast: `wait` is what the schedule said and `ends` what was told; `actual` minutes later they were
    /// called, or never.
    pub fn learn(&mut self, wait: f64, ends: Ends, actual: Option<f64>) {
        let late = actual.is_none_or(|a| a > ends.high);
        let soon = actual.is_some_and(|a| a < ends.low);
        let score = actual.map_or(NEVER, |a| ((a - wait) / usual(wait)) as f32).clamp(-NEVER, NEVER);
        // What was assumed goes first, whatever its place.
        if self.judged.len() >= WINDOW || self.judged.front().is_some_and(|j| j.held.is_none()) {
            self.judged.pop_front();
        }
        self.judged.push_back(Judged { score, held: Some(!late) });
        let followed =
            |aim: f64, missed: bool| (aim + STEP * (MISSES - f64::from(u8::from(missed)))).clamp(AIMS.0, AIMS.1);
        (self.later, self.sooner) = (followed(self.later, late), followed(self.sooner, soon));
    }

    /// How many of the last forecasts were judged, and in how many of them the person was called no later than the upper end.
    pub fn held(&self) -> (usize, usize) {
        let judged = self.judged.iter().filter_map(|j| j.held);
        (judged.clone().count(), judged.filter(|held| *held).count())
    }
}
