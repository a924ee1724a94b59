//! How good the forecasts of waiting time are on made-up days.
//!
//! `cargo bench -p errands --bench waiting -- [--seeds N] [--days N] [--busy PERCENT]`
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use errands::forecast::{replay, simulate};

const HALL: &str = include_str!("waiting.toml");
/// The predictor's constants were chosen on seeds 1 to 6: it is measured on others.
const FIRST: u64 = 101;

/// The number after the word, or what is usual.
fn asked(word: &str, usual: u64) -> u64 {
    let mut words = std::env::args().skip_while(|w| w != word).skip(1);
    words.next().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

fn main() {
    let (seeds, days) = (asked("--seeds", 8), asked("--days", 30));
    let mut hall = simulate::Parameters::parse(HALL).expect("a hall");
    let busy = asked("--busy", 100) as f64 / 100.0;
    hall.arrivals.by_hour.iter_mut().for_each(|(_, people)| *people *= busy);
    let histories: Vec<_> = (FIRST..FIRST + seeds)
        .map(|seed| {
            let made = simulate::days(&hall, seed, usize::try_from(days).expect("a number of days")).expect("days");
            (format!("seed {seed}"), made)
        })
        .collect();
    println!("{}", replay::compare(&histories));
}
