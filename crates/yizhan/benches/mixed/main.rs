//! An evening at the station, over HTTP: of ten requests nine look (the home page, a room's day, what is free) and one books
//! or gives back, by 64 callers, on both engines. Afterwards `yizhan check` looks at every row.
//!
//! `scripts/bench mixed` runs it. The program and its callers share the machine's cores.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a bench measures real time")]

#[path = "../http/line.rs"]
mod line;
#[path = "../http/program.rs"]
mod program;
#[path = "../http/town.rs"]
mod town;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;

use line::Line;
use program::{PORT, Program};
use town::{ROOMS, booking, post, prepared};

const CALLERS: u32 = 64;
const A_RUN: Duration = Duration::from_secs(5);
const RUNS: usize = 5;

/// What callers do, and what the program answers when it works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Home,
    Day,
    Availability,
    Booking,
    Cancellation,
}

impl Kind {
    const ALL: [Kind; 5] = [Kind::Home, Kind::Day, Kind::Availability, Kind::Booking, Kind::Cancellation];

    fn name(self) -> &'static str {
        match self {
            Kind::Home => "home page",
            Kind::Day => "a room's day",
            Kind::Availability => "what is free",
            Kind::Booking => "booking",
            Kind::Cancellation => "cancellation",
        }
    }
}

/// What one run was like: how long each request took, by kind, and how many failed.
#[derive(Debug, Default)]
struct Run {
    took: BTreeMap<Kind, Vec<Duration>>,
    errors: BTreeMap<(Kind, Option<u16>), usize>,
    seconds: f64,
}

impl Run {
    fn add(&mut self, other: Run) {
        for (kind, took) in other.took {
            self.took.entry(kind).or_default().extend(took);
        }
        for (error, n) in other.errors {
            *self.errors.entry(error).or_default() += n;
        }
    }

    fn count(&self) -> usize {
        self.took.values().map(Vec::len).sum()
    }
}

/// Somebody with a connection of their own.
struct Caller {
    line: Line,
    token: Arc<str>,
    next: Arc<AtomicU32>,
    tomorrow: String,
    /// Counts their requests; callers begin at different ones.
    n: u32,
    /// A reservation of theirs that they will give back.
    mine: Option<String>,
}

impl Caller {
    fn one(&mut self) -> (Kind, Option<u16>) {
        self.n += 1;
        let room = self.n % ROOMS + 1;
        match self.n % 10 {
            0 => match self.mine.take() {
                None => self.book(),
                Some(id) => (Kind::Cancellation, self.change(&format!("reservations/{id}/cancellation"), "{}").0),
            },
            1..=3 => (Kind::Home, self.look("/s/sanhe")),
            4..=6 => (Kind::Day, self.look(&format!("/s/sanhe/venues/room-{room}?on={}", self.tomorrow))),
            _ => (Kind::Availability, self.look(&format!("/api/v1/stations/sanhe/availability?on={}", self.tomorrow))),
        }
    }

    fn look(&mut self, path: &str) -> Option<u16> {
        self.line.get(path).map(|(status, _)| status)
    }

    fn book(&mut self) -> (Kind, Option<u16>) {
        let request = booking(&self.token, self.next.fetch_add(1, Ordering::Relaxed));
        let (status, body) = self.line.ask(&request).unzip();
        let read = body.and_then(|body| serde_json::from_slice::<serde_json::Value>(&body).ok());
        self.mine = read.and_then(|r| r["id"].as_str().map(str::to_owned));
        (Kind::Booking, status)
    }

    fn change(&mut self, path: &str, body: &str) -> (Option<u16>, Option<Vec<u8>>) {
        self.line.ask(&post(&self.token, path, body)).unzip()
    }

    fn run(mut self) -> Run {
        let (began, mut run) = (Instant::now(), Run::default());
        while began.elapsed() < A_RUN {
            let asked = Instant::now();
            let (kind, status) = self.one();
            run.took.entry(kind).or_default().push(asked.elapsed());
            if !matches!(status, Some(200 | 201)) {
                *run.errors.entry((kind, status)).or_default() += 1;
            }
        }
        run
    }
}

fn run(token: &Arc<str>, next: &Arc<AtomicU32>) -> Run {
    let tomorrow = Timestamp::now() + SignedDuration::from_hours(24);
    let tomorrow = tomorrow.to_zoned_datetime(jiff::tz::TimeZone::UTC).date().to_string();
    let began = Instant::now();
    let caller = |n: u32| {
        let line = Line::open(PORT).expect("a connection");
        let (token, next, tomorrow) = (token.clone(), next.clone(), tomorrow.clone());
        thread::spawn(move || Caller { line, token, next, tomorrow, n: n * 7, mine: None }.run())
    };
    let callers: Vec<_> = (0..CALLERS).map(caller).collect();
    let mut all = Run::default();
    for caller in callers {
        all.add(caller.join().expect("a caller"));
    }
    all.seconds = began.elapsed().as_secs_f64();
    all
}

fn percent(took: &[Duration], percent: usize) -> f64 {
    took[(took.len() * percent / 100).min(took.len() - 1)].as_secs_f64() * 1e3
}

fn say(engine: &str, runs: &[Run]) {
    let mut rates: Vec<f64> = runs.iter().map(|run| run.count() as f64 / run.seconds).collect();
    rates.sort_by(f64::total_cmp);
    let mut all = Run::default();
    for run in runs {
        all.add(Run { took: run.took.clone(), errors: run.errors.clone(), seconds: run.seconds });
    }
    let errors: usize = all.errors.values().sum();
    println!(
        "{engine}: mixed load, {CALLERS} callers: {:.0} requests/s (median of {RUNS} runs), {errors} errors of {}",
        rates[rates.len() / 2],
        all.count()
    );
    for ((kind, status), n) in &all.errors {
        println!("{engine}: {} answered {status:?} {n} times", kind.name());
    }
    for kind in Kind::ALL {
        let mut took = all.took.remove(&kind).unwrap_or_default();
        if took.is_empty() {
            continue;
        }
        took.sort_unstable();
        let (p50, p99) = (percent(&took, 50), percent(&took, 99));
        println!("{engine}: {}: {} times, p50 {p50:.1} ms, p99 {p99:.1} ms", kind.name(), took.len());
    }
}

/// What `yizhan check` says of the database that the load has left.
fn check(engine: &str, folder: &Path, url: &str) {
    let said = Command::new(env!("CARGO_BIN_EXE_yizhan"))
        .arg("check")
        .env("YIZHAN_DATABASE", url)
        .env("YIZHAN_KEY_FILE", folder.join("town.key"))
        .current_dir(folder)
        .stderr(Stdio::inherit())
        .output()
        .expect("the check runs");
    let words = String::from_utf8_lossy(&said.stdout);
    let broken: Vec<&str> = words.lines().filter(|line| !line.starts_with("ok")).collect();
    println!("{engine}: yizhan check afterwards: {}", broken.join("; "));
    assert!(said.status.success(), "an invariant is broken");
}

fn engine(name: &str, folder: &Path, url: &str) {
    let token: Arc<str> = prepared(url).into();
    let program = Program::start(folder, url);
    println!("{name}: start to first answer: {:.0} ms", program.took.as_secs_f64() * 1e3);
    let next = Arc::new(AtomicU32::new(0));
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {elapsed}").expect("a template");
    let bar = ProgressBar::new(RUNS as u64).with_style(style).with_message(format!("{name}: mixed load"));
    let mut runs = vec![];
    for _ in 0..RUNS {
        runs.push(run(&token, &next));
        bar.inc(1);
    }
    bar.finish_and_clear();
    say(name, &runs);
    let requests: usize = runs.iter().map(Run::count).sum();
    println!(
        "{name}: CPU {:.0} us a request, memory after the load {:.1} MB",
        program.cpu() / requests as f64 * 1e6,
        program.memory()
    );
    drop(program);
    check(name, folder, url);
}

fn main() {
    let folder = std::env::temp_dir().join(format!("yizhan-mixed-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    engine("SQLite", &folder, &folder.join("town.db").display().to_string());
    match std::env::var("YIZHAN_TEST_PG").ok().filter(|url| !url.is_empty()) {
        Some(server) => {
            let mut c = Conn::open(&server).expect("the PostgreSQL for tests answers");
            c.run("CREATE SCHEMA mixed").expect("a schema can be made");
            let joint = if server.contains('?') { '&' } else { '?' };
            engine("PostgreSQL", &folder, &format!("{server}{joint}options=-csearch_path%3Dmixed"));
            c.run("DROP SCHEMA mixed CASCADE").expect("the schema goes");
        }
        None => println!("PostgreSQL: not measured (set YIZHAN_TEST_PG, or use scripts/bench)"),
    }
    let _ = std::fs::remove_dir_all(&folder);
}
