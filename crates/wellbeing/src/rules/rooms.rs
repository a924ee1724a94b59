//! 场所常用: how much of the time in which rooms are open to residents they are used.
use jiff::Timestamp;
use kernel::share::FEWEST;
use serde::{Deserialize, Serialize};

use super::hide::hidden;
use super::range::Range;

/// Under so many nothing is told.
const FEW: u64 = FEWEST as u64;
/// The kind of fact that a room was used.
pub const USED: &str = "venue.used";

/// One use of a room, as the fact `venue.used` has it: a reservation that was kept, or somebody who walked in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    pub venue: i64,
    /// The offering that was used, by its id or name as a word.
    pub offering: String,
    /// From its beginning until they left.
    pub minutes: i64,
    /// As many as they said they were.
    pub people: Option<u32>,
    pub walk_in: bool,
    pub at: Timestamp,
}

/// What takes one fact of the kind `was` back (`venue.not-so`). It has the minutes of the whole reservation, even if its use was
/// noted with fewer because they left early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotSo {
    pub was: String,
    pub venue: i64,
    pub offering: String,
    pub minutes: i64,
    pub people: Option<u32>,
    pub walk_in: bool,
}

/// Minutes of rooms in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomsBasis {
    /// Minutes of opening, of all rooms.
    pub open_min: i64,
    /// Of whole rooms: one of three tables for an hour is twenty minutes.
    pub used_min: i64,
    /// Booked, and nobody said whether they came.
    pub unsure_min: i64,
    pub uses: u64,
    /// How many of the uses were had without a booking; nothing where that, or the rest, is fewer than ten.
    pub walk_ins: Option<u64>,
}

/// Adds up what is left of the uses when each fact of the period that takes one back has taken its one.
pub fn basis(open_min: i64, used: &[Used], not_so: &[NotSo], unsure_min: i64) -> RoomsBasis {
    let left = left(used, not_so);
    let walk_ins = left.iter().filter(|u| u.walk_in).count() as u64;
    RoomsBasis {
        open_min: open_min.max(0),
        used_min: left.iter().map(|u| u.minutes.max(0)).sum(),
        unsure_min: unsure_min.max(0),
        uses: left.len() as u64,
        walk_ins: part(walk_ins, left.len() as u64),
    }
}

/// A part of the uses, if it can be told without telling of fewer than ten, of it or of the rest.
pub fn part(walk_ins: u64, uses: u64) -> Option<u64> {
    hidden(&[walk_ins, uses.saturating_sub(walk_ins)]).first().copied().flatten()
}

/// What a revision shows of rooms that were published in the revisions `before`, the oldest first: what the last one showed, unless from
/// each of them ten uses or more came or went. A correction of a few would tell of the few; so would one of their minutes alone. How
/// long rooms were open tells of nobody, and is always as it is now.
pub fn after(before: &[Option<RoomsBasis>], now: Option<RoomsBasis>) -> Option<RoomsBasis> {
    let shown = || before.iter().flatten();
    let (last, Some(is)) = (before.last().copied().flatten(), now) else { return before.last().copied().flatten() };
    if shown().next().is_none() {
        // Nine were hidden, perhaps: ten more are needed.
        return (before.is_empty() || is.uses >= 2 * FEW - 1).then_some(is);
    }
    if shown().any(|was| was.uses.abs_diff(is.uses) < FEW) {
        return last.map(|last| RoomsBasis { open_min: is.open_min, ..last });
    }
    let apart = |was: u64, is: u64| was == is || was.abs_diff(is) >= FEW;
    let follows = |n: u64| {
        shown().all(|was| was.walk_ins.is_some_and(|w| apart(w, n) && apart(was.uses.abs_diff(w), is.uses.abs_diff(n))))
    };
    Some(RoomsBasis { walk_ins: is.walk_ins.filter(|n| follows(*n)), ..is })
}

/// `[used / open, (used + unsure) / open]`; nothing if no room was open. Uses beyond opening hours cannot make it more than one.
pub fn range(b: &RoomsBasis) -> Option<Range> {
    Range::of(b.used_min, b.used_min + b.unsure_min, b.open_min)
}

/// The uses that no other fact took back, in their order. Facts name no reservation: of those alike the one with the same minutes
/// is taken back, or else the longest that is shorter.
pub fn left<'a>(used: &'a [Used], not_so: &[NotSo]) -> Vec<&'a Used> {
    let mut left: Vec<&Used> = used.iter().collect();
    for n in not_so.iter().filter(|n| n.was == USED) {
        let candidates = left.iter().enumerate().filter(|(_, u)| alike(u, n));
        let which = candidates.max_by_key(|(_, u)| u.minutes).map(|(place, _)| place);
        if let Some(place) = which {
            left.remove(place);
        }
    }
    left
}

fn alike(u: &Used, n: &NotSo) -> bool {
    let whose = |venue, people, walk_in| (venue, people, walk_in);
    whose(u.venue, u.people, u.walk_in) == whose(n.venue, n.people, n.walk_in)
        && u.offering == n.offering
        && u.minutes <= n.minutes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn used(venue: i64, minutes: i64) -> Used {
        Used { venue, offering: "7".to_owned(), minutes, people: Some(2), walk_in: false, at: Timestamp::UNIX_EPOCH }
    }

    fn not_so(of: &Used, minutes: i64) -> NotSo {
        let Used { venue, offering, people, walk_in, .. } = of.clone();
        NotSo { was: USED.to_owned(), venue, offering, minutes, people, walk_in }
    }

    #[test]
    fn what_was_used_and_what_may_have_been_make_the_range() {
        let walk_in = Used { walk_in: true, ..used(1, 60) };
        let b = basis(1200, &[used(1, 120), walk_in, used(2, 120)], &[], 300);
        assert_eq!(b, RoomsBasis { open_min: 1200, used_min: 300, unsure_min: 300, uses: 3, walk_ins: None });
        assert_eq!(range(&b), Some(Range { low: 0.25, high: 0.5 }));
        assert_eq!(range(&basis(0, &[used(1, 60)], &[], 0)), None, "no room was open");
        assert_eq!(range(&basis(30, &[used(1, 60)], &[], 0)), Some(Range { low: 1.0, high: 1.0 }));
    }

    #[test]
    fn a_use_that_was_not_so_is_left_out_once() {
        let all = [used(1, 60), used(1, 60), used(2, 60)];
        let b = basis(600, &all, &[not_so(&all[0], 60)], 0);
        assert_eq!((b.uses, b.used_min), (2, 120));
        let other = NotSo { was: "venue.not-come".to_owned(), ..not_so(&all[0], 60) };
        assert_eq!(basis(600, &all, &[other], 0).uses, 3, "that nobody came is another fact");
        let nobody = NotSo { offering: "8".to_owned(), ..not_so(&all[0], 60) };
        assert_eq!(basis(600, &all, &[nobody], 0).uses, 3);
    }

    #[test]
    fn a_use_that_ended_early_is_found_by_the_minutes_of_its_reservation() {
        let all = [used(1, 45), used(1, 90)];
        assert_eq!(left(&all, &[not_so(&all[0], 60)]), [&all[1]]);
        assert_eq!(left(&all, &[not_so(&all[1], 90)]), [&all[0]], "the same minutes come first");
        assert_eq!(left(&all, &[not_so(&all[1], 90), not_so(&all[0], 60)]), Vec::<&Used>::new());
        assert_eq!(left(&all, &[not_so(&all[0], 60), not_so(&all[1], 90)]), Vec::<&Used>::new());
    }

    fn rooms(uses: u64, used_min: i64, walk_ins: Option<u64>) -> RoomsBasis {
        RoomsBasis { open_min: 1_000, used_min, unsure_min: 0, uses, walk_ins }
    }

    #[test]
    fn a_correction_of_a_few_uses_shows_what_was_shown() {
        let was = rooms(40, 300, Some(15));
        let then = |now| after(&[Some(was)], Some(now)).expect("shown before");
        assert_eq!(then(rooms(49, 390, Some(15))), was, "nine more");
        assert_eq!(then(rooms(40, 330, Some(15))), was, "somebody stayed longer");
        assert_eq!(then(rooms(50, 400, Some(15))), rooms(50, 400, Some(15)));
        assert_eq!(then(rooms(52, 400, Some(17))), rooms(52, 400, None), "two more walked in");
        assert_eq!(then(rooms(52, 400, Some(26))), rooms(52, 400, None), "one more had booked");
        let open = RoomsBasis { open_min: 1_200, ..rooms(41, 310, None) };
        assert_eq!(then(open), RoomsBasis { open_min: 1_200, ..was }, "opening hours are nobody's");
        assert_eq!(after(&[Some(was)], None), Some(was));
        assert_eq!(
            after(&[Some(was), Some(rooms(60, 500, None))], Some(rooms(49, 1, None))),
            Some(rooms(60, 500, None))
        );
    }

    #[test]
    fn what_was_hidden_needs_ten_more_than_nine() {
        assert_eq!(after(&[None], Some(rooms(18, 100, None))), None);
        assert_eq!(after(&[None], Some(rooms(19, 100, None))), Some(rooms(19, 100, None)));
        assert_eq!(after(&[], Some(rooms(10, 100, None))), Some(rooms(10, 100, None)));
        assert_eq!(after(&[], None), None);
    }

    proptest! {
        #[test]
        fn no_two_revisions_differ_by_a_few(counts in proptest::collection::vec((0..60u64, 0..60u64), 1..7)) {
            let mut published: Vec<Option<RoomsBasis>> = vec![];
            for (walked, booked) in counts {
                let uses = walked + booked;
                let now = RoomsBasis { walk_ins: part(walked, uses), ..rooms(uses, 0, None) };
                published.push(after(&published, (uses >= 10).then_some(now)));
            }
            let apart = |a: u64, b: u64| a == b || a.abs_diff(b) >= 10;
            let shown: Vec<RoomsBasis> = published.into_iter().flatten().collect();
            for (a, b) in shown.iter().flat_map(|a| shown.iter().map(move |b| (a, b))) {
                prop_assert!(apart(a.uses, b.uses));
                if let (Some(m), Some(n)) = (a.walk_ins, b.walk_ins) {
                    prop_assert!(apart(m, n) && apart(a.uses - m, b.uses - n));
                }
            }
        }

        #[test]
        fn in_which_order_they_are_taken_back_does_not_matter(
            noted in proptest::collection::vec(1..20i64, 0..8), taken in proptest::collection::vec(1..20i64, 0..8)
        ) {
            let all: Vec<Used> = noted.iter().map(|m| used(1, *m)).collect();
            let minutes = |left: Vec<&Used>| {
                let mut minutes: Vec<i64> = left.iter().map(|u| u.minutes).collect();
                minutes.sort_unstable();
                minutes
            };
            let there: Vec<NotSo> = taken.iter().map(|m| not_so(&used(1, 0), *m)).collect();
            let back: Vec<NotSo> = there.iter().rev().cloned().collect();
            prop_assert_eq!(minutes(left(&all, &there)), minutes(left(&all, &back)));
        }

        #[test]
        fn whatever_was_noted_and_taken_back_leaves_the_rest(
            kept in proptest::collection::vec((0..3i64, 1..300i64), 0..12),
            gone in proptest::collection::vec((3..6i64, 1..300i64), 0..12),
        ) {
            let kept: Vec<Used> = kept.iter().map(|(v, m)| used(*v, *m)).collect();
            let gone: Vec<Used> = gone.iter().map(|(v, m)| used(*v, *m)).collect();
            let taken: Vec<NotSo> = gone.iter().map(|u| not_so(u, u.minutes)).collect();
            let all: Vec<Used> = kept.iter().chain(&gone).cloned().collect();
            let b = basis(10_000, &all, &taken, 0);
            prop_assert_eq!(b.uses, kept.len() as u64);
            prop_assert_eq!(b.used_min, kept.iter().map(|u| u.minutes).sum::<i64>());
        }
    }
}
