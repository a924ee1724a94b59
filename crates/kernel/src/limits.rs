//! Rate limits that a village behind one address can live with: counted per act and per whom it concerns.
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::fault::Fault;

/// The acts that are limited, and how: a burst that is allowed at once, and then so many in an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// A one-time code to one phone number.
    CodeToPhone,
    /// One-time codes asked for from one address: a whole village may share it.
    CodeFromAddress,
    /// Guesses at one code or one password.
    Guess,
    /// Guesses at any code or password from one address: a whole village may share it.
    GuessFromAddress,
    /// Changes from one address.
    ChangeFromAddress,
    /// Numbers that strangers draw from one address: a whole village may share it.
    TicketFromAddress,
}

impl Act {
    fn quota(self) -> (u32, u32) {
        match self {
            Act::CodeToPhone => (3, 6),
            Act::CodeFromAddress => (60, 240),
            Act::Guess => (10, 30),
            Act::GuessFromAddress => (60, 240),
            Act::ChangeFromAddress => (600, 36_000),
            Act::TicketFromAddress => (30, 120),
        }
    }
}

const ACTS: [Act; 6] = [
    Act::CodeToPhone,
    Act::CodeFromAddress,
    Act::Guess,
    Act::GuessFromAddress,
    Act::ChangeFromAddress,
    Act::TicketFromAddress,
];

/// Counts in memory, per process. Keys are hashes: no address and no number is kept.
pub struct Limits([DefaultKeyedRateLimiter<[u8; 32]>; 6]);

impl Default for Limits {
    fn default() -> Limits {
        Limits(ACTS.map(|act| {
            let (burst, hourly) = act.quota();
            let at_least_one = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
            RateLimiter::keyed(Quota::per_hour(at_least_one(hourly)).allow_burst(at_least_one(burst)))
        }))
    }
}

impl Limits {
    /// Counts one `act` concerning `whom`, or says how long to wait.
    pub fn count(&self, act: Act, whom: &[u8; 32]) -> Result<(), Fault> {
        self.0[act as usize].check_key(whom).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            Fault::TooMany { seconds: wait.as_secs() + 1 }
        })
    }

    /// Forgets whoever has been quiet for long enough to be at full allowance again.
    pub fn forget_the_quiet(&self) {
        for limiter in &self.0 {
            limiter.retain_recent();
        }
    }
}
