//! A called number reaches every open screen: 10,000 of them follow the news of one hall over loopback, a clerk calls ten
//! people, and each screen notes when it heard of each call.
//!
//! `scripts/bench screens` runs it. The program and the screens share the machine's cores. Screens hear a number and nothing
//! else; asking for the page again is what other benches measure.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[path = "../http/line.rs"]
mod line;
#[path = "../http/program.rs"]
mod program;
mod screens;
mod town;

use std::thread;
use std::time::{Duration, Instant};

use program::Program;
use screens::Screens;
use town::Clerk;

const SCREENS: usize = 10_000;
const CALLS: usize = 10;
/// Files that both sides have open beside the streams.
const FILES: usize = 300;
/// How long the open screens are watched while nothing happens: two beats.
const CALM: Duration = Duration::from_secs(10);

fn ms(sorted: &[Duration], permille: usize) -> f64 {
    sorted[(sorted.len() * permille / 1000).min(sorted.len() - 1)].as_secs_f64() * 1e3
}

/// How many files a process may have open. What this process may, the program that it starts may too.
fn files_allowed() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").expect("limits");
    let line = limits.lines().find(|l| l.starts_with("Max open files")).expect("a limit of open files");
    // Called "unlimited" where there is none.
    line.split_whitespace().nth(3).and_then(|n| n.parse().ok()).unwrap_or(usize::MAX)
}

fn main() {
    let allowed = files_allowed();
    assert!(allowed >= SCREENS + FILES, "a process may open {allowed} files here: ulimit -n {}", SCREENS + FILES);
    let folder = std::env::temp_dir().join(format!("yizhan-screens-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let url = folder.join("town.db").display().to_string();
    town::prepared(&folder, &url);
    let program = Program::start(&folder, &url);
    println!("start to first answer: {:.0} ms", program.took.as_secs_f64() * 1e3);
    let mut clerk = Clerk::signed_in();
    for _ in 0..CALLS {
        clerk.draws();
    }

    let (empty, before, began) = (program.memory(), program.cpu(), Instant::now());
    let screens = Screens::open(SCREENS);
    println!(
        "{SCREENS} screens opened in {:.1} s, CPU {:.0} us each",
        began.elapsed().as_secs_f64(),
        (program.cpu() - before) / SCREENS as f64 * 1e6
    );
    let full = program.memory();
    println!(
        "memory: {empty:.1} MB before, {full:.1} MB with them: {:.1} KB a screen",
        (full - empty) * 1024.0 / SCREENS as f64
    );
    let before = program.cpu();
    thread::sleep(CALM);
    println!("while nothing happens: {:.1} % of a core", (program.cpu() - before) / CALM.as_secs_f64() * 100.0);

    let (mut took, before) = (vec![], program.cpu());
    for _ in 0..CALLS {
        clerk.calls();
        let answered = Instant::now();
        took.extend(screens.heard(clerk.number(), answered));
        // Serving is news as well: only when everybody has heard it is the next one called.
        clerk.serves();
        screens.heard(clerk.number(), Instant::now());
    }
    let each = (program.cpu() - before) / (2 * CALLS * SCREENS) as f64 * 1e6;
    took.sort_unstable();
    println!(
        "a called number at {SCREENS} screens, {CALLS} calls: p50 {:.0} ms, p99 {:.0} ms, last {:.0} ms after the press was \
         answered (bar p99 1,000), CPU {each:.1} us a screen",
        ms(&took, 500),
        ms(&took, 990),
        ms(&took, 1000)
    );
    println!("memory afterwards: {:.1} MB", program.memory());
    drop(program);
    let _ = std::fs::remove_dir_all(&folder);
}
