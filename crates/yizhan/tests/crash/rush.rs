//! A busy hall: some draw, some call, and the kill comes among them.
use std::sync::Barrier;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use kernel::chance::Chance;
use serde_json::Value;

use crate::desk::Desk;
use crate::ground::DESKS;
use crate::program::Station;
use crate::queue::{Press, Queue, Ticket, press};

const DRAWERS: usize = 2;
/// More than one caller gets done before the kill; a bound all the same.
const MOST: usize = 10_000;
/// The kill comes within so many milliseconds after they have begun.
const SOON: u32 = 500;
/// A desk for which nobody waits looks again after that.
const LOOK_AGAIN: Duration = Duration::from_millis(2);

/// What they saw until the program was gone.
#[derive(Default)]
pub struct Round {
    pub tickets: Vec<Ticket>,
    pub called: Vec<String>,
    pub at_desks: Vec<Option<String>>,
    /// Asked for, and no answer came.
    pub unanswered: Vec<Press>,
    /// How many keys have been used.
    pub asked: u64,
}

/// Lets the hall work, and kills the program while it does.
pub fn until_killed(station: &mut Station, desk: &Desk, queue: &Queue, chance: &Chance) -> Round {
    let keys = AtomicU64::new(queue.asked);
    let key = || keys.fetch_add(1, Ordering::Relaxed).to_string();
    let begin = Barrier::new(DRAWERS + queue.at_desks.len() + 1);
    let wait = Duration::from_millis(u64::from(5 + chance.below(SOON)));
    let mut all = std::thread::scope(|scope| {
        let draws = || {
            begin.wait();
            drawing(desk, &key)
        };
        let calls = |at: i32, called: Option<String>| {
            begin.wait();
            calling(desk, (at, called), &key)
        };
        let mut all: Vec<_> = (0..DRAWERS).map(|_| scope.spawn(draws)).collect();
        let desks = (1..=DESKS).zip(queue.at_desks.iter().cloned());
        all.extend(desks.map(|(at, called)| scope.spawn(move || calls(at, called))));
        begin.wait();
        std::thread::sleep(wait);
        station.kill();
        // In the order in which they began: what each desk was left with stays in the order of desks.
        all.into_iter().map(|one| one.join().expect("somebody was told no")).fold(Round::default(), Round::and)
    });
    all.asked = keys.into_inner();
    all
}

fn drawing(desk: &Desk, key: &dyn Fn() -> String) -> Round {
    let mut round = Round::default();
    for _ in 0..MOST {
        let draw = Press::Draw(key());
        match press(desk, &draw) {
            Some(said) => round.tickets.push(Ticket::of(&said)),
            None => {
                round.unanswered.push(draw);
                break;
            }
        }
    }
    round
}

/// Calls and serves, beginning with whoever was called and not served.
fn calling(desk: &Desk, (at, mut called): (i32, Option<String>), key: &dyn Fn() -> String) -> Round {
    let mut round = Round::default();
    for _ in 0..MOST {
        let next = match called.clone() {
            Some(id) => Press::Serve(id),
            None => Press::Call(at, key()),
        };
        let Some(said) = press(desk, &next) else {
            round.unanswered.push(next);
            break;
        };
        called = match next {
            Press::Serve(_) => None,
            _ => said["called"].as_str().map(str::to_owned),
        };
        match &called {
            Some(id) => round.called.push(id.clone()),
            None if said == Value::Null => std::thread::sleep(LOOK_AGAIN),
            None => {}
        }
    }
    round.at_desks.push(called);
    round
}

impl Round {
    fn and(mut self, other: Round) -> Round {
        self.tickets.extend(other.tickets);
        self.called.extend(other.called);
        self.at_desks.extend(other.at_desks);
        self.unanswered.extend(other.unanswered);
        self
    }
}
