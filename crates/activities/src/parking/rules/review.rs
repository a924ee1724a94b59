//! After the fair: what a lot was used for, and what that means for next year.
use jiff::{SignedDuration, Timestamp};

use super::lot::{Class, Lot};

/// A row of the ledger that changed the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    pub at: Timestamp,
    pub step: i32,
    /// Somebody counted them all: no car came or went.
    pub recount: bool,
}

/// How it stood at the end of an hour of the lot's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hour {
    pub from: Timestamp,
    pub came: i32,
    pub went: i32,
    pub parked: i32,
}

/// One lot's day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub class: Class,
    pub usable: i32,
    /// The most that stood there at once, and since when.
    pub peak: Option<(i32, Timestamp)>,
    /// How many came in.
    pub came: i32,
    /// From when on people were sent elsewhere, for the first time.
    pub at_threshold: Option<Timestamp>,
    pub full_since: Option<Timestamp>,
    pub full_for: SignedDuration,
    /// Rows of the ledger that it is made of.
    pub n: usize,
    pub hours: Vec<Hour>,
}

impl Review {
    /// Cars per bay in hundredths: 240 = each bay was used two and a half times.
    pub fn turnover(&self) -> i64 {
        if self.usable == 0 { 0 } else { i64::from(self.came) * 100 / i64::from(self.usable) }
    }
}

/// Goes through the changes of a lot in the order in which they were pressed; what is still to come is not looked at.
pub fn review(lot: &Lot, class: Class, changes: &[Change], now: Timestamp) -> Option<Review> {
    let usable = lot.bays(class)?.usable();
    let mut changes: Vec<Change> = changes.iter().filter(|c| c.at <= now).copied().collect();
    changes.sort_by_key(|c| c.at);
    let end = now.clamp(lot.opens, lot.closes);
    let limit = i64::from(usable) * i64::from(lot.threshold);
    let mut r = Review {
        class,
        usable,
        peak: None,
        came: 0,
        at_threshold: None,
        full_since: None,
        full_for: SignedDuration::ZERO,
        n: changes.len(),
        hours: hours(lot.opens, end),
    };
    let (mut parked, mut full): (i32, Option<Timestamp>) = (0, None);
    for change in &changes {
        parked += change.step;
        if r.peak.is_none_or(|(most, _)| parked > most) {
            r.peak = Some((parked, change.at));
        }
        if i64::from(parked) * 100 >= limit {
            r.at_threshold = r.at_threshold.or(Some(change.at));
        }
        match (parked >= usable, full) {
            (true, None) => {
                full = Some(change.at);
                r.full_since = r.full_since.or(full);
            }
            (false, Some(since)) => {
                r.full_for += change.at.duration_since(since);
                full = None;
            }
            _ => {}
        }
        if !change.recount && change.step > 0 {
            r.came += change.step;
        }
        count_hour(&mut r.hours, change, parked);
    }
    if let Some(since) = full {
        r.full_for += end.duration_since(since).max(SignedDuration::ZERO);
    }
    carry(&mut r.hours);
    Some(r)
}

/// The hours that have begun, none of them counted yet.
fn hours(opens: Timestamp, end: Timestamp) -> Vec<Hour> {
    let nth = |n: i64| opens + SignedDuration::from_hours(n);
    (0..24)
        .map(nth)
        .take_while(|from| *from < end)
        .map(|from| Hour { from, came: 0, went: 0, parked: NOBODY })
        .collect()
}

/// An hour in which nothing changed has the count of the hour before.
const NOBODY: i32 = i32::MIN;

fn count_hour(hours: &mut [Hour], change: &Change, parked: i32) {
    // What was tapped before the lot opened stands in its first hour.
    let place = hours.iter().rposition(|h| h.from <= change.at).unwrap_or(0);
    let Some(hour) = hours.get_mut(place) else { return };
    if !change.recount {
        hour.came += change.step.max(0);
        hour.went += (-change.step).max(0);
    }
    hour.parked = parked;
}

fn carry(hours: &mut [Hour]) {
    let mut last = 0;
    for hour in hours {
        if hour.parked == NOBODY {
            hour.parked = last;
        }
        last = hour.parked;
    }
}

/// What is to be done otherwise next year. Places in the list of lots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// The lot sent people on from `from`, and the next one opened only after that: open it by `by`.
    OpenEarlier { lot: usize, full: usize, from: Timestamp, by: Timestamp },
    /// Somebody must stand at the next lot by then: half an hour before the first one was at its threshold.
    StaffBy { lot: usize, full: usize, from: Timestamp, by: Timestamp },
    /// All lots were full from `from` on: one more is needed.
    AnotherLot { from: Timestamp },
    /// Never more than a quarter taken.
    HardlyUsed { lot: usize },
}

/// Whoever is sent on must find somebody there who shows the way.
const AHEAD: SignedDuration = SignedDuration::from_mins(30);

/// Advice from the lots in their order and what became of each.
pub fn advise(lots: &[(&Lot, Review)]) -> Vec<Advice> {
    let mut all = vec![];
    for (n, pair) in lots.windows(2).enumerate() {
        let [(_, first), (next, _)] = pair else { continue };
        let Some(from) = first.at_threshold else { continue };
        let by = from - AHEAD;
        let one = if next.opens > by {
            Advice::OpenEarlier { lot: n + 1, full: n, from, by }
        } else {
            Advice::StaffBy { lot: n + 1, full: n, from, by }
        };
        all.push(one);
    }
    let full: Vec<Option<Timestamp>> = lots.iter().map(|(_, r)| r.full_since).collect();
    if let Some(from) = full.into_iter().collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max()) {
        all.push(Advice::AnotherLot { from });
    }
    let idle = |r: &Review| r.n > 0 && r.peak.is_some_and(|(most, _)| most * 4 <= r.usable);
    let used = lots.iter().enumerate().filter(|(_, (_, r))| idle(r));
    all.extend(used.map(|(lot, _)| Advice::HardlyUsed { lot }));
    all
}

impl Advice {
    /// The same with the places of a longer list: `places` says where each lot stands in it.
    pub fn at(self, places: &[usize]) -> Advice {
        let there = |n: usize| places.get(n).copied().unwrap_or(n);
        match self {
            Advice::OpenEarlier { lot, full, from, by } => {
                Advice::OpenEarlier { lot: there(lot), full: there(full), from, by }
            }
            Advice::StaffBy { lot, full, from, by } => Advice::StaffBy { lot: there(lot), full: there(full), from, by },
            Advice::HardlyUsed { lot } => Advice::HardlyUsed { lot: there(lot) },
            Advice::AnotherLot { from } => Advice::AnotherLot { from },
        }
    }
}
