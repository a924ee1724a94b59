//! What pages and programs ask of reception days and of what was said there. Reads only.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Phone, StaffAt};
use stations::{Owner, Station};

use super::rules::{self, Hat, Visit};
use super::store;
use super::{DayId, VisitId};
use crate::answers::wall;

pub use super::store::{Deputy, Kept, KeptDay, Made};

/// The purposes under which names and words are sealed.
pub const NAME: &str = "reception-name";
pub const WHAT: &str = "reception-what";
pub const WORDS: &str = "reception-words";

/// So many days ahead reception days are listed, and so long ago at the desk.
const AHEAD: i64 = 92;
const AGO: i64 = 31;

/// A day with its deputy, and the slots that are free now.
#[derive(Debug, Clone)]
pub struct DayOf {
    pub kept: KeptDay,
    pub deputy: Deputy,
    /// All of them, also those that are over.
    pub slots: Vec<Timestamp>,
    pub free: Vec<Timestamp>,
}

fn look(c: &mut Conn, station: StationId, days: Vec<KeptDay>, now: Timestamp) -> Result<Vec<DayOf>, Fault> {
    let ids: Vec<DayId> = days.iter().map(|d| d.id).collect();
    let taken = store::taken(c, station, &ids)?;
    let one = |kept: KeptDay| {
        let theirs: Vec<Timestamp> = taken.iter().filter(|(day, _)| *day == kept.id).map(|(_, at)| *at).collect();
        let deputy = store::deputy(c, station, kept.deputy)?;
        let (slots, free) = (rules::slots(&kept.day), rules::free(now, &kept.day, &theirs));
        Ok(DayOf { slots, free, deputy, kept })
    };
    days.into_iter().map(one).collect()
}

/// The days that are not over, those that were called off too: whoever comes has to know.
pub fn coming(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<DayOf>, Fault> {
    let today = wall(station, now).date();
    let mut days = store::days_from(c, station.id, today, today.saturating_add(AHEAD.days()))?;
    days.retain(|d| d.day.until > now);
    look(c, station.id, days, now)
}

/// The days of the last month, the newest first.
pub fn past(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<DayOf>, Fault> {
    let today = wall(station, now).date();
    let mut days = store::days_from(c, station.id, today.saturating_sub(AGO.days()), today.saturating_add(1.day()))?;
    days.retain(|d| d.day.until <= now);
    days.reverse();
    look(c, station.id, days, now)
}

pub fn day(c: &mut Conn, station: &Station, id: DayId, now: Timestamp) -> Result<DayOf, Fault> {
    let kept = store::day(c, station.id, id)?;
    look(c, station.id, vec![kept], now)?.pop().ok_or(Fault::NotFound)
}

/// Which offices could answer.
pub fn offices(c: &mut Conn, station: &Station) -> Result<Vec<Owner>, Fault> {
    stations::owners(c, station.id)
}

/// A visit with all that staff read of it.
#[derive(Debug, Clone)]
pub struct Item {
    pub kept: Kept,
    /// As time has left it.
    pub visit: Visit,
    pub name: Option<String>,
    pub phone: Option<Phone>,
    /// `None` before they were received, and when it is forgotten.
    pub what: Option<String>,
    pub office: Option<Owner>,
}

fn opened(house: &House, purpose: &str, sealed: Option<&Vec<u8>>) -> Result<Option<String>, Fault> {
    sealed.map(|s| house.keys.open(purpose, s).map_err(Fault::broken)).transpose()
}

fn item(c: &mut Conn, house: &House, offices: &[Owner], kept: Kept, now: Timestamp) -> Result<Item, Fault> {
    let typed = opened(house, NAME, kept.name_sealed.as_ref())?;
    let name = match (typed, kept.person) {
        (None, Some(person)) => people::name_of(c, house, person)?,
        (typed, _) => typed,
    };
    let phone = kept.person.map(|p| people::phone_of(c, house, p)).transpose()?.flatten();
    let visit = rules::seen(now, &kept.visit);
    let office = visit.office.and_then(|id| offices.iter().find(|o| o.id == id).cloned());
    Ok(Item { visit, name, phone, what: opened(house, WHAT, kept.what_sealed.as_ref())?, office, kept })
}

fn items(c: &mut Conn, house: &House, station: &Station, all: Vec<Kept>, now: Timestamp) -> Result<Vec<Item>, Fault> {
    let offices = offices(c, station)?;
    all.into_iter().map(|kept| item(c, house, &offices, kept, now)).collect()
}

/// Everybody of a day, by slot.
pub fn of_day(c: &mut Conn, house: &House, station: &Station, id: DayId, now: Timestamp) -> Result<Vec<Item>, Fault> {
    let all = store::of_day(c, station.id, id)?;
    items(c, house, station, all, now)
}

/// What waits for an office, overdue first, and what was closed lately.
#[derive(Debug, Clone)]
pub struct Items {
    pub open: Vec<Item>,
    pub closed: Vec<Item>,
}

const LATELY: SignedDuration = SignedDuration::from_hours(30 * 24);
const MOST_CLOSED: i64 = 30;

pub fn all_items(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Items, Fault> {
    let today: Date = wall(station, now).date();
    let (open, closed) = (store::open(c, station.id)?, store::over_since(c, station.id, now - LATELY, MOST_CLOSED)?);
    let mut open = items(c, house, station, open, now)?;
    open.sort_by_key(|i| (!i.visit.is_overdue(today), i.visit.reply_by, i.kept.made_at));
    Ok(Items { open, closed: items(c, house, station, closed, now)? })
}

/// One step of a log, with what it shows.
#[derive(Debug, Clone)]
pub struct Told {
    pub made: Made,
    /// Who of staff wrote it; nobody = the resident, or time.
    pub by: Option<String>,
    pub office: Option<Owner>,
    pub words: Option<String>,
}

/// A visit, its day and its log.
#[derive(Debug, Clone)]
pub struct Full {
    pub item: Item,
    pub day: DayOf,
    pub log: Vec<Told>,
}

pub fn full(c: &mut Conn, house: &House, station: &Station, id: VisitId, now: Timestamp) -> Result<Full, Fault> {
    let offices = offices(c, station)?;
    let kept = store::by_id(c, station.id, id)?;
    let day = day(c, station, kept.day, now)?;
    let item = item(c, house, &offices, kept, now)?;
    let mut log = vec![];
    for made in store::of_visit(c, station.id, id)? {
        let by = made.by.map(|s| people::staff_name(c, s)).transpose()?.flatten();
        let office = made.office.and_then(|id| offices.iter().find(|o| o.id == id).cloned());
        log.push(Told { by, office, words: opened(house, WORDS, made.words_sealed.as_ref())?, made });
    }
    Ok(Full { item, day, log })
}

/// As what somebody of the staff acts on what was said to `deputy`.
pub fn hat(staff: &StaffAt, deputy: &Deputy) -> Hat {
    Hat {
        deputy: deputy.staff == Some(staff.id),
        deputy_signs_in: deputy.staff.is_some(),
        office: staff.owner,
        manager: staff.role == people::Role::Manager,
    }
}

pub fn deputies(c: &mut Conn, station: &Station) -> Result<Vec<Deputy>, Fault> {
    store::deputies(c, station.id)
}
