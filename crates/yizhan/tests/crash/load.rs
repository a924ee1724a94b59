//! Callers at the desk, and the kill among them.
use std::sync::Barrier;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use kernel::chance::Chance;

use crate::desk::{Desk, Order};
use crate::ledger::{End, Kept, Ledger};
use crate::program::Station;

const CALLERS: usize = 6;
/// More than one caller gets done before the kill; a bound all the same.
const MOST: usize = 10_000;
/// The kill comes within so many milliseconds after the callers have begun.
const SOON: u32 = 500;
/// Every so many reservations, one is given back.
const GIVEN_BACK: usize = 5;

/// What the callers saw until the program was gone.
#[derive(Default)]
pub struct Round {
    pub kept: Vec<Kept>,
    /// Asked for, and no answer came.
    pub unanswered: Vec<Order>,
    /// How many orders were made before and in this round.
    pub orders: u64,
    /// Answers that came.
    pub acknowledged: usize,
}

/// Lets the callers book, each slot only once, and kills the program while they do.
pub fn until_killed(station: &mut Station, desk: &Desk, ledger: &Ledger, chance: &Chance) -> Round {
    let (next, begin) = (AtomicU64::new(ledger.orders), Barrier::new(CALLERS + 1));
    let next_order = || Order::number(next.fetch_add(1, Ordering::Relaxed), ledger.first);
    let wait = Duration::from_millis(u64::from(5 + chance.below(SOON)));
    let mut all = std::thread::scope(|scope| {
        let call = || {
            begin.wait();
            one_caller(desk, &next_order)
        };
        let callers: Vec<_> = (0..CALLERS).map(|_| scope.spawn(call)).collect();
        begin.wait();
        std::thread::sleep(wait);
        station.kill();
        let rounds = callers.into_iter().map(|c| c.join().expect("a caller was told no"));
        rounds.fold(Round::default(), Round::and)
    });
    all.orders = next.into_inner();
    all
}

fn one_caller(desk: &Desk, next_order: &dyn Fn() -> Order) -> Round {
    let mut round = Round::default();
    for n in 1..MOST {
        let order = next_order();
        let Some(id) = desk.book(&order) else {
            round.unanswered.push(order);
            break;
        };
        round.acknowledged += 1;
        let mut kept = Kept { id, order, end: End::Confirmed };
        if n % GIVEN_BACK == 0 {
            let cancelled = desk.cancel(&kept.id);
            kept.end = if cancelled { End::Cancelled } else { End::PerhapsCancelled };
            round.acknowledged += usize::from(cancelled);
        }
        round.kept.push(kept);
    }
    round
}

impl Round {
    fn and(mut self, other: Round) -> Round {
        self.kept.extend(other.kept);
        self.unanswered.extend(other.unanswered);
        self.acknowledged += other.acknowledged;
        self
    }
}
