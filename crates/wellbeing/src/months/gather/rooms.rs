//! How rooms were used in some days.
use std::collections::BTreeMap;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use stations::Station;

use super::super::facts::{Facts, Seen, Use, Whose};
use crate::rules::fullest::{self, Cell, Fullest, Part};
use crate::rules::period::Days;
use crate::rules::rooms::{self, NotSo, RoomsBasis, Used};

/// A use that nobody has taken back. Its minutes are of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub of: Used,
    pub units: i64,
    pub whose: Whose,
    /// Somebody was seen in it.
    pub seen: bool,
}

/// How many units a use has, for whom it is, and whether somebody was seen; nothing of what was noted before that was noted.
type Sort = Option<(u32, Whose, bool)>;

/// Uses of a day and of a sort, and what takes uses of that day and sort back.
type Noted = BTreeMap<(Date, Sort), (Vec<Used>, Vec<NotSo>)>;

/// The uses of some days that no other fact of these days takes back. What takes one back stands on the day of the use and says the same of
/// it. Only of a use from before it was noted how many units it has may it say more; and what was noted then can take back no later use.
pub fn kept(facts: &Facts, days: Days) -> Vec<Kept> {
    let sort = |of: &Use| of.units.map(|units| (units, of.whose, of.seen));
    let mut noted = Noted::new();
    for one in facts.used.within(days) {
        noted.entry((one.on, sort(&one.data))).or_default().0.push(used(one));
    }
    for one in facts.not_so.within(days) {
        noted.entry((one.on, sort(&one.data))).or_default().1.push(not_so(&one.data));
    }
    let mut spare: BTreeMap<Date, Vec<NotSo>> = BTreeMap::new();
    let (mut all, mut old) = (vec![], vec![]);
    for ((on, sort), (used, not_so)) in noted {
        let (used, over) = taken_back(used, &not_so);
        let Some((units, whose, seen)) = sort else {
            old.push((on, used));
            continue;
        };
        spare.entry(on).or_default().extend(over);
        all.extend(used.into_iter().map(|of| Kept { of, units: i64::from(units), whose, seen }));
    }
    for (on, used) in old {
        let (used, _) = taken_back(used, spare.get(&on).map_or(&[], Vec::as_slice));
        let one_unit = |of| Kept { of, units: 1, whose: Whose::default(), seen: false };
        all.extend(used.into_iter().map(one_unit));
    }
    all
}

/// What is left of the uses, and what found none to take back.
fn taken_back(mut used: Vec<Used>, not_so: &[NotSo]) -> (Vec<Used>, Vec<NotSo>) {
    let mut spare = vec![];
    for one in not_so {
        let left: Vec<Used> = rooms::left(&used, std::slice::from_ref(one)).into_iter().cloned().collect();
        if left.len() == used.len() {
            spare.push(one.clone());
        }
        used = left;
    }
    (used, spare)
}

fn used(one: &Seen<Use>) -> Used {
    let Use { venue, offering, minutes, people, walk_in, .. } = one.data;
    Used { venue, offering: offering.to_string(), minutes, people, walk_in, at: one.at }
}

fn not_so(of: &Use) -> NotSo {
    let Use { venue, minutes, people, walk_in, .. } = *of;
    NotSo { was: of.was.clone(), venue, offering: of.offering.to_string(), minutes, people, walk_in }
}

/// How many units each room had, from the beginning of each day of which it was noted.
#[derive(Default)]
struct Units(BTreeMap<i64, BTreeMap<Timestamp, i64>>);

impl Units {
    /// As many as the room had on the day on which the use began, or else the next time that somebody noted it.
    fn at(&self, of: &Used) -> i64 {
        let Some(room) = self.0.get(&of.venue) else { return 1 };
        let from = of.at - SignedDuration::from_mins(of.minutes.max(0));
        let last = room.range(..=from).next_back().or_else(|| room.first_key_value());
        last.map_or(1, |(_, units)| *units)
    }
}

/// Nothing where it was not noted how long rooms were open. Each room counts as one, however many tables or seats it has: one of three
/// tables in use is a third of the room. Booked by the station itself counts as booked by anybody: it says so among the gaps.
pub fn rooms(facts: &Facts, days: Days) -> Option<RoomsBasis> {
    if !facts.open.is_known(days) {
        return None;
    }
    let (mut open, mut units) = (0_i64, Units::default());
    for day in facts.open.within(days) {
        open = open.saturating_add(day.data.minutes.max(0));
        units.0.entry(day.data.venue).or_default().insert(day.at, i64::from(day.data.units.max(1)));
    }
    let (seen, unseen): (Vec<Kept>, Vec<Kept>) = kept(facts, days).into_iter().partition(|kept| kept.seen);
    let uses: Vec<Used> = seen.iter().map(|kept| kept.of.clone()).collect();
    let counted = rooms::basis(open, &uses, &[], of_rooms(&unseen, &units));
    Some(RoomsBasis { used_min: of_rooms(&seen, &units), ..counted })
}

/// Minutes of whole rooms: those of units, room by room, through how many it had then, rounded to the minute.
fn of_rooms(kept: &[Kept], units: &Units) -> i64 {
    let mut minutes: BTreeMap<(i64, i64), i64> = BTreeMap::new();
    for one in kept {
        let of_units = one.of.minutes.max(0).saturating_mul(one.units);
        let sum = minutes.entry((one.of.venue, units.at(&one.of))).or_default();
        *sum = sum.saturating_add(of_units);
    }
    let rounded = |((_, units), sum): ((i64, i64), i64)| sum.saturating_add(units / 2) / units;
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
