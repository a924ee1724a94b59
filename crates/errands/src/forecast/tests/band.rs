//! The band and what it learns.
use kernel::chance::Chance;

use super::*;

fn width(band: &Band) -> f64 {
    let ends = band.ends(20.0);
    ends.high - ends.low
}

/// Learns from `times` forecasts of twenty minutes that came true after `factor` times as long.
fn after(mut band: Band, times: usize, mut factor: impl FnMut() -> f64) -> Band {
    for _ in 0..times {
        band.learn(20.0, band.ends(20.0), Some(20.0 * factor()));
    }
    band
}

/// Between 0.5 and 1.5, every number as often.
fn noise(seed: u64) -> impl FnMut() -> f64 {
    let chance = Chance::seeded(seed);
    move || 0.5 + f64::from(chance.below(10_001)) / 10_000.0
}

#[test]
fn the_band_widens_after_misses() {
    let used = after(Band::default(), 200, noise(1));
    let before = used.ends(20.0);
    let missed = after(used, 20, || 1.9);
    assert!(missed.ends(20.0).high > before.high + 1.0);
}

#[test]
fn the_band_narrows_where_forecasts_come_true() {
    let (used, exact) = (after(Band::default(), 400, noise(1)), after(Band::default(), 400, || 1.0));
    assert!(width(&exact) < width(&used) && width(&used) < width(&Band::default()));
}

#[test]
fn a_station_that_has_measured_nothing_says_little() {
    let ends = Band::default().ends(20.0);
    assert!(ends.low < 1.0 && ends.high > 40.0 && (ends.point - 20.0).abs() < 1e-6, "{ends:?}");
    assert_eq!(Band::default().held(), (0, 0));
}

#[test]
fn what_is_always_late_is_told_later() {
    let late = after(Band::default(), 100, || 1.4);
    assert!((late.ends(10.0).point - 14.0).abs() < 0.5, "{:?}", late.ends(10.0));
}

#[test]
fn nine_of_ten_are_called_no_later_than_the_upper_end() {
    let (mut band, mut noise, mut held) = (Band::default(), noise(7), 0);
    for n in 0..3_000 {
        let (ends, actual) = (band.ends(20.0), 20.0 * noise());
        held += u32::from(n >= 1_000 && actual <= ends.high);
        band.learn(20.0, ends, Some(actual));
    }
    assert!((1_740..=1_860).contains(&held), "{held} of 2000");
}

#[test]
fn whoever_is_never_called_was_called_too_late() {
    let mut band = after(Band::default(), 100, noise(3));
    let (judged, held) = band.held();
    let before = band.ends(20.0).high;
    for _ in 0..30 {
        band.learn(20.0, band.ends(20.0), None);
    }
    assert_eq!(band.held(), (judged + 30, held));
    assert!(band.ends(20.0).high > before && band.ends(20.0).high.is_finite());
}

#[test]
fn what_was_assumed_is_forgotten_first_and_what_is_old_is_forgotten_too() {
    let old = after(Band::default(), 500, || 3.0);
    let new = after(old, 400, || 1.0);
    assert_eq!(new.held().0, 400);
    assert!(width(&new) < 0.1, "{:?}", new.ends(20.0));
}

#[test]
fn called_at_once_teaches_nothing() {
    let mut band = Band::default();
    about(&hall(vec![desk(1, &[1])], vec![waits(1)]), 1).judge(Some(at(30)), &mut band);
    assert_eq!(band, Band::default());
    about(&hall(vec![desk(1, &[1])], vec![waits(1), waits(2)]), 2).judge(Some(at(41)), &mut band);
    assert_eq!(band.held(), (1, 1));
}

#[test]
fn a_row_keeps_the_band() {
    let band = after(Band::default(), 300, noise(5));
    let row = serde_json::to_string(&band).expect("written");
    let read: Band = serde_json::from_str(&row).expect("read");
    assert!(row.len() < 20_000, "{} bytes", row.len());
    assert_eq!(read.ends(20.0), band.ends(20.0));
}
