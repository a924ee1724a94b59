//! Where whoever comes now is sent.
use jiff::Timestamp;

use super::lot::{Class, Lot};
use super::shown::{Shown, shown};

/// Which lot now, and which one when that is full: places in the list of lots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Guide {
    pub here: Option<usize>,
    pub then: Option<usize>,
    /// No lot is open whose count is known: `here` is the first that may have room.
    pub guessed: bool,
}

/// A lot at its threshold sends people on to the next one in order. When all are, whichever still has room takes them; when
/// nobody has counted, the first open lot is named, and it is said that nobody knows.
pub fn guide(now: Timestamp, lots: &[Lot], class: Class) -> Guide {
    let mut open: Vec<(usize, &Lot, Shown)> = (lots.iter().enumerate())
        .filter_map(|(n, lot)| Some((n, lot, shown(now, lot, class)?)))
        .filter(|(_, lot, _)| lot.is_open(now))
        .collect();
    open.sort_by_key(|(n, lot, _)| (lot.place, *n));
    let below = |(_, lot, shown): &&(usize, &Lot, Shown)| shown.has_room() && !at_threshold(lot, class);
    let roomy = |(_, _, shown): &&(usize, &Lot, Shown)| shown.has_room();
    let unknown = |(_, _, shown): &&(usize, &Lot, Shown)| matches!(shown, Shown::Unknown { .. });
    let sure = open.iter().find(below).or_else(|| open.iter().find(roomy));
    let here = sure.or_else(|| open.iter().find(unknown)).map(|(n, _, _)| *n);
    let others = || open.iter().filter(|(n, _, _)| Some(*n) != here);
    let after = |lot: &Lot| here.is_some_and(|n| lots.get(n).is_some_and(|h| lot.place > h.place));
    let then = others()
        .find(|one| after(one.1) && (roomy(one) || unknown(one)))
        .or_else(|| others().find(roomy))
        .map(|(n, _, _)| *n);
    Guide { here, then: here.and(then), guessed: here.is_some() && sure.is_none() }
}

/// Whether so many bays are taken that people are sent on.
pub fn at_threshold(lot: &Lot, class: Class) -> bool {
    lot.bays(class).is_some_and(|b| i64::from(b.parked) * 100 >= i64::from(b.usable()) * i64::from(lot.threshold))
}
