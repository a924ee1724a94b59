//! 群众常来: how often people come, in a week and per hundred residents. Nobody is followed from one desk to the next, so how many
//! different people they were is known only as a range.
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::noise::Noised;

/// How somebody was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    Errands = 0,
    Rooms = 1,
    Activities = 2,
    Library = 3,
}

impl Way {
    pub const ALL: [Way; 4] = [Way::Errands, Way::Rooms, Way::Activities, Way::Library];

    /// As files and programs call it.
    pub fn word(self) -> &'static str {
        match self {
            Way::Errands => "errands",
            Way::Rooms => "rooms",
            Way::Activities => "activities",
            Way::Library => "library",
        }
    }
}

/// People seen on a day in each [`Way`], in the order of [`Way::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitDay {
    pub on: Date,
    pub of: [u64; 4],
}

impl VisitDay {
    pub fn new(on: Date) -> VisitDay {
        VisitDay { on, of: [0; 4] }
    }

    /// So many more in one way.
    pub fn add(&mut self, way: Way, people: u64) {
        for (n, seen) in Way::ALL.into_iter().zip(&mut self.of) {
            if n == way {
                *seen = seen.saturating_add(people);
            }
        }
    }
}

/// Visits of a week. One visit is one person on one day, whatever they came for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Week {
    /// As if whoever was seen in another way on the same day had been among those of the largest.
    pub low: u64,
    /// As if nobody had been seen in two ways.
    pub high: u64,
}

/// Days may be in several pieces: what is said of the same day is added up first.
pub fn week(days: &[VisitDay]) -> Week {
    let mut by_day: std::collections::BTreeMap<Date, [u64; 4]> = std::collections::BTreeMap::new();
    for day in days {
        for (sum, more) in by_day.entry(day.on).or_default().iter_mut().zip(day.of) {
            *sum = sum.saturating_add(more);
        }
    }
    let mut week = Week::default();
    for of in by_day.values() {
        week.low = week.low.saturating_add(of.iter().copied().max().unwrap_or(0));
        week.high = of.iter().fold(week.high, |sum, n| sum.saturating_add(*n));
    }
    week
}

/// How many whole hours there were in what was `open`, and in how many of them somebody was `seen`. Hours are counted from when a
/// stretch begins; what is left of less than an hour at its end is no whole hour.
pub fn hours_visited(open: &[(Timestamp, Timestamp)], seen: &[Timestamp]) -> (u64, u64) {
    const HOUR: i64 = 3600;
    let mut seen: Vec<i64> = seen.iter().map(|at| at.as_second()).collect();
    seen.sort_unstable();
    let (mut hours, mut visited) = (0, 0);
    for (from, until) in merged(open) {
        for n in 0..(until - from) / HOUR {
            let (start, end) = (from + n * HOUR, from + (n + 1) * HOUR);
            let first = seen.partition_point(|at| *at < start);
            hours += 1;
            visited += u64::from(seen.get(first).is_some_and(|at| *at < end));
        }
    }
    (hours, visited)
}

/// In order, no second twice.
fn merged(open: &[(Timestamp, Timestamp)]) -> Vec<(i64, i64)> {
    let mut all: Vec<(i64, i64)> = open.iter().map(|(a, b)| (a.as_second(), b.as_second())).collect();
    all.retain(|(from, until)| from < until);
    all.sort_unstable();
    let mut out: Vec<(i64, i64)> = vec![];
    for (from, until) in all {
        match out.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            _ => out.push((from, until)),
        }
    }
    out
}

/// Per hundred residents; not bounded above, since one person may come on each day of a week.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range100 {
    pub low: f64,
    pub high: f64,
}

/// The visits of a week per hundred residents, from what was published of [`Week`]: wider by what the noise may have added or taken
/// away in 95 of 100 cases at each end. Nothing if nobody lives there.
pub fn per_100(low: Noised, high: Noised, residents: u64) -> Option<Range100> {
    if residents == 0 {
        return None;
    }
    // Counts of people are far below 2^53: they are exact as floats.
    let of = |count: i64| 100.0 * count.max(0) as f64 / residents as f64;
    let (a, b) = (of(low.value.saturating_sub(low.half)), of(high.value.saturating_add(high.half)));
    // The noise may have turned them round.
    Some(Range100 { low: a.min(b), high: a.max(b) })
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + minute.minutes()
    }

    #[test]
    fn the_same_people_may_have_come_for_several_things() {
        let monday = VisitDay { on: date(2026, 6, 1), of: [30, 10, 0, 5] };
        let tuesday = VisitDay { on: date(2026, 6, 2), of: [4, 0, 25, 0] };
        assert_eq!(week(&[monday, tuesday]), Week { low: 30 + 25, high: 45 + 29 });
        assert_eq!(week(&[]), Week::default());
    }

    #[test]
    fn a_day_in_pieces_is_one_day() {
        let mut whole = VisitDay::new(date(2026, 6, 1));
        let mut pieces = vec![];
        for (way, people) in [(Way::Errands, 7), (Way::Library, 9), (Way::Errands, 5)] {
            whole.add(way, people);
            let mut piece = VisitDay::new(date(2026, 6, 1));
            piece.add(way, people);
            pieces.push(piece);
        }
        assert_eq!(whole.of, [12, 0, 0, 9]);
        assert_eq!(week(&pieces), week(&[whole]));
        assert_eq!(week(&pieces), Week { low: 12, high: 21 });
    }

    #[test]
    fn an_hour_with_somebody_in_it_counts_once() {
        let open = [(at(0), at(150)), (at(600), at(659)), (at(700), at(760))];
        assert_eq!(hours_visited(&open, &[]), (3, 0));
        assert_eq!(hours_visited(&open, &[at(0), at(5), at(59)]), (3, 1));
        assert_eq!(hours_visited(&open, &[at(60), at(759)]), (3, 2));
        let beside = [at(-1), at(120), at(149), at(610), at(699), at(760)];
        assert_eq!(hours_visited(&open, &beside), (3, 0), "not in a whole hour of those that were open");
        assert_eq!(hours_visited(&[(at(0), at(70)), (at(30), at(120))], &[at(65)]), (2, 1), "two rooms, one house");
    }

    #[test]
    fn noise_widens_what_is_said_of_a_hundred_and_never_goes_below_nobody() {
        let noised = |value, half| Noised { value, half };
        assert_eq!(per_100(noised(60, 10), noised(90, 10), 1000), Some(Range100 { low: 5.0, high: 10.0 }));
        assert_eq!(per_100(noised(3, 9), noised(-12, 9), 1000), Some(Range100 { low: 0.0, high: 0.0 }));
        assert_eq!(per_100(noised(60, 10), noised(90, 10), 0), None);
        assert_eq!(per_100(noised(500, 0), noised(700, 0), 100), Some(Range100 { low: 500.0, high: 700.0 }));
    }

    #[test]
    fn ways_have_words_of_their_own() {
        for way in Way::ALL {
            assert_eq!(serde_json::to_value(way).expect("written"), way.word());
        }
    }

    proptest! {
        #[test]
        fn however_people_went_from_one_to_another_the_truth_is_within_the_range(
            people in proptest::collection::vec((0..3i8, proptest::array::uniform4(any::<bool>())), 0..60)
        ) {
            let mut days: Vec<VisitDay> = (1..=3).map(|n| VisitDay::new(date(2026, 6, n))).collect();
            let mut visits = 0;
            for (day, ways) in &people {
                visits += u64::from(ways.contains(&true));
                for (way, _) in Way::ALL.into_iter().zip(ways).filter(|(_, seen)| **seen) {
                    days[usize::try_from(*day).expect("a day")].add(way, 1);
                }
            }
            let range = week(&days);
            prop_assert!(range.low <= visits && visits <= range.high, "{visits} {range:?}");
        }

        #[test]
        fn no_more_hours_are_visited_than_open_nor_than_people_seen(
            open in proptest::collection::vec((0..3000i64, 0..400i64), 0..6),
            seen in proptest::collection::vec(0..3400i64, 0..40),
        ) {
            let open: Vec<_> = open.iter().map(|(from, long)| (at(*from), at(from + long))).collect();
            let seen: Vec<_> = seen.iter().map(|m| at(*m)).collect();
            let (hours, visited) = hours_visited(&open, &seen);
            prop_assert!(visited <= hours && visited <= seen.len() as u64);
        }
    }
}
