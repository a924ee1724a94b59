//! The door, the rooms and the activities of some days.
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use stations::Station;

use super::super::facts::{Facts, Seen, Use, Whose};
use crate::rules::door::{self, Event};
use crate::rules::fullest::{self, Cell, Fullest, Part};
use crate::rules::held::{self, HeldBasis, Time as PlannedTime};
use crate::rules::period::Days;
use crate::rules::rooms::{self, NotSo, RoomsBasis, Used};
use crate::rules::sheet::Door;

/// Each day of which it was noted what was promised, even if that was nothing. A day without it is unknown and in no sum.
pub fn door(facts: &Facts, days: Days) -> Option<Door> {
    if !facts.promised.is_known(days) {
        return None;
    }
    let mut promised: BTreeMap<Date, Vec<(Timestamp, Timestamp)>> = BTreeMap::new();
    for day in facts.promised.within(days) {
        promised.entry(day.on).or_default().extend(&day.data.spans);
    }
    promised.retain(|_, spans| !spans.is_empty());
    let minutes = promised.iter().map(|(on, spans)| {
        let signs: Vec<Event> = facts.signs.iter().filter(|(day, _)| day == on).map(|(_, sign)| *sign).collect();
        door::day(spans, &signs)
    });
    Some(Door { days: number(promised.len()), minutes: minutes.sum() })
}

/// A use that nobody has taken back. Its minutes are of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub of: Used,
    pub units: i64,
    pub whose: Whose,
    /// Somebody was seen in it.
    pub seen: bool,
}

/// Uses are taken back by what has the same units, the same users, and was or was not seen.
type Sort = (u32, Whose, bool);

/// The uses of some days that no other fact of these days takes back. Those that differ in anything are not taken for each other.
pub fn kept(facts: &Facts, days: Days) -> Vec<Kept> {
    let mut sorts: BTreeMap<Sort, (Vec<Used>, Vec<NotSo>)> = BTreeMap::new();
    // What has no number of units is from before they were noted.
    let sort = |of: &Use| (of.units.unwrap_or(1), of.whose, of.seen);
    for one in facts.used.within(days) {
        sorts.entry(sort(&one.data)).or_default().0.push(used(one));
    }
    for one in facts.not_so.within(days) {
        sorts.entry(sort(&one.data)).or_default().1.push(not_so(&one.data));
    }
    let mut all = vec![];
    for ((units, whose, seen), (used, not_so)) in sorts {
        let left = rooms::left(&used, &not_so).into_iter().cloned();
        all.extend(left.map(|of| Kept { of, units: i64::from(units), whose, seen }));
    }
    all
}

fn used(one: &Seen<Use>) -> Used {
    let Use { venue, offering, minutes, people, walk_in, .. } = one.data;
    Used { venue, offering: offering.to_string(), minutes, people, walk_in, at: one.at }
}

fn not_so(of: &Use) -> NotSo {
    let Use { venue, minutes, people, walk_in, .. } = *of;
    NotSo { was: of.was.clone(), venue, offering: of.offering.to_string(), minutes, people, walk_in }
}

/// Nothing where it was not noted how long rooms were open. Each room counts as one, however many tables or seats it has: one of three
/// tables in use is a third of the room. Booked by the station itself counts as booked by anybody: it says so among the gaps.
pub fn rooms(facts: &Facts, days: Days) -> Option<RoomsBasis> {
    if !facts.open.is_known(days) {
        return None;
    }
    let (mut open, mut units) = (0_i64, BTreeMap::<i64, i64>::new());
    for day in facts.open.within(days) {
        open = open.saturating_add(day.data.minutes.max(0));
        let most = units.entry(day.data.venue).or_insert(1);
        *most = (*most).max(i64::from(day.data.units));
    }
    let (seen, unseen): (Vec<Kept>, Vec<Kept>) = kept(facts, days).into_iter().partition(|kept| kept.seen);
    let uses: Vec<Used> = seen.iter().map(|kept| kept.of.clone()).collect();
    let counted = rooms::basis(open, &uses, &[], of_rooms(&unseen, &units));
    Some(RoomsBasis { used_min: of_rooms(&seen, &units), ..counted })
}

/// Minutes of whole rooms: those of units, room by room, through how many it has, rounded to the minute.
fn of_rooms(kept: &[Kept], units: &BTreeMap<i64, i64>) -> i64 {
    let mut minutes: BTreeMap<i64, i64> = BTreeMap::new();
    for one in kept {
        let of_units = one.of.minutes.max(0).saturating_mul(one.units);
        let sum = minutes.entry(one.of.venue).or_default();
        *sum = sum.saturating_add(of_units);
    }
    let rounded = |(venue, sum): (i64, i64)| {
        let units = units.get(&venue).copied().unwrap_or(1);
        sum.saturating_add(units / 2) / units
    };
    minutes.into_iter().map(rounded).fold(0, i64::saturating_add)
}

/// When which room is fullest. Rooms without a name cannot be told to anybody.
pub fn fullest(facts: &Facts, station: &Station, days: Days) -> Option<Fullest> {
    let mut cells = vec![];
    // The newest names.
    let mut names: BTreeMap<i64, (&str, &str)> = BTreeMap::new();
    for day in facts.open.within(days) {
        let of = &day.data;
        names.insert(of.venue, (&of.name_zh, &of.name_en));
        for piece in of.spans.iter().flat_map(|span| pieces(*span, &station.zone)) {
            let open_min = piece.2.saturating_mul(i64::from(of.units));
            cells.push(Cell {
                weekday: piece.0,
                part: piece.1,
                offering: of.venue.to_string(),
                used_min: 0,
                open_min,
                uses: 0,
            });
        }
    }
    for kept in kept(facts, days).into_iter().filter(|kept| kept.seen) {
        let span = (kept.of.at - SignedDuration::from_mins(kept.of.minutes.max(0)), kept.of.at);
        for (n, (weekday, part, minutes)) in pieces(span, &station.zone).into_iter().enumerate() {
            let used_min = minutes.saturating_mul(kept.units);
            // A use that goes on into the evening is one use, of the part in which it began.
            let uses = u64::from(n == 0);
            cells.push(Cell { weekday, part, offering: kept.of.venue.to_string(), used_min, open_min: 0, uses });
        }
    }
    let found = fullest::fullest(&cells)?;
    let (zh, en) = names.get(&found.offering.parse().ok()?).filter(|(zh, _)| !zh.is_empty())?;
    Some(Fullest { offering: (*zh).to_owned(), offering_en: (*en).to_owned(), ..found })
}

/// A stretch cut at noon, at six and at midnight of the station's clock, with the minutes of each piece; at most of a week.
fn pieces((from, until): (Timestamp, Timestamp), zone: &TimeZone) -> Vec<(Weekday, Part, i64)> {
    let (mut at, mut out) = (from, vec![]);
    while at < until && out.len() < 21 {
        let wall = at.to_zoned_datetime(zone.clone());
        let part = Part::of(wall.time());
        let end = match part {
            Part::Morning => wall.date().to_datetime(Time::constant(12, 0, 0, 0)),
            Part::Afternoon => wall.date().to_datetime(Time::constant(18, 0, 0, 0)),
            Part::Evening => wall.date().saturating_add(1.day()).to_datetime(Time::midnight()),
        };
        let end = zone.to_ambiguous_zoned_datetime(end).compatible().map_or(until, |z| z.timestamp()).min(until);
        if end <= at {
            break;
        }
        out.push((wall.date().weekday(), part, end.duration_since(at).as_mins()));
        at = end;
    }
    out
}

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

fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_cut_at_noon_at_six_and_at_midnight() {
        let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
        let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
        // Wednesday 3 June, 17:30 to Thursday 00:30.
        let cut = pieces((at("2026-06-03T09:30:00Z"), at("2026-06-03T16:30:00Z")), &zone);
        let wednesday = Weekday::Wednesday;
        assert_eq!(
            cut,
            [(wednesday, Part::Afternoon, 30), (wednesday, Part::Evening, 360), (Weekday::Thursday, Part::Morning, 30),]
        );
        assert_eq!(pieces((at("2026-06-03T09:30:00Z"), at("2026-06-03T09:30:00Z")), &zone), []);
    }
}
