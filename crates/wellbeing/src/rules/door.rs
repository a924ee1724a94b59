//! 大门常开: how long the door was open of the time for which it was promised to be. What nobody said is unknown, and not open.
use std::collections::BTreeSet;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::range::Range;

/// Promised time is judged in quarters of an hour of the clock: nobody says to the minute when they stood before a door. A quarter
/// counts as a whole: a door that was opened ten minutes late in it is not told from one that was opened on time.
const CELL: i64 = 15;

/// What somebody said of the door, or what showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// Staff opened it.
    Opened = 0,
    /// Staff closed it.
    Closed = 1,
    /// A ticket was called at a desk, somebody was let in, or staff pressed that it is open.
    SeenOpen = 2,
    /// Somebody stood before it and it was closed.
    FoundClosed = 3,
}

impl Sign {
    pub const ALL: [Sign; 4] = [Sign::Opened, Sign::Closed, Sign::SeenOpen, Sign::FoundClosed];

    /// As facts, files and programs call it.
    pub fn word(self) -> &'static str {
        match self {
            Sign::Opened => "opened",
            Sign::Closed => "closed",
            Sign::SeenOpen => "seen-open",
            Sign::FoundClosed => "found-closed",
        }
    }

    pub fn of_word(word: &str) -> Option<Sign> {
        Sign::ALL.into_iter().find(|sign| sign.word() == word)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub at: Timestamp,
    pub sign: Sign,
}

/// Minutes of a day, or of several added up: `open + closed + disputed <= promised`, and the rest is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoorDay {
    pub promised: i64,
    /// Confirmed open.
    pub open: i64,
    /// Confirmed closed.
    pub closed: i64,
    /// Said to be open and said to be closed: counts as neither.
    pub disputed: i64,
    /// Quarters of an hour in which somebody found it closed. How many did is not counted: one hand could be many.
    pub reports: u32,
}

impl Add for DoorDay {
    type Output = DoorDay;

    fn add(self, other: DoorDay) -> DoorDay {
        DoorDay {
            promised: self.promised + other.promised,
            open: self.open + other.open,
            closed: self.closed + other.closed,
            disputed: self.disputed + other.disputed,
            reports: self.reports.saturating_add(other.reports),
        }
    }
}

impl AddAssign for DoorDay {
    fn add_assign(&mut self, other: DoorDay) {
        *self = *self + other;
    }
}

impl Sum for DoorDay {
    fn sum<I: Iterator<Item = DoorDay>>(days: I) -> DoorDay {
        days.fold(DoorDay::default(), Add::add)
    }
}

/// Minutes since 1970, half-open.
type Stretch = (i64, i64);

/// One day: the stretches promised, and everything that was said or seen on that day and no other, both in any order.
///
/// Open is what lies between an opening and the next closing. Without a closing, an opening says nothing of the hours after the
/// last sign of life. Closed is what lies between a closing and the next sign of an open door, and the quarter of an hour in which
/// somebody found it closed together with the next.
pub fn day(promised: &[(Timestamp, Timestamp)], events: &[Event]) -> DoorDay {
    let promised = merged(promised);
    let mut events: Vec<(Timestamp, Sign)> = events.iter().map(|e| (e.at, e.sign)).collect();
    events.sort_unstable();
    let signs: Vec<(i64, Sign)> = events.into_iter().map(|(at, sign)| (minute(at), sign)).collect();
    let end = promised.last().map_or(0, |last| last.1);
    let reports = reported(&promised, &signs);
    let (open, mut closed) = (open(&signs), closed(&signs, end));
    closed.extend(reports.iter().map(|cell| (cell * CELL, (cell + 2) * CELL)));
    let mut sum = DoorDay { reports: u32::try_from(reports.len()).unwrap_or(u32::MAX), ..DoorDay::default() };
    for (from, until) in promised.iter().flat_map(cells) {
        let meets = |of: &[Stretch]| of.iter().any(|(a, b)| *a < until && from < *b);
        let minutes = until - from;
        sum.promised += minutes;
        match (meets(&open), meets(&closed)) {
            (true, true) => sum.disputed += minutes,
            (true, false) => sum.open += minutes,
            (false, true) => sum.closed += minutes,
            (false, false) => {}
        }
    }
    sum
}

/// `[confirmed open / promised, 1 − confirmed closed / promised]`; nothing if nothing was promised.
pub fn range(d: &DoorDay) -> Option<Range> {
    Range::of(d.open, d.promised - d.closed, d.promised)
}

fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}

fn cell(minute: i64) -> i64 {
    minute.div_euclid(CELL)
}

/// The whole quarter of an hour around a minute.
fn around(minute: i64) -> Stretch {
    (cell(minute) * CELL, (cell(minute) + 1) * CELL)
}

/// In order, and no minute twice: what was promised by two is promised once.
fn merged(promised: &[(Timestamp, Timestamp)]) -> Vec<Stretch> {
    let mut all: Vec<Stretch> = promised.iter().map(|(a, b)| (minute(*a), minute(*b))).filter(|(a, b)| a < b).collect();
    all.sort_unstable();
    let mut out: Vec<Stretch> = vec![];
    for (from, until) in all {
        match out.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            _ => out.push((from, until)),
        }
    }
    out
}

/// A stretch cut at the quarters of the clock.
fn cells(stretch: &Stretch) -> impl Iterator<Item = Stretch> + use<> {
    let (from, until) = *stretch;
    (cell(from)..=cell(until - 1)).map(move |n| (from.max(n * CELL), until.min((n + 1) * CELL)))
}

/// In which quarters of an hour somebody found it closed while it was promised to be open: whoever came too early found no
/// broken promise.
fn reported(promised: &[Stretch], signs: &[(i64, Sign)]) -> BTreeSet<i64> {
    let due = |at: i64| promised.iter().any(|(a, b)| *a <= at && at < *b);
    signs.iter().filter(|(at, sign)| *sign == Sign::FoundClosed && due(*at)).map(|(at, _)| cell(*at)).collect()
}

/// What the signs, in order, confirm as open.
fn open(signs: &[(i64, Sign)]) -> Vec<Stretch> {
    let (mut out, mut run): (Vec<Stretch>, Option<Stretch>) = (vec![], None);
    for (at, sign) in signs {
        match sign {
            Sign::Opened => {
                out.push(around(*at));
                run = Some((run.map_or(*at, |run| run.0), around(*at).1));
            }
            Sign::SeenOpen => {
                out.push(around(*at));
                run = run.map(|run| (run.0, around(*at).1));
            }
            Sign::Closed => out.extend(run.take().map(|run| (run.0, *at))),
            Sign::FoundClosed => {}
        }
    }
    out.extend(run);
    out
}

/// What staff's own signs confirm as closed, up to the `end` of what was promised.
fn closed(signs: &[(i64, Sign)], end: i64) -> Vec<Stretch> {
    let (mut out, mut since): (Vec<Stretch>, Option<i64>) = (vec![], None);
    for (at, sign) in signs {
        match sign {
            Sign::Closed => since = since.or(Some(*at)),
            Sign::Opened | Sign::SeenOpen => out.extend(since.take().map(|from| (from, *at))),
            Sign::FoundClosed => {}
        }
    }
    out.extend(since.map(|from| (from, end)));
    // Closed at the very minute at which it opened: no stretch at all.
    out.retain(|(from, until)| from < until);
    out
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use proptest::prelude::*;

    use super::Sign::*;
    use super::*;

    /// A minute of one day in UTC.
    fn at(minute: i64) -> Timestamp {
        "2026-06-24T00:00:00Z".parse::<Timestamp>().expect("an instant") + minute.minutes()
    }

    fn clock(hour: i64, minute: i64) -> i64 {
        hour * 60 + minute
    }

    /// Promised from eight to twelve and from two to six.
    fn of(signs: &[(i64, Sign)]) -> DoorDay {
        let promised = [(at(clock(14, 0)), at(clock(18, 0))), (at(clock(8, 0)), at(clock(12, 0)))];
        let events: Vec<Event> = signs.iter().map(|(m, sign)| Event { at: at(*m), sign: *sign }).collect();
        day(&promised, &events)
    }

    fn minutes(d: DoorDay) -> (i64, i64, i64) {
        (d.open, d.closed, d.disputed)
    }

    #[test]
    fn nothing_said_is_unknown_and_not_open() {
        let nothing = of(&[]);
        assert_eq!(nothing, DoorDay { promised: 480, ..DoorDay::default() });
        assert_eq!(range(&nothing), Some(Range { low: 0.0, high: 1.0 }));
        assert_eq!(range(&day(&[], &[Event { at: at(0), sign: Opened }])), None, "nothing was promised");
    }

    #[test]
    fn from_opening_to_closing_it_is_open_and_after_it_closed() {
        let d = of(&[(clock(7, 50), Opened), (clock(17, 0), Closed)]);
        assert_eq!(minutes(d), (420, 60, 0));
        assert_eq!(range(&d), Some(Range { low: 0.875, high: 0.875 }));
        let d = of(&[(clock(8, 0), Opened), (clock(10, 0), Closed), (clock(15, 0), SeenOpen)]);
        assert_eq!(
            minutes(d),
            (120 + 15, 120 + 60, 0),
            "who was let in ends the closing, and confirms no more than a quarter"
        );
        let d = of(&[(clock(7, 0), Closed), (clock(9, 0), Opened), (clock(12, 0), Closed)]);
        assert_eq!(minutes(d), (180, 60 + 240, 0), "closed from before the promise on");
    }

    #[test]
    fn an_opening_that_nobody_ended_says_nothing_of_the_hours_after_the_last_sign() {
        assert_eq!(minutes(of(&[(clock(8, 0), Opened)])), (15, 0, 0));
        assert_eq!(minutes(of(&[(clock(8, 0), Opened), (clock(10, 5), SeenOpen)])), (135, 0, 0));
        let twice = of(&[(clock(8, 0), Opened), (clock(9, 0), Opened), (clock(9, 30), Closed)]);
        assert_eq!(minutes(twice), (90, 150 + 240, 0));
    }

    #[test]
    fn somebody_who_found_it_closed_confirms_half_an_hour() {
        let d = of(&[(clock(9, 7), FoundClosed)]);
        assert_eq!((minutes(d), d.reports), ((0, 30, 0), 1));
        assert_eq!(range(&d), Some(Range { low: 0.0, high: 1.0 - 30.0 / 480.0 }));
        assert_eq!(minutes(of(&[(clock(11, 50), FoundClosed)])), (0, 15, 0), "noon was not promised");
        for unpromised in [clock(7, 50), clock(12, 0), clock(13, 59), clock(18, 0)] {
            let d = of(&[(unpromised, FoundClosed)]);
            assert_eq!((minutes(d), d.reports), ((0, 0, 0), 0), "{unpromised}");
        }
    }

    #[test]
    fn a_quarter_of_which_both_is_said_counts_as_neither() {
        let d = of(&[(clock(8, 0), Opened), (clock(10, 0), FoundClosed), (clock(18, 0), Closed)]);
        assert_eq!(minutes(d), (450, 0, 30));
        let d = of(&[(clock(8, 0), Opened), (clock(17, 50), Closed)]);
        assert_eq!(minutes(d), (480 - 15, 0, 15), "closed within the last quarter");
    }

    #[test]
    fn what_was_promised_twice_is_promised_once_and_days_are_added_up() {
        let twice = [(at(485), at(500)), (at(490), at(510)), (at(510), at(520)), (at(700), at(600))];
        let d = day(&twice, &[Event { at: at(490), sign: SeenOpen }]);
        assert_eq!((d.promised, d.open), (35, 10), "the quarter from eight on, as far as it was promised");
        assert_eq!([d, d, DoorDay::default()].into_iter().sum::<DoorDay>(), d + d);
        assert_eq!((d + d).promised, 70);
    }

    #[test]
    fn signs_have_words_of_their_own() {
        for sign in Sign::ALL {
            assert_eq!(Sign::of_word(sign.word()), Some(sign));
            assert_eq!(serde_json::to_value(sign).expect("written"), sign.word());
        }
        assert_eq!(Sign::of_word("ajar"), None);
    }

    fn some_signs() -> impl Strategy<Value = Vec<(i64, Sign)>> {
        let sign = (0..4usize).prop_map(|n| Sign::ALL[n]);
        proptest::collection::vec((0..1440i64, sign), 0..12)
    }

    proptest! {
        #[test]
        fn parts_are_never_more_than_the_whole_and_order_does_not_matter(signs in some_signs()) {
            let d = of(&signs);
            prop_assert!(d.open >= 0 && d.closed >= 0 && d.disputed >= 0);
            prop_assert_eq!(d.promised, 480);
            prop_assert!(d.open + d.closed + d.disputed <= d.promised);
            let share = range(&d).expect("promised");
            prop_assert!(share.low <= share.high);
            let backwards: Vec<_> = signs.iter().rev().copied().collect();
            prop_assert_eq!(of(&backwards), d);
        }

        #[test]
        fn more_reports_of_the_same_quarter_change_nothing(
            signs in some_signs(), quarter in 32..48i64, more in proptest::collection::vec(0..15i64, 1..20)
        ) {
            let mut once = signs;
            once.push((quarter * 15, FoundClosed));
            let mut often = once.clone();
            often.extend(more.iter().map(|m| (quarter * 15 + m, FoundClosed)));
            prop_assert_eq!(of(&once), of(&often));
        }

        #[test]
        fn a_report_never_makes_more_of_the_time_open(signs in some_signs(), found in 0..1440i64) {
            let (before, mut signs) = (of(&signs), signs);
            signs.push((found, FoundClosed));
            let after = of(&signs);
            prop_assert!(after.open <= before.open && after.closed >= before.closed);
        }
    }
}
