//! Rate limits that a village behind one address can live with: counted per act and per whom it concerns.
//!
//! The generic cell rate algorithm (ITU-T I.371, 2004, annex A): per key one instant is kept, the time at which its allowance will be
//! whole again. A request moves it on by one interval; if it lies further ahead than the burst allows, the answer is no.
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

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
    /// Presses at one shelf where nobody writes down who takes what: from one address, and altogether.
    ShelfPress,
    /// Words that the door is closed: from one address, and at one station altogether.
    DoorPress,
    /// People who leave a number to be called about a wish, from one address: a whole village may share it.
    WishAskFromAddress,
    /// Opinions from one address: a whole village may share it.
    OpinionFromAddress,
    /// First votes on one notice from one address: a whole village may share it.
    MoodFromAddress,
    /// Reports through one partner's key.
    PartnerReport,
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
            Act::ShelfPress => (30, 120),
            Act::DoorPress => (30, 120),
            Act::WishAskFromAddress => (60, 240),
            Act::OpinionFromAddress => (60, 240),
            Act::MoodFromAddress => (60, 30),
            Act::PartnerReport => (60, 600),
        }
    }
}

/// How many kinds there are.
const ACTS: usize = Act::PartnerReport as usize + 1;

/// Until when the allowance of each key is not whole. Keys are hashes: no address and no number is kept.
type Whole = HashMap<[u8; 32], Instant>;

/// Counts in memory, per process.
#[derive(Default)]
pub struct Limits([Mutex<Whole>; ACTS]);

impl Limits {
    /// Counts one `act` concerning `whom`, or says how long to wait.
    pub fn count(&self, act: Act, whom: &[u8; 32]) -> Result<(), Fault> {
        let whole = &mut *self.0[act as usize].lock().unwrap_or_else(PoisonError::into_inner);
        count(whole, act.quota(), *whom, Instant::now()).map_err(|wait| Fault::TooMany { seconds: wait.as_secs() + 1 })
    }

    /// Forgets whoever has been quiet for long enough to be at full allowance again.
    pub fn forget_the_quiet(&self) {
        let now = Instant::now();
        for whole in &self.0 {
            let mut whole = whole.lock().unwrap_or_else(PoisonError::into_inner);
            whole.retain(|_, until| *until > now);
            whole.shrink_to_fit();
        }
    }
}

/// One more of `whom` at `now`; an error is the time to wait.
fn count(whole: &mut Whole, (burst, hourly): (u32, u32), whom: [u8; 32], now: Instant) -> Result<(), Duration> {
    let every = Duration::from_secs(3600) / hourly.max(1);
    let until = whole.get(&whom).map_or(now, |until| now.max(*until));
    let ahead = (until - now).saturating_sub(every * burst.saturating_sub(1));
    if ahead > Duration::ZERO {
        return Err(ahead);
    }
    whole.insert(whom, until + every);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: [u8; 32] = [1; 32];

    #[test]
    fn a_burst_is_let_through_and_then_one_in_each_interval() {
        let (mut whole, now) = (Whole::new(), Instant::now());
        let mut asked = |whom, seconds| count(&mut whole, (3, 60), whom, now + Duration::from_secs(seconds));
        assert!((0..3).all(|_| asked(ONE, 0).is_ok()));
        assert_eq!(asked(ONE, 0), Err(Duration::from_secs(60)));
        assert_eq!(asked(ONE, 59), Err(Duration::from_secs(1)), "a refused request costs nothing");
        assert!(asked([2; 32], 59).is_ok(), "somebody else");
        assert!(asked(ONE, 60).is_ok());
        assert_eq!(asked(ONE, 60), Err(Duration::from_secs(60)));
        assert!((0..3).all(|_| asked(ONE, 600).is_ok()), "whoever was quiet has the whole burst again");
        assert!(asked(ONE, 600).is_err());
    }

    #[test]
    fn whoever_is_quiet_is_forgotten_and_nobody_else() {
        let limits = Limits::default();
        let often = |act, times: usize| (0..times).filter(|_| limits.count(act, &ONE).is_ok()).count();
        assert_eq!(often(Act::CodeToPhone, 10), 3);
        limits.forget_the_quiet();
        assert_eq!(often(Act::CodeToPhone, 10), 0);
        let kept = |n: usize| limits.0[n].lock().map(|whole| whole.len()).unwrap_or_default();
        assert_eq!((kept(Act::CodeToPhone as usize), kept(Act::Guess as usize)), (1, 0));
    }
}
