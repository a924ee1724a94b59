//! The activities of some days.
use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::super::facts::{Facts, Seen};
use crate::rules::held::{self, HeldBasis, Time as PlannedTime};
use crate::rules::period::Days;

/// Each planned time; nothing before it was noted what was planned.
pub fn held(facts: &Facts, days: Days) -> Option<HeldBasis> {
    let time = |one: &Seen<super::super::facts::Planned>| PlannedTime {
        announced_h: one.data.announced_h,
        came: one.data.came,
        called_off: one.data.called_off,
    };
    let times: Vec<PlannedTime> = facts.planned.within(days).map(time).collect();
    facts.planned.is_known(days).then(|| held::basis(&times))
}

/// Activities that took place: when each began, and how many people came to it, where somebody counted. Days of which it was not noted
/// what was planned have only what was noted when their lists were closed.
pub fn took_place(facts: &Facts, days: Days) -> Vec<(Date, Timestamp, u64)> {
    let planned: BTreeSet<Date> = facts.planned.within(days).map(|one| one.on).collect();
    let counted = facts.planned.within(days).filter(|one| !one.data.called_off);
    let counted = counted.filter_map(|one| Some((one.on, one.at, u64::from(one.data.came?))));
    let older = facts.held.within(days).filter(|one| !planned.contains(&one.on));
    let older = older.map(|one| (one.on, one.at, u64::from(one.data.came) + u64::from(one.data.walked_in)));
    counted.chain(older).filter(|(_, _, came)| *came > 0).collect()
}

pub fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
