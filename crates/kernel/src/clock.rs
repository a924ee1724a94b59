//! What time it is, handed in so that tests and rehearsals can choose it.
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// The only place in the program that knows what time it is.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// The machine's clock.
    #[expect(clippy::disallowed_methods, reason = "this is the one place where the machine's clock is read")]
    pub fn system() -> Clock {
        Clock(Arc::new(Timestamp::now))
    }

    /// A clock that always says `at`.
    pub fn stopped_at(at: Timestamp) -> Clock {
        Clock(Arc::new(move || at))
    }

    /// A clock that always says `at` until the hand moves it: for stories and tests.
    pub fn by_hand(at: Timestamp) -> (Clock, Rehearsal) {
        Clock::moved_from(Clock::stopped_at(at), at)
    }

    /// A clock that starts at `at` and runs on, and the hand that moves it.
    pub fn rehearsal(at: Timestamp) -> (Clock, Rehearsal) {
        Clock::moved_from(Clock::system(), at)
    }

    /// A clock that starts at `at`, goes as fast as `machine` does, and can be moved.
    fn moved_from(machine: Clock, at: Timestamp) -> (Clock, Rehearsal) {
        let ahead = Arc::new(AtomicI64::new(micros(at - machine.now())));
        let hand = Rehearsal { machine: machine.clone(), ahead: ahead.clone() };
        let now = move || {
            let ahead = SignedDuration::from_micros(ahead.load(Ordering::SeqCst));
            machine.now().saturating_add(ahead).unwrap_or(Timestamp::MAX)
        };
        (Clock(Arc::new(now)), hand)
    }

    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}

/// Moves a rehearsal's clock. Nothing but the rehearsal route holds one.
#[derive(Clone)]
pub struct Rehearsal {
    machine: Clock,
    ahead: Arc<AtomicI64>,
}

impl Rehearsal {
    pub fn move_to(&self, at: Timestamp) {
        self.ahead.store(micros(at - self.machine.now()), Ordering::SeqCst);
    }
}

fn micros(d: SignedDuration) -> i64 {
    i64::try_from(d.as_micros()).unwrap_or(i64::MAX)
}
