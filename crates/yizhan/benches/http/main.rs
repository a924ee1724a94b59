//! The program as a whole, from outside: start, memory, size, and requests over HTTP on loopback.
//!
//! `scripts/bench` runs it. The program and its callers share the machine's cores, so rates are lower than from another
//! machine; CPU per request is the program's own and is not.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a bench measures real time")]

mod line;
mod nginx;
mod program;
mod town;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};

use line::Line;
use nginx::Nginx;
use program::{PORT, Program};
use town::{ROOMS, booking, prepared};

const CALLERS: usize = 128;
const A_RUN: Duration = Duration::from_secs(3);
const RUNS: usize = 5;

/// Requests a second of `callers` callers, and how long each took, sorted.
fn load(
    (callers, port): (usize, u16),
    request: impl Fn(&mut Line, u32) -> Option<u16> + Send + Sync + 'static,
) -> (f64, Vec<Duration>) {
    let (request, next) = (Arc::new(request), Arc::new(AtomicU32::new(0)));
    let began = Instant::now();
    let all: Vec<_> = (0..callers)
        .map(|_| {
            let (request, next) = (request.clone(), next.clone());
            thread::spawn(move || {
                let mut line = Line::open(port).expect("a connection");
                let mut took = vec![];
                while began.elapsed() < A_RUN {
                    let asked = Instant::now();
                    let status = request(&mut line, next.fetch_add(1, Ordering::Relaxed));
                    assert!(matches!(status, Some(200 | 201 | 303)), "{status:?}");
                    took.push(asked.elapsed());
                }
                took
            })
        })
        .collect();
    let mut took: Vec<Duration> = all.into_iter().flat_map(|t| t.join().expect("a caller")).collect();
    let rate = took.len() as f64 / began.elapsed().as_secs_f64();
    took.sort_unstable();
    (rate, took)
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn ms(took: &[Duration], percent: usize) -> f64 {
    took[(took.len() * percent / 100).min(took.len() - 1)].as_secs_f64() * 1e3
}

/// Runs of 16 callers who read one address.
#[derive(Default)]
struct Reads {
    name: &'static str,
    rates: Vec<f64>,
    cpus: Vec<f64>,
    p50: Vec<f64>,
    p99: Vec<f64>,
}

impl Reads {
    /// `cpu` tells how much the server has used so far, in seconds.
    fn runs(mut self, name: &'static str, (port, path): (u16, &str), cpu: &dyn Fn() -> f64, count: usize) -> Reads {
        self.name = name;
        for _ in 0..count {
            let (path, before) = (path.to_owned(), cpu());
            let (rate, took) = load((16, port), move |line, _| line.get(&path).map(|(status, _)| status));
            self.cpus.push((cpu() - before) / took.len() as f64 * 1e6);
            self.rates.push(rate);
            self.p50.push(ms(&took, 50));
            self.p99.push(ms(&took, 99));
        }
        self
    }

    /// Prints the medians and returns the rate.
    fn say(self) -> f64 {
        let rate = median(self.rates);
        println!(
            "{}, 16 callers: {rate:.0}/s, CPU {:.0} us a request, p50 {:.2} ms, p99 {:.2} ms",
            self.name,
            median(self.cpus),
            median(self.p50),
            median(self.p99)
        );
        rate
    }
}

/// The style sheet, beside the same bytes from nginx if it is there, in alternating runs.
fn static_asset(folder: &Path, cpu: &dyn Fn() -> f64) {
    let (name, path) = ("static asset (css, brotli)", kernel::page::asset_url("yz.css"));
    let (_, bytes) = Line::open(PORT).and_then(|mut line| line.get(path)).expect("the style sheet");
    let Some(nginx) = Nginx::start(folder, &bytes) else {
        Reads::default().runs(name, (PORT, path), cpu, RUNS).say();
        println!("nginx is not installed: not compared");
        return;
    };
    let (mut ours, mut theirs) = (Reads::default(), Reads::default());
    for _ in 0..RUNS {
        ours = ours.runs(name, (PORT, path), cpu, 1);
        theirs = theirs.runs("the same bytes from nginx", (nginx::PORT, nginx::PATH), &|| nginx.cpu(), 1);
    }
    let (ours, theirs) = (ours.say(), theirs.say());
    println!("static asset: {:.2} of nginx (bar 0.5)", ours / theirs);
}

fn main() {
    let folder = std::env::temp_dir().join(format!("yizhan-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let url = folder.join("town.db").display().to_string();
    let token = prepared(&url);
    let program = Program::start(&folder, &url);
    let size = std::fs::metadata(env!("CARGO_BIN_EXE_yizhan")).expect("the program").len() as f64 / 1e6;
    println!("start to first answer: {:.0} ms (bar 200)", program.took.as_secs_f64() * 1e3);
    println!("memory, idle: {:.1} MB (bar 40)", program.memory());
    println!("binary: {size:.1} MB (bar 30)");

    let day = (Timestamp::now() + SignedDuration::from_hours(24)).to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let free = format!("/api/v1/stations/sanhe/availability?on={day}");
    let ours = || program.cpu();
    Reads::default().runs("what is free for 20 rooms on one day", (PORT, &free), &ours, RUNS).say();
    Reads::default().runs("home page", (PORT, "/s/sanhe"), &ours, RUNS).say();
    static_asset(&folder, &ours);

    let (mut rates, mut p50, mut p99) = (vec![], vec![], vec![]);
    for round in 0..RUNS {
        let token = token.clone();
        // Five rounds of 130 days.
        let first = u32::try_from(round).unwrap_or(0) * 130 * 14 * ROOMS;
        let (rate, took) =
            load((CALLERS, PORT), move |line, n| line.ask(&booking(&token, first + n)).map(|(status, _)| status));
        rates.push(rate);
        p50.push(ms(&took, 50));
        p99.push(ms(&took, 99));
    }
    println!(
        "durable bookings over HTTP, session and origin check, {CALLERS} callers: {:.0}/s, p50 {:.1} ms, p99 {:.1} ms (bar p99 50)",
        median(rates),
        median(p50),
        median(p99)
    );
    println!("memory after the load: {:.1} MB", program.memory());
    drop(program);
    let _ = std::fs::remove_dir_all(&folder);
}
