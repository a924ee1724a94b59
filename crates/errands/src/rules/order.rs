//! Who is next.
use jiff::{SignedDuration, Timestamp};

use super::ticket::Priority;

/// So many tickets with priority are called in a row while others wait. PRODUCT.md, part 3.
pub const MOST_FAVOURED: i16 = 2;
/// So long after a missed call somebody may come back to their turn.
pub const GRACE: SignedDuration = SignedDuration::from_mins(30);
/// Whoever comes back after a missed call lets so many others go first.
const BEFORE_RETURNED: usize = 2;

/// Somebody who waits in the hall for this desk: the first of the line's tickets with priority, or of those without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<I> {
    pub id: I,
    pub priority: Priority,
    pub order_at: Timestamp,
    pub number: i32,
}

/// Who is called, and how many with priority have been called in a row after that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next<I> {
    pub id: I,
    pub favoured: i16,
    priority: bool,
    order: (Timestamp, i32),
}

/// Chooses from one line: `waiting` has at least the first ticket with priority and the first without, if there are such.
/// Priority goes first, but not more than [`MOST_FAVOURED`] times in a row while others wait.
pub fn next<I: Copy>(waiting: &[Candidate<I>], favoured: i16) -> Option<Next<I>> {
    let first = |priority: bool| {
        waiting.iter().filter(|c| c.priority.is_some() == priority).min_by_key(|c| (c.order_at, c.number))
    };
    let chosen = match (first(true), first(false)) {
        (Some(_), Some(other)) if favoured >= MOST_FAVOURED => other,
        (Some(dear), _) => dear,
        (None, other) => other?,
    };
    let priority = chosen.priority.is_some();
    let favoured = if priority { favoured.saturating_add(1).min(MOST_FAVOURED) } else { 0 };
    Some(Next { id: chosen.id, favoured, priority, order: (chosen.order_at, chosen.number) })
}

impl<I> Next<I> {
    /// Among the next of several lines that one desk serves: priority first, then who has waited longest.
    pub fn rank(&self) -> (bool, (Timestamp, i32)) {
        (!self.priority, self.order)
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
        Candidate { id, priority, order_at: at(minute), number: i32::try_from(id).expect("small") }
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
        let (mut order, mut favoured) = (vec![], 0);
        while let Some(chosen) = next(&all, favoured) {
            favoured = chosen.favoured;
            order.push(chosen.id);
            all.retain(|c| c.id != chosen.id);
        }
        assert_eq!(order, [2, 3, 1, 4]);
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
