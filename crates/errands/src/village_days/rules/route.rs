//! When an official is where: the villages in their order, each for as long as what is done there and a share of what is left.
use jiff::{SignedDuration, Timestamp};

use super::day::{Day, Takes};

/// From when until when the official is in one village.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub village: i64,
    pub from: Timestamp,
    pub until: Timestamp,
}

/// The windows of a day with these promised visits. Between two of them lies the road.
pub fn windows(day: &Day, visits: &[(i64, Takes)]) -> Vec<Window> {
    let stops = i64::try_from(day.villages.len()).unwrap_or(1).max(1);
    let spare = i64::from(day.minutes - day.used).max(0) / stops;
    let mut at = day.from;
    let mut all = vec![];
    for village in &day.villages {
        let takes: i64 = visits.iter().filter(|(v, _)| v == village).map(|(_, t)| i64::from(day.takes(*t))).sum();
        let from = at + SignedDuration::from_mins(i64::from(day.travel));
        let until = (from + SignedDuration::from_mins(takes + spare)).min(day.until).max(from);
        all.push(Window { village: *village, from, until });
        at = until;
    }
    all
}
