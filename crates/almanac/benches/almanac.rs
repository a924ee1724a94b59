//! The bars of the almanac: one line each, the median of several runs that alternate, beside its bar.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use almanac::{holidays::Calendar, hours::Hours, lunar::LunarDate, recur::Rule};
use jiff::{
    ToSpan,
    civil::{Date, DateTime, date},
};

const RUNS: usize = 9;
const EVERYDAY: &str = "Mo-Fr 08:00-12:00,14:00-18:00; Sa,Su 09:00-17:00; PH off";
const SUMMER: &str = "Jun-Aug Mo-Fr 08:00-18:00; PH off";

/// How often something was done and how long it took.
type Run = (usize, Duration);

/// A thing to measure. Its bar is in nanoseconds, 0 = none.
struct Bar {
    name: &'static str,
    bar: u32,
    run: Box<dyn Fn() -> Run>,
}

fn bar(name: &'static str, bar: u32, run: impl Fn() -> Run + 'static) -> Bar {
    Bar { name, bar, run: Box::new(run) }
}

fn timed<T, R>(items: &[T], act: impl Fn(&T) -> R) -> Run {
    let started = Instant::now();
    for item in items {
        black_box(act(black_box(item)));
    }
    (items.len(), started.elapsed())
}

/// Days far apart from each other, so that no answer is the one before.
fn days() -> Vec<Date> {
    let day = |n: i64| date(1901, 2, 19).checked_add((n * 7_919 % 72_600).days());
    (0..20_000).map(|n| day(n).expect("in range")).collect()
}

/// Moments of 2025 and 2026, likewise.
fn moments() -> Vec<DateTime> {
    let moment = |n: i64| date(2025, 1, 1).at(0, 0, 0, 0).checked_add((n * 7_919 % 1_051_200).minutes());
    (0..20_000).map(|n| moment(n).expect("in range")).collect()
}

fn hours(text: &str) -> Hours {
    Hours::parse(text).expect("opening hours")
}

fn next_change(name: &'static str, text: &str) -> Bar {
    let (hours, moments) = (hours(text), moments());
    bar(name, 5_000, move || timed(&moments, |at| hours.next_change(*at, Calendar::prc())))
}

/// With nothing kept from an earlier question.
fn first_question(name: &'static str, text: &'static str) -> Bar {
    let moment = date(2026, 1, 16).at(9, 0, 0, 0);
    bar(name, 0, move || {
        let fresh: Vec<Hours> = (0..200).map(|_| hours(text)).collect();
        timed(&fresh, |hours| hours.next_change(moment, Calendar::prc()))
    })
}

/// Ten thousand dates and more; a rule that ends sooner is started again.
fn recurrence(name: &'static str, text: &str) -> Bar {
    let rule: Rule = text.parse().expect("a rule");
    bar(name, 200, move || {
        let (mut count, started) = (0, Instant::now());
        while count < 10_000 {
            let dates = rule.dates(date(1990, 1, 1)).expect("a rule that starts");
            count += dates.take(1_000).map(black_box).count();
        }
        (count, started.elapsed())
    })
}

fn bars() -> Vec<Bar> {
    let solar = days();
    let lunar: Vec<_> = solar.iter().map(|d| LunarDate::from_date(*d).expect("in range")).collect();
    vec![
        bar("solar to lunar", 100, move || timed(&solar, |day| LunarDate::from_date(*day))),
        bar("lunar to solar", 100, move || timed(&lunar, |day| day.to_date())),
        next_change("next opening change, everyday hours", EVERYDAY),
        next_change("next opening change, summer hours", SUMMER),
        first_question("next opening change, first question, everyday hours", EVERYDAY),
        first_question("next opening change, first question, summer hours", SUMMER),
        recurrence("recurrence date, lunar fair", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13"),
        recurrence("recurrence date, last Monday of the month", "FREQ=MONTHLY;BYDAY=-1MO"),
        recurrence("recurrence date, Monday Wednesday Friday", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    ]
}

fn main() {
    let bars = bars();
    let mut figures = vec![vec![]; bars.len()];
    // One run of each in turn, so that a slow moment of the machine does not fall on one bar alone.
    for _ in 0..RUNS {
        for (bar, figures) in bars.iter().zip(&mut figures) {
            let (count, took) = (bar.run)();
            figures.push(took.as_nanos() as f64 / count as f64);
        }
    }
    for (bar, mut figures) in bars.iter().zip(figures) {
        figures.sort_by(f64::total_cmp);
        let target = if bar.bar == 0 { "no bar".to_owned() } else { format!("bar {} ns", bar.bar) };
        let (median, worst) = (figures[RUNS / 2], figures[RUNS - 1]);
        println!("{median:>9.1} ns  {target:<12} {} (median of {RUNS} runs, worst {worst:.1})", bar.name);
    }
}
