//! An official is back: who of those who waited for them is served when. Pure.
use jiff::{SignedDuration, Timestamp};

use crate::rules::{Place, come_at};

/// Times are told in whole five minutes, so many seconds.
const STEP: i64 = 300;

/// Somebody who waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits<I> {
    pub id: I,
    pub place: Place,
    /// How long they take at the desk.
    pub takes: SignedDuration,
    /// When the hours end in which they can be served.
    pub closes: Timestamp,
}

/// What they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Laid {
    /// They are in the hall: they can be called at once.
    Now,
    /// At home: to be here then.
    ComeAt(Timestamp),
    /// Their turn would not be over before the desk closes: they choose something else.
    Full,
}

/// Lays out those who waited, who are in their order; the official is `free` from then on.
///
/// Whoever is in the hall is served first, in that order. Whoever is at home comes after, in that order too, never sooner than
/// they can travel. The first of them who does not fit before closing ends it: nobody behind is called in before them, except in a line
/// that closes later.
pub fn relay<I: Copy>((now, free): (Timestamp, Timestamp), waiting: &[Waits<I>]) -> Vec<(I, Laid)> {
    let here = |w: &&Waits<I>| w.place == Place::OnSite;
    let mut at = free.max(now) + waiting.iter().filter(here).map(|w| w.takes).sum::<SignedDuration>();
    let mut full: Option<Timestamp> = None;
    let mut lay = |w: &Waits<I>| {
        if w.place == Place::OnSite {
            return Laid::Now;
        }
        let from = whole(come_at(now, at));
        let ends = full.is_some_and(|closed| w.closes <= closed);
        if ends || from + w.takes > w.closes {
            full = full.max(Some(w.closes));
            return Laid::Full;
        }
        at = from + w.takes;
        Laid::ComeAt(from)
    };
    waiting.iter().map(|w| (w.id, lay(w))).collect()
}

/// Rounded up: who comes at a told time is not there too early.
fn whole(at: Timestamp) -> Timestamp {
    let second = at.as_second() + i64::from(at.subsec_nanosecond() > 0);
    let up = second + (STEP - second.rem_euclid(STEP)).rem_euclid(STEP);
    Timestamp::from_second(up).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rules::TRAVEL;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).expect("an instant")
    }

    fn waits(id: usize, place: Place, minutes: i64) -> Waits<usize> {
        Waits { id, place, takes: SignedDuration::from_mins(minutes), closes: at(0) }
    }

    /// All in one line, which closes at a minute.
    fn laid(closes: i64, waiting: &[Waits<usize>]) -> Vec<Laid> {
        let waiting: Vec<Waits<usize>> = waiting.iter().map(|w| Waits { closes: at(closes), ..*w }).collect();
        told(&waiting)
    }

    fn told(waiting: &[Waits<usize>]) -> Vec<Laid> {
        relay((at(0), at(0)), waiting).into_iter().map(|(_, laid)| laid).collect()
    }

    #[test]
    fn whoever_is_in_the_hall_starts_at_once_and_whoever_is_at_home_can_travel() {
        let all = [waits(1, Place::Remote, 10), waits(2, Place::OnSite, 10)];
        assert_eq!(laid(480, &all), [Laid::ComeAt(at(30)), Laid::Now]);
    }

    #[test]
    fn they_come_one_after_the_other() {
        let all = [1, 2, 3].map(|id| waits(id, Place::Remote, 12));
        assert_eq!(laid(480, &all), [Laid::ComeAt(at(30)), Laid::ComeAt(at(45)), Laid::ComeAt(at(60))]);
    }

    #[test]
    fn a_long_hall_is_waited_for_at_home() {
        let all = [waits(1, Place::OnSite, 50), waits(2, Place::Remote, 10)];
        assert_eq!(laid(480, &all), [Laid::Now, Laid::ComeAt(at(50))]);
    }

    #[test]
    fn whoever_does_not_fit_before_closing_is_not_called_in_and_nobody_overtakes_them() {
        let all = [waits(1, Place::Remote, 20), waits(2, Place::Remote, 30), waits(3, Place::Remote, 5)];
        assert_eq!(laid(60, &all), [Laid::ComeAt(at(30)), Laid::Full, Laid::Full]);
    }

    #[test]
    fn each_is_served_before_their_own_line_closes() {
        let [early, late] = [60, 120].map(|minute| Waits { closes: at(minute), ..waits(0, Place::Remote, 40) });
        assert_eq!(told(&[late, early]), [Laid::ComeAt(at(30)), Laid::Full]);
        // Whoever is behind in a line that closes later loses nothing by it, and in the same line nobody overtakes.
        let short = Waits { takes: SignedDuration::from_mins(5), ..early };
        assert_eq!(told(&[early, short, late]), [Laid::Full, Laid::Full, Laid::ComeAt(at(30))]);
    }

    fn anybody() -> impl Strategy<Value = (bool, i64)> {
        (any::<bool>(), 1_i64..60)
    }

    proptest! {
        #[test]
        fn order_travel_and_closing_hold_for_everybody(
            people in proptest::collection::vec(anybody(), 0..20),
            free in 0_i64..200,
            closes in 0_i64..600,
        ) {
            let all: Vec<Waits<usize>> = people.iter().enumerate().map(|(id, (here, minutes))| {
                let place = if *here { Place::OnSite } else { Place::Remote };
                Waits { closes: at(closes), ..waits(id, place, *minutes) }
            }).collect();
            let laid = relay((at(0), at(free)), &all);
            prop_assert_eq!(laid.len(), all.len());
            let in_hall: SignedDuration = all.iter().filter(|w| w.place == Place::OnSite).map(|w| w.takes).sum();
            let mut before = at(free) + in_hall;
            let mut full = false;
            for ((id, what), w) in laid.iter().zip(&all) {
                prop_assert_eq!(*id, w.id);
                match what {
                    Laid::Now => prop_assert_eq!(w.place, Place::OnSite),
                    Laid::ComeAt(time) => {
                        prop_assert!(!full, "nobody is called in behind somebody who is not");
                        prop_assert!(*time >= at(0) + TRAVEL && *time >= before, "after travel, and after those before");
                        prop_assert!(*time + w.takes <= at(closes), "their turn is over before closing");
                        before = *time + w.takes;
                    }
                    Laid::Full => full = true,
                }
            }
        }
    }
}
