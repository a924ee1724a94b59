//! Contact of staff and residents in a week, by kind.
use stations::Station;

use super::super::facts::Facts;
use super::shares::took_place;
use crate::rules::contact::{self, Kind, WeekContact};
use crate::rules::period::Days;

/// A kind that was never noted by then is not there; one that was noted, and not in this week, is hidden like every few.
pub fn week(facts: &Facts, station: &Station, days: Days) -> WeekContact {
    // A call-back's fact stands on the day of what was rated; somebody was called when it was noted.
    let called = facts.called_back.all.iter().filter(|one| one.data.reached());
    let called = called.filter(|one| days.contains(one.at.to_zoned_datetime(station.zone.clone()).date())).count();
    let activities = facts.planned.is_known(days) || facts.held.is_known(days);
    let counted = [
        (Kind::Desk, facts.tickets.is_known(days), facts.tickets.within(days).filter(|t| t.data.is_visit()).count()),
        (Kind::Village, facts.villages.is_known(days), facts.villages.within(days).count()),
        (Kind::CallBack, facts.called_back.is_known(days), called),
        (Kind::Reception, facts.receptions.is_known(days), facts.receptions.within(days).count()),
        (
            Kind::FirstAsked,
            facts.first_asked.is_known(days),
            facts.first_asked.within(days).filter(|asked| asked.data.met()).count(),
        ),
        (Kind::Activity, activities, took_place(facts, days).len()),
        (Kind::Opinion, facts.opinions.is_known(days), facts.opinions.within(days).count()),
        (Kind::Wish, facts.wishes.is_known(days), facts.wishes.within(days).count()),
    ];
    let known = counted.into_iter().filter(|(_, is_known, _)| *is_known);
    let counts: Vec<(Kind, u64)> = known.map(|(kind, _, n)| (kind, u64::try_from(n).unwrap_or(u64::MAX))).collect();
    contact::week(&days.name(), &counts)
}
