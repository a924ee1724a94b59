//! Whether the program stays as quick when the country and its past grow: booking, day agenda and home page beside the same
//! with one station and 1,000 reservations, and “a free table tonight near me” over all stations.
//!
//! `scripts/bench growth` runs it on both engines; `scripts/bench growth --ten-million` grows on to 10 million reservations.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

mod ground;
mod country;
mod measure;

use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use country::Size;
use ground::Ground;
use measure::{Country, Took};

const SMALL: Size = Size { stations: 1, reservations: 1_000 };
const SIZES: [Size; 3] = [
    Size { stations: 1, reservations: 100_000 },
    Size { stations: 1_000, reservations: 100_000 },
    Size { stations: 41_352, reservations: 1_000_000 },
];
const TEN_MILLION: Size = Size { stations: 41_352, reservations: 10_000_000 };

/// Alternating runs, and how many answers of each kind are in one.
const RUNS: usize = 5;
const BOOKINGS: usize = 100;
const AGENDAS: usize = 1_000;
const HOMES: usize = 200;
const SEARCHES: usize = 2_000;

/// How much slower a figure may become, and how long a search may take (99 of 100, in milliseconds).
const GROWTH_BAR: f64 = 1.5;
const SEARCH_BAR: f64 = 10.0;

fn bar(engine: &str, size: Size) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {elapsed}").expect("a template");
    let words = format!("{engine}: filling {} stations with {} reservations", size.stations, size.reservations);
    ProgressBar::new(1).with_style(style).with_message(words)
}

fn filled(engine: &str, ground: Ground, size: Size) -> Country {
    let (bar, began) = (bar(engine, size), Instant::now());
    let country = Country::new(ground, size, &bar);
    bar.finish_and_clear();
    println!(
        "{engine}: {} stations and {} reservations written in {:.0} s",
        size.stations,
        size.reservations,
        began.elapsed().as_secs_f64()
    );
    country
}

/// Medians of the runs' medians, and what they are of the small country's.
fn say(engine: &str, what: &str, size: Size, (small, large): (&[Took], &[Took])) {
    let middle = |all: &[Took]| Took(all.iter().map(|run| run.percent(50)).collect()).percent(50);
    let (small, large) = (middle(small), middle(large));
    let ratio = large / small;
    println!(
        "{engine}: {what}, {} stations, {} reservations: p50 {large:.3} ms, small {small:.3} ms: {ratio:.2} x \
         (bar {GROWTH_BAR} x: {})",
        size.stations,
        size.reservations,
        if ratio <= GROWTH_BAR { "holds" } else { "does not hold" },
    );
}

async fn compare(engine: &str, small: &mut Country, large: &mut Country) {
    // The first answers of each find nothing in memory.
    for country in [&mut *small, &mut *large] {
        country.bookings(20).await;
        country.agendas(200).await;
        country.homes(50).await;
    }
    let mut all: [(Vec<Took>, Vec<Took>); 3] = Default::default();
    for _ in 0..RUNS {
        for country in [(&mut *small, 0), (&mut *large, 1)] {
            let (country, side) = country;
            let took = [country.bookings(BOOKINGS).await, country.agendas(AGENDAS).await, country.homes(HOMES).await];
            for (kind, took) in took.into_iter().enumerate() {
                if side == 0 { all[kind].0.push(took) } else { all[kind].1.push(took) }
            }
        }
    }
    for (what, (small, grown)) in ["booking", "day agenda", "home page"].into_iter().zip(&all) {
        say(engine, what, large.size, (small, grown));
    }
}

async fn search(engine: &str, country: &mut Country) {
    country.crowd();
    country.searches(50).await;
    let (took, looked_at, places) = country.searches(SEARCHES).await;
    let (p50, p99) = (took.percent(50), took.percent(99));
    println!(
        "{engine}: a free table tonight near me, {} stations: p50 {p50:.2} ms, p99 {p99:.2} ms (bar p99 {SEARCH_BAR} ms: \
         {}); {looked_at:.1} stations looked at, {places:.1} places found each",
        country.size.stations,
        if p99 <= SEARCH_BAR { "holds" } else { "does not hold" },
    );
}

async fn engine(name: &str, sizes: &[Size], open: impl Fn(&str) -> Option<Ground>) {
    let Some(ground) = open("small") else {
        println!("{name}: not measured (set YIZHAN_TEST_PG, or use scripts/bench)");
        return;
    };
    let mut small = filled(name, ground, SMALL);
    for (n, size) in sizes.iter().enumerate() {
        let ground = open(&format!("large{n}")).expect("it was there before");
        let mut large = filled(name, ground, *size);
        compare(name, &mut small, &mut large).await;
        if size.stations > 1 {
            search(name, &mut large).await;
        }
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let mut sizes = SIZES.to_vec();
    if asked.iter().any(|a| a == "--ten-million") {
        sizes.push(TEN_MILLION);
    }
    engine("SQLite", &sizes, |name| Some(Ground::file(name))).await;
    engine("PostgreSQL", &sizes, Ground::schema).await;
}
