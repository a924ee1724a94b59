//! A busy day: some sign up and some give their place back, devices count cars, and the kill comes among them.
use std::sync::Barrier;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use kernel::chance::Chance;

use crate::crowd::{Crowd, Guest, Press, Stage, found, press};
use crate::desk::Desk;
use crate::program::Station;

const SIGNING_UP: usize = 3;
const COUNTING: usize = 3;
/// More than one caller gets done before the kill; a bound all the same.
const MOST: usize = 10_000;
/// The kill comes within so many milliseconds after they have begun.
const SOON: u32 = 500;
/// Every so many signups, one is given back.
const GIVEN_BACK: usize = 5;

/// What they saw until the program was gone.
#[derive(Default)]
pub struct Round {
    pub guests: Vec<(String, Guest)>,
    pub taps: Vec<(String, &'static str)>,
    /// Asked for, and no answer came.
    pub unanswered: Vec<Press>,
    /// How many keys have been used.
    pub asked: u64,
}

/// Lets them sign up and count, and kills the program while they do.
pub fn until_killed(station: &mut Station, desk: &Desk, crowd: &Crowd, chance: &Chance) -> Round {
    let (stage, time) = (&crowd.stage, crowd.time());
    let keys = AtomicU64::new(crowd.asked);
    let key = || keys.fetch_add(1, Ordering::Relaxed);
    let begin = Barrier::new(SIGNING_UP + COUNTING + 1);
    let wait = Duration::from_millis(u64::from(5 + chance.below(SOON)));
    let mut all = std::thread::scope(|scope| {
        let signs_up = || {
            begin.wait();
            signing_up(desk, (stage, time), &key)
        };
        let counts = || {
            begin.wait();
            counting(desk, stage, &key)
        };
        let mut all: Vec<_> = (0..SIGNING_UP).map(|_| scope.spawn(signs_up)).collect();
        all.extend((0..COUNTING).map(|_| scope.spawn(counts)));
        begin.wait();
        std::thread::sleep(wait);
        station.kill();
        all.into_iter().map(|one| one.join().expect("somebody was told no")).fold(Round::default(), Round::and)
    });
    all.asked = keys.into_inner();
    all
}

fn signing_up(desk: &Desk, (stage, time): (&Stage, &str), key: &dyn Fn() -> u64) -> Round {
    let mut round = Round::default();
    for n in 1..MOST {
        let name = format!("客人{}", key());
        let join = Press::Join(time.to_owned(), name.clone());
        let Some(list) = press(desk, stage, &join) else {
            round.unanswered.push(join);
            break;
        };
        let id = found(&list, &name);
        let leave = Press::Leave(id.clone(), name.clone());
        let left = n % GIVEN_BACK == 0 && press(desk, stage, &leave).is_some();
        round.guests.push((name, Guest { time: time.to_owned(), id, left }));
        if n % GIVEN_BACK == 0 && !left {
            round.unanswered.push(leave);
            break;
        }
    }
    round
}

/// A device tells of three cars at a time, of which one leaves.
fn counting(desk: &Desk, stage: &Stage, key: &dyn Fn() -> u64) -> Round {
    let mut round = Round::default();
    for _ in 0..MOST {
        let n = key();
        let taps = ["in", "out", "in"].iter().enumerate().map(|(k, step)| (format!("tap-{n}-{k}"), *step)).collect();
        let tap = Press::Tap(taps);
        let answer = press(desk, stage, &tap);
        match (tap, answer) {
            (Press::Tap(taps), Some(_)) => round.taps.extend(taps),
            (tap, _) => {
                round.unanswered.push(tap);
                break;
            }
        }
    }
    round
}

impl Round {
    fn and(mut self, other: Round) -> Round {
        self.guests.extend(other.guests);
        self.taps.extend(other.taps);
        self.unanswered.extend(other.unanswered);
        self
    }
}
