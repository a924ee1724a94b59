//! What a station has learnt about how long its matters take, and how often nobody comes who is called.
use std::collections::BTreeMap;

use jiff::SignedDuration;

use super::takes::{Takes, minutes};
use crate::rules::MatterId;

/// So many measured turns weigh as much as the matter's typical minutes, corrected by the station's own pace. Matters differ
/// from that by about 0.3 in ln(minutes) and turns of one matter by about 0.5: 0.5² / 0.3² is about 3.
const MATTER_WEIGHT: f64 = 3.0;
/// So many weigh as much as the belief that typical minutes are right as they were written.
const STATION_WEIGHT: f64 = 10.0;
/// The spread that is assumed while little is measured, in ln(minutes), and how many turns it weighs.
const SPREAD: f64 = 0.5;
const SPREAD_WEIGHT: f64 = 10.0;
/// What each newer turn leaves of the older ones: a matter remembers about 60, the station about 300.
const MATTER_MEMORY: f64 = 1.0 - 1.0 / 60.0;
const STATION_MEMORY: f64 = 1.0 - 1.0 / 300.0;
/// Of so many calls one is missed, until more is known; it weighs so many calls.
const MISSED: f64 = 0.05;
const MISSED_WEIGHT: f64 = 40.0;
/// A desk waits so many minutes for somebody who does not come: two calls.
const CALL_MINUTES: f64 = 2.0;

/// Measured durations of a station, small enough for a row: some numbers per matter.
///
/// With y = ln(measured / typical) the estimate of a matter is (k b + Σ y) / (k + n), and b, the station's own pace, likewise
/// with 0 in the place of b: the mean of a normal distribution whose prior is a normal one (Gelman et al., Bayesian Data
/// Analysis, third edition, 2.5 and 5.4). Older turns count less by a constant factor.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
pub struct Durations {
    station: Tally,
    matters: BTreeMap<MatterId, Tally>,
    calls: Calls,
}

#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Serialize, serde::Deserialize)]
struct Tally {
    count: f64,
    sum: f64,
    squares: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Serialize, serde::Deserialize)]
struct Calls {
    count: f64,
    missed: f64,
}

impl Tally {
    fn add(&mut self, y: f64, memory: f64) {
        self.count = self.count * memory + 1.0;
        self.sum = self.sum * memory + y;
        self.squares = self.squares * memory + y * y;
    }

    fn mean(self, weight: f64, prior: f64) -> f64 {
        (weight * prior + self.sum) / (weight + self.count)
    }

    /// The mean square around `mean`, with the assumed spread for what is not measured.
    fn variance(self, mean: f64) -> f64 {
        let around = self.squares - 2.0 * mean * self.sum + mean * mean * self.count;
        (SPREAD_WEIGHT * SPREAD * SPREAD + around.max(0.0)) / (SPREAD_WEIGHT + self.count)
    }
}

impl Durations {
    /// A turn for one matter took so long, from the call to the press that ended it. `typical` are the matter's minutes, 1 to
    /// 240. Turns for several matters say nothing about one of them: leave them out.
    pub fn learn(&mut self, matter: MatterId, typical: i16, took: SignedDuration) {
        // A turn that was finished by a second press at once, or forgotten over lunch, is no measurement.
        let y = (minutes(took).max(0.1) / f64::from(typical.max(1))).ln().clamp(-2.0, 2.0);
        self.station.add(y, STATION_MEMORY);
        self.matters.entry(matter).or_default().add(y, MATTER_MEMORY);
    }

    /// Somebody was called, and came or did not.
    pub fn learn_call(&mut self, came: bool) {
        self.calls.count = self.calls.count * STATION_MEMORY + 1.0;
        self.calls.missed = self.calls.missed * STATION_MEMORY + f64::from(u8::from(!came));
    }

    /// How long a turn for this matter takes.
    pub fn takes(&self, matter: MatterId, typical: i16) -> Takes {
        let tally = self.matters.get(&matter).copied().unwrap_or_default();
        let mean = tally.mean(MATTER_WEIGHT, self.station.mean(STATION_WEIGHT, 0.0));
        Takes { mu: f64::from(typical.max(1)).ln() + mean, sigma: tally.variance(mean).sqrt() }
    }

    /// The share of calls that are missed, between 0 and 1.
    pub fn missed(&self) -> f64 {
        (MISSED_WEIGHT * MISSED + self.calls.missed) / (MISSED_WEIGHT + self.calls.count)
    }

    /// For how many minutes a desk is taken by calling somebody: a turn, or waiting in vain.
    pub fn occupies(&self, takes: Takes) -> f64 {
        let missed = self.missed();
        (1.0 - missed) * takes.mean() + missed * CALL_MINUTES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(times: usize, minutes: i64) -> Durations {
        let mut known = Durations::default();
        for _ in 0..times {
            known.learn(1, 10, SignedDuration::from_mins(minutes));
        }
        known
    }

    fn median(known: &Durations, matter: MatterId) -> f64 {
        known.takes(matter, 10).mu.exp()
    }

    #[test]
    fn what_was_never_measured_takes_its_typical_minutes() {
        assert!((median(&Durations::default(), 1) - 10.0).abs() < 1e-9);
    }

    #[test]
    fn the_more_was_measured_the_less_the_typical_minutes_count() {
        let medians = [1, 5, 20, 80].map(|times| median(&measured(times, 20), 1));
        assert!(medians.is_sorted() && medians[0] < 14.0 && medians[3] > 19.0, "{medians:?}");
    }

    #[test]
    fn a_matter_that_is_seldom_asked_for_goes_at_the_pace_of_the_station() {
        let other = median(&measured(100, 20), 2);
        assert!((17.0..20.0).contains(&other), "{other}");
    }

    #[test]
    fn last_year_is_forgotten() {
        let mut known = measured(500, 30);
        for _ in 0..300 {
            known.learn(1, 10, SignedDuration::from_mins(10));
        }
        assert!((median(&known, 1) - 10.0).abs() < 0.5);
    }

    #[test]
    fn missed_calls_make_a_queue_shorter() {
        let (takes, mut known) = (Takes::around(10.0, 0.5), Durations::default());
        let before = known.occupies(takes);
        (0..50).for_each(|_| known.learn_call(false));
        assert!(known.occupies(takes) < before && known.missed() < 1.0);
    }

    #[test]
    fn a_row_keeps_it() {
        let known = measured(7, 12);
        let row = serde_json::to_string(&known).expect("written");
        let read: Durations = serde_json::from_str(&row).expect("read");
        assert!((median(&read, 1) - median(&known, 1)).abs() < 1e-12);
    }
}
