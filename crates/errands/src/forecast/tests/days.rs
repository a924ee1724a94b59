//! Made-up days, and forecasts replayed on them.
use std::collections::BTreeMap;

use super::*;
use crate::forecast::replay::{self, hall_at};
use crate::forecast::simulate::{self, Parameters};

fn parameters() -> Parameters {
    Parameters::parse(include_str!("../../../benches/waiting.toml")).expect("a hall")
}

fn days(seed: u64, count: usize) -> Vec<Day> {
    simulate::days(&parameters(), seed, count).expect("days")
}

#[test]
fn the_same_seed_makes_the_same_days_and_another_seed_others() {
    assert_eq!(days(1, 3), days(1, 3));
    assert_ne!(days(1, 3), days(2, 3));
}

#[test]
fn a_made_up_desk_serves_one_at_a_time_and_only_when_it_is_open() {
    for day in days(3, 5) {
        for desk in day.openings.iter().map(|o| o.desk) {
            let mut turns: Vec<&Visit> = day.visits.iter().filter(|v| v.desk == Some(desk)).collect();
            turns.sort_by_key(|v| v.called_at);
            assert!(turns.windows(2).all(|pair| Some(pair[0].ended_at) <= pair[1].called_at));
            let open = |at: Timestamp| day.openings.iter().any(|o| o.desk == desk && o.from <= at && at < o.until);
            assert!(turns.iter().all(|v| v.called_at.is_some_and(open)));
        }
    }
}

#[test]
fn made_up_numbers_have_no_gaps_and_nobody_is_called_before_they_are_there() {
    for day in days(4, 3) {
        let mut numbers: BTreeMap<LineId, Vec<i32>> = BTreeMap::new();
        for visit in day.visits.iter().filter(|v| !v.again) {
            numbers.entry(visit.line).or_default().push(visit.number);
        }
        for numbers in numbers.values() {
            assert!(numbers.iter().copied().eq(1..=i32::try_from(numbers.len()).expect("few")));
        }
        let called = day.visits.iter().filter(|v| v.called_at.is_some());
        assert!(called.clone().all(|v| v.here_at.is_some() && v.here_at <= v.called_at));
        assert!(called.count() > 50);
    }
}

#[test]
fn a_made_up_day_has_all_that_makes_waiting_uncertain() {
    let days = days(5, 10);
    let visits = || days.iter().flat_map(|d| &d.visits);
    for end in [End::Done, End::Missed, End::Left] {
        assert!(visits().any(|v| v.end == end), "{end:?}");
    }
    assert!(visits().any(|v| v.again) && visits().any(Visit::is_remote) && visits().any(|v| v.here_at.is_none()));
    assert!(visits().any(|v| v.priority.is_some()) && visits().any(|v| v.official.is_some()));
    assert!(days.iter().flat_map(|d| &d.openings).any(|o| o.until < o.planned_until));
}

#[test]
fn days_are_written_and_read() {
    let days = days(6, 2);
    let (visits, openings) = write(&days).expect("written");
    assert_eq!(read(&visits, &openings), Ok(days));
    let wrong = visits.replacen(",done,", ",gone,", 1);
    let why = read(&wrong, &openings).expect_err("no such end");
    assert!(why.0.starts_with("visits: ") && why.0.contains("line"), "{why:?}");
}

/// The day as it stands in the books at `now`: nothing that is still to come.
fn so_far(day: &Day, now: Timestamp) -> Day {
    let visits = day.visits.iter().filter(|v| v.drawn_at <= now).map(|v| {
        let over = v.ended_at < now;
        let called_at = v.called_at.filter(|at| *at < now);
        let later = now + SignedDuration::from_hours(5);
        Visit {
            called_at,
            desk: v.desk.filter(|_| called_at.is_some()),
            here_at: v.here_at.filter(|at| *at <= now),
            ended_at: if over { v.ended_at } else { later },
            end: if over { v.end } else { End::Closed },
            ..v.clone()
        }
    });
    let openings = day.openings.iter().filter(|o| o.known_at <= now || o.from <= now).map(|o| {
        let from = if o.from <= now { o.from } else { now + SignedDuration::from_hours(9) };
        let until = if o.until <= now { o.until } else { now + SignedDuration::from_hours(10) };
        Opening { from, until, ..o.clone() }
    });
    Day { visits: visits.collect(), openings: openings.collect() }
}

#[test]
fn a_replay_knows_nothing_of_what_is_to_come() {
    let mut asked = 0;
    for day in days(7, 4) {
        for visit in day.visits.iter().filter(|v| !v.again) {
            let known = |day: &Day| {
                let hall = hall_at(day, visit.drawn_at, &BTreeMap::new(), &Durations::default());
                // Of a desk that nobody knows to open nothing is said, whether it is in the list or not.
                let desks: Vec<_> = hall.desks.iter().filter(|d| !d.hours.is_empty() || d.serving.is_some()).collect();
                format!(
                    "{:?} {desks:?}",
                    hall.waiting.iter().map(|w| (w.order_at, w.number, w.comes)).collect::<Vec<_>>()
                )
            };
            assert_eq!(known(&day), known(&so_far(&day, visit.drawn_at)));
            asked += 1;
        }
    }
    assert!(asked > 200);
}

#[test]
fn forecasts_beat_the_last_persons_wait_by_a_quarter_and_nine_of_ten_bands_hold() {
    let histories: Vec<_> = [201, 202].map(|seed| (format!("seed {seed}"), days(seed, 20))).into();
    let report = replay::compare(&histories);
    for (name, figures) in &report.histories {
        let [last, ..] = figures.better();
        assert!(last >= 0.25, "{name}: {last}");
        assert!((0.85..=0.95).contains(&figures.upper.share()), "{name}: {}", figures.upper.share());
        let told = figures.all.count + figures.never + figures.cannot;
        assert!(told <= figures.tickets && figures.upper.judged > 500, "{name}: {figures:?}");
    }
    let text = report.to_string();
    assert!(text.contains("| seed 201 |") && text.contains("| all |"), "{text}");
}

#[test]
fn a_day_without_desks_is_a_day_without_forecasts() {
    let mut day = days(8, 1).remove(0);
    day.openings.clear();
    let figures = replay::replay(&[day]);
    assert_eq!((figures.cannot, figures.all.count, figures.upper.judged), (figures.tickets, 0, 0));
    assert!(figures.tickets > 0);
}

#[test]
fn a_file_that_describes_no_hall_says_why() {
    let text = include_str!("../../../benches/waiting.toml");
    let unknown = Parameters::parse(&text.replace("priority =", "priorities =")).expect_err("no such name");
    assert!(unknown.0.contains("priorities"), "{unknown:?}");
    assert!(Parameters::parse(&text.replacen("opens = \"08:30\"", "opens = \"18:30\"", 1)).is_err());
    assert!(Parameters::parse(&text.replace("typical = 12", "typical = 0")).is_err());
}
