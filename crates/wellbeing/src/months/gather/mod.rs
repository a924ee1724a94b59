//! What a month was, from facts only. The same facts give the same, noise and all.
mod shares;
mod door;
mod rooms;
mod people;
mod contact;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::facts::{Facts, first_day};
use super::store;
use crate::answers::results;
use crate::rules::contact::WeekContact;
use crate::rules::hide::hidden;
use crate::rules::period::Days;
use crate::rules::rooms::RoomsBasis;
use crate::rules::sheet::{FORMAT, MonthSheet, WeekBasis};
use crate::rules::survey::SurveyBasis;

/// What a month's noise is made from, with the key outside the database.
const NOISE: &str = "wellbeing-noise";

/// The month that begins on `month` as it is known at `now`, without its figures; nothing if nothing was noted in it.
///
/// # Errors
/// The database's, or a fact that cannot be read.
pub fn gather(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (month, now): (Date, Timestamp),
) -> Result<Option<MonthSheet>, Fault> {
    let month = Days::month(month);
    let weeks = Days::weeks_ending_in(month.from);
    let from = weeks.first().map_or(month.from, |first| first.from.min(month.from));
    let facts = Facts::read(c, station.id, Days { from, until: month.until })?;
    if facts.are_none(month) {
        return Ok(None);
    }
    let key = house.keys.lookup(NOISE, &station.id.to_string());
    let began = first_day(c, station.id)?;
    let whole = |week: Days| began.is_some_and(|began| began <= week.from);
    let of = |week: Days| {
        let basis = week_of(&facts, station, (week, &key));
        if whole(week) { basis } else { without_counts(basis) }
    };
    let mut weeks: Vec<WeekBasis> = weeks.into_iter().map(of).collect();
    hide_rooms(&mut weeks);
    Ok(Some(MonthSheet {
        format: FORMAT.into(),
        station: station.slug.clone(),
        name_zh: station.name_zh.clone(),
        name_en: station.name_en.clone(),
        month: month.name(),
        revision: 1,
        made_at: now,
        residents: store::residents(c, station.id)?.into_iter().find(|one| one.as_of < month.until),
        door: door::door(&facts, station, month),
        rooms: rooms::rooms(&facts, month).filter(|r| r.uses >= kernel::share::FEWEST as u64),
        fullest: rooms::fullest(&facts, station, month),
        held: shares::held(&facts, month),
        weeks,
        survey: survey(c, station, month)?,
        figures: vec![],
        before: None,
        changes: vec![],
        corrections: vec![],
        sum: String::new(),
    }))
}

/// Of the week in which a station began no number of people is told: half a week would look like one in which few came.
fn without_counts(week: WeekBasis) -> WeekBasis {
    let contact = WeekContact { week: week.week.clone(), counts: vec![] };
    WeekBasis { visits: None, contact, ..week }
}

fn week_of(facts: &Facts, station: &Station, (week, key): (Days, &[u8])) -> WeekBasis {
    WeekBasis {
        week: week.name(),
        door: door::door(facts, station, week),
        rooms: rooms::rooms(facts, week),
        held: shares::held(facts, week),
        visits: people::visits(facts, station, (week, key)),
        hours: people::hours(facts, station, (week, key)),
        contact: contact::week(facts, station, week),
    }
}

/// A week's uses are published from ten on, and not if the month and the other weeks would tell those of a week with fewer: weeks
/// fill some months to the day. For the same reason only the month says how many of them were had without a booking.
fn hide_rooms(weeks: &mut [WeekBasis]) {
    let uses: Vec<u64> = weeks.iter().filter_map(|week| Some(week.rooms?.uses)).collect();
    let counted = weeks.iter_mut().filter(|week| week.rooms.is_some());
    for (week, shown) in counted.zip(hidden(&uses)) {
        week.rooms = week.rooms.filter(|_| shown.is_some()).map(|rooms| RoomsBasis { walk_ins: None, ..rooms });
    }
}

/// The survey that ended in the month; the last, if there were two.
fn survey(c: &mut Conn, station: &Station, month: Days) -> Result<Option<SurveyBasis>, Fault> {
    let ended = results(c, station.id)?.into_iter().map(|(_, basis)| basis);
    Ok(ended.filter(|basis| month.contains(basis.closed_on)).max_by_key(|basis| basis.closed_on))
}
