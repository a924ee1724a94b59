//! Who is next.
use jiff::{SignedDuration, Timestamp};

use super::ticket::Priority;

/// So many with priority or an appointment are called in a row while others wait. PRODUCT.md, part 3.
pub const MOST_FAVOURED: i16 = 2;
/// So long after a missed call somebody may come back to their turn.
pub const GRACE: SignedDuration = SignedDuration::from_mins(30);
/// Whoever comes back after a missed call lets so many others go first.
const BEFORE_RETURNED: usize = 2;

/// Whoever comes later than this after their appointment began waits as if they had drawn a number when they came: as long as
/// a promise about people is kept.
pub const PUNCTUAL: SignedDuration = SignedDuration::from_mins(15);

/// Somebody who waits in the hall for this desk: the first of the line's tickets of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<I> {
    pub id: I,
    pub priority: Priority,
    /// They have an appointment, which has begun ([`is_due`]).
    pub due: bool,
    pub order_at: Timestamp,
    pub number: i32,
}

impl<I> Candidate<I> {
    fn is_favoured(&self) -> bool {
        self.due || self.priority.is_some()
    }

    /// An appointment that has begun goes before priority, priority before everybody else; then the order in which they came.
    fn rank(&self) -> (bool, bool, Timestamp, i32) {
        (!self.due, !self.priority.is_some(), self.order_at, self.number)
    }
}

/// Whether an appointment for `booked_at` has begun, of somebody who still has its place in the order.
pub fn is_due(booked_at: Option<Timestamp>, order_at: Timestamp, now: Timestamp) -> bool {
    booked_at == Some(order_at) && order_at <= now
}

/// Who is called, and how many in a row were called before others after that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next<I> {
    pub id: I,
    pub favoured: i16,
    rank: (bool, bool, Timestamp, i32),
}

/// Chooses from one line: `waiting` has at least the first ticket whose appointment has begun, the first with priority, and the
/// first of the others, if there are such.
///
/// From the beginning of their appointment on, whoever has one and is here is next; then whoever has priority; and after
/// [`MOST_FAVOURED`] of these in a row one of the others, if somebody else waits. Whoever came before their appointment waits
/// with the others, at the place of its time.
pub fn next<I: Copy>(waiting: &[Candidate<I>], favoured: i16) -> Option<Next<I>> {
    let first = |dear: bool| waiting.iter().filter(|c| c.is_favoured() == dear).min_by_key(|c| c.rank());
    let chosen = match (first(true), first(false)) {
        (Some(_), Some(other)) if favoured >= MOST_FAVOURED => other,
        (Some(dear), _) => dear,
        (None, other) => other?,
    };
    let favoured = if chosen.is_favoured() { favoured.saturating_add(1).min(MOST_FAVOURED) } else { 0 };
    Some(Next { id: chosen.id, favoured, rank: chosen.rank() })
}

impl<I> Next<I> {
    /// Among the next of several lines that one desk serves: an appointment that has begun, priority, who has waited longest.
    pub fn rank(&self) -> (bool, bool, Timestamp, i32) {
        self.rank
    }
}

/// The place of somebody who comes back after a missed call: behind the [`BEFORE_RETURNED`] who are first now. `waiting` are
/// the order instants of whoever waits, the first at the front.
pub fn after_miss(waiting: &[Timestamp], now: Timestamp) -> Timestamp {
    match waiting.get(BEFORE_RETURNED - 1) {
        // Just behind them: two tickets do not have the same microsecond but by being drawn in it, and then numbers decide.
        Some(at) => *at + SignedDuration::from_micros(1),
        None => now,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).expect("an instant")
    }

    fn waits(id: u32, priority: Priority, minute: i64) -> Candidate<u32> {
        let number = i32::try_from(id).expect("small");
        Candidate { id, priority, due: false, order_at: at(minute), number }
    }

    /// An appointment at this minute, at minute 30.
    fn booked(id: u32, minute: i64) -> Candidate<u32> {
        let due = is_due(Some(at(minute)), at(minute), at(30));
        Candidate { due, ..waits(id, Priority::None, minute) }
    }

    /// All, in the order in which they are called.
    fn called(mut all: Vec<Candidate<u32>>) -> Vec<u32> {
        let (mut order, mut favoured) = (vec![], 0);
        while let Some(chosen) = next(&all, favoured) {
            favoured = chosen.favoured;
            order.push(chosen.id);
            all.retain(|c| c.id != chosen.id);
        }
        order
    }

    #[test]
    fn the_first_drawn_is_called_first() {
        let all = [waits(2, Priority::None, 5), waits(1, Priority::None, 4)];
        assert_eq!(next(&all, 0).map(|n| n.id), Some(1));
    }

    #[test]
    fn at_most_two_with_priority_go_before_others_in_a_row() {
        let mut all = vec![waits(1, Priority::None, 1), waits(2, Priority::Elderly, 2), waits(3, Priority::Veteran, 3)];
        all.push(waits(4, Priority::Disabled, 4));
        assert_eq!(called(all), [2, 3, 1, 4]);
    }

    #[test]
    fn from_the_beginning_of_their_appointment_on_they_are_next() {
        let walk_ins =
            || vec![waits(1, Priority::None, 1), waits(2, Priority::None, 2), waits(3, Priority::Elderly, 3)];
        assert_eq!(called([walk_ins(), vec![booked(9, 30)]].concat()), [9, 3, 1, 2]);
        assert_eq!(called([walk_ins(), vec![booked(9, 31)]].concat()), [3, 1, 2, 9], "not a minute before");
    }

    #[test]
    fn appointments_and_priority_together_are_two_in_a_row() {
        let all = vec![booked(7, 25), booked(8, 30), waits(1, Priority::None, 1), waits(2, Priority::Elderly, 2)];
        assert_eq!(called(all), [7, 8, 1, 2]);
    }

    #[test]
    fn whoever_came_early_is_called_early_if_nobody_waits() {
        assert_eq!(called(vec![booked(9, 60)]), [9]);
    }

    #[test]
    fn whoever_came_late_has_no_appointment_any_more() {
        assert!(is_due(Some(at(20)), at(20), at(30)));
        assert!(!is_due(Some(at(20)), at(29), at(30)), "their place is that of their coming");
        assert!(!is_due(None, at(20), at(30)));
    }

    proptest::proptest! {
        #[test]
        fn nobody_is_starved(
            kinds in proptest::collection::vec((0_u8..3, 0_i64..60), 1..30), begun in 0_i16..=MOST_FAVOURED,
        ) {
            let one = |(id, (kind, minute)): (u32, &(u8, i64))| match kind {
                0 => booked(id, *minute),
                1 => waits(id, Priority::Elderly, *minute),
                _ => waits(id, Priority::None, *minute),
            };
            let mut all: Vec<Candidate<u32>> = (1..).zip(&kinds).map(one).collect();
            let (mut favoured, mut in_a_row) = (begun, begun);
            while let Some(chosen) = next(&all, favoured) {
                favoured = chosen.favoured;
                let one = *all.iter().find(|c| c.id == chosen.id).expect("one of them");
                let others = all.iter().any(|c| !c.is_favoured());
                in_a_row = if one.is_favoured() { in_a_row + 1 } else { 0 };
                proptest::prop_assert!(in_a_row <= MOST_FAVOURED || !others, "others wait");
                let due = all.iter().any(|c| c.due);
                proptest::prop_assert!(one.due || !due || !one.is_favoured(), "an appointment has begun");
                all.retain(|c| c.id != chosen.id);
            }
            proptest::prop_assert!(all.is_empty());
        }
    }

    #[test]
    fn whoever_is_alone_is_called_however_many_went_before() {
        let all = [waits(9, Priority::Elderly, 9)];
        let chosen = next(&all, MOST_FAVOURED).expect("somebody");
        assert_eq!((chosen.id, chosen.favoured), (9, MOST_FAVOURED));
    }

    #[test]
    fn whoever_missed_a_call_lets_two_others_go_first() {
        assert_eq!(after_miss(&[at(1), at(2), at(3)], at(30)), at(2) + SignedDuration::from_micros(1));
        assert_eq!(after_miss(&[at(1)], at(30)), at(30));
    }
}
