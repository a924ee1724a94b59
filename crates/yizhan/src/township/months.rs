//! `months.toml`: what the months before came to, as facts that lead to nobody, and how many people live in the township.
mod lived;

use jiff::civil::{Date, Time, Weekday};
use serde::Deserialize;
use toml::Spanned;

use super::habits::weekdays;
use super::venues::Room as Known;
use super::wrong::{Why, each, toml};
use super::{Files, Wrong};

pub use lived::{facts, sheets};

/// All that the file says.
#[derive(Debug, Clone, Default)]
pub struct Months {
    months: i32,
    residents: Option<Residents>,
    doors: Vec<Door>,
    rooms: Vec<Room>,
    activities: Vec<Activity>,
    counts: Vec<Count>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    months: Spanned<i32>,
    residents: Option<Residents>,
    #[serde(default)]
    door: Vec<Spanned<Door<String>>>,
    #[serde(default)]
    room: Vec<Spanned<Room<String>>>,
    #[serde(default)]
    activity: Vec<Spanned<Activity<String>>>,
    #[serde(default)]
    count: Vec<Spanned<Count<String>>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Residents {
    people: u32,
    source: String,
    as_of: Date,
}

/// `D` is how days are written: as text in the file, as days afterwards.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Door<D = Vec<Weekday>> {
    days: D,
    opened: Time,
    closed: Time,
    forgotten: u32,
    found_closed: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Room<D = Vec<Weekday>> {
    offering: String,
    days: D,
    from: Time,
    minutes: i64,
    times: u32,
    people: u32,
    in_100: u32,
    unseen: u32,
    #[serde(default)]
    walk_in: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Activity<D = Vec<Weekday>> {
    days: D,
    at: Time,
    announced_h: i64,
    came: u32,
    called_off: u32,
    uncounted: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Count<D = Vec<Weekday>> {
    what: What,
    days: D,
    from: Time,
    until: Time,
    n: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum What {
    Ticket,
    CallBack,
    Village,
    Opinion,
}

const FILE: &str = "months.toml";
/// A demo of more than a year would take long to begin.
const MOST: i32 = 12;
/// A township's hall has fewer a day.
const MOST_A_DAY: u32 = 500;

pub fn read(files: &Files, rooms: &[Known]) -> Result<Months, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(Months::default()) };
    let read: Text = toml(FILE, text)?;
    let mut wrong = vec![];
    let from = (FILE, text);
    let months = each(from, "months", vec![read.months], |n| in_bounds("months", n, 0..=MOST), &mut wrong).pop();
    let doors = each(from, "door", read.door, Door::checked, &mut wrong);
    let offers = |slug: &str| rooms.iter().flat_map(|room| &room.offerings).any(|offering| offering.slug == slug);
    let all = each(from, "room", read.room, |one: Room<String>| one.checked(offers), &mut wrong);
    let activities = each(from, "activity", read.activity, Activity::checked, &mut wrong);
    let counts = each(from, "count", read.count, Count::checked, &mut wrong);
    let months = months.unwrap_or(0);
    let all = Months { months, residents: read.residents, doors, rooms: all, activities, counts };
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

fn in_bounds<N: PartialOrd + std::fmt::Display>(
    field: &'static str,
    n: N,
    bounds: std::ops::RangeInclusive<N>,
) -> Result<N, Why> {
    let why = || format!("{n} is not between {} and {}", bounds.start(), bounds.end());
    if bounds.contains(&n) { Ok(n) } else { Err((field, why())) }
}

fn after(field: &'static str, from: Time, until: Time) -> Result<(), Why> {
    if from < until { Ok(()) } else { Err((field, format!("{until} is not after {from}"))) }
}

impl Door<String> {
    fn checked(self) -> Result<Door, Why> {
        after("closed", self.opened, self.closed)?;
        let forgotten = in_bounds("forgotten", self.forgotten, 0..=100)?;
        let found_closed = in_bounds("found_closed", self.found_closed, 0..=100)?;
        Ok(Door { days: weekdays(&self.days)?, opened: self.opened, closed: self.closed, forgotten, found_closed })
    }
}

impl Room<String> {
    fn checked(self, offers: impl Fn(&str) -> bool) -> Result<Room, Why> {
        if !offers(&self.offering) {
            return Err(("offering", format!("venues.toml has no offering “{}”", self.offering)));
        }
        Ok(Room {
            days: weekdays(&self.days)?,
            offering: self.offering,
            from: self.from,
            minutes: in_bounds("minutes", self.minutes, 1..=720)?,
            times: in_bounds("times", self.times, 1..=MOST_A_DAY)?,
            people: in_bounds("people", self.people, 1..=MOST_A_DAY)?,
            in_100: in_bounds("in_100", self.in_100, 0..=100)?,
            unseen: in_bounds("unseen", self.unseen, 0..=100)?,
            walk_in: self.walk_in,
        })
    }
}

impl Activity<String> {
    fn checked(self) -> Result<Activity, Why> {
        Ok(Activity {
            days: weekdays(&self.days)?,
            at: self.at,
            announced_h: in_bounds("announced_h", self.announced_h, 0..=10_000)?,
            came: in_bounds("came", self.came, 1..=MOST_A_DAY)?,
            called_off: in_bounds("called_off", self.called_off, 0..=100)?,
            uncounted: in_bounds("uncounted", self.uncounted, 0..=100)?,
        })
    }
}

impl Count<String> {
    fn checked(self) -> Result<Count, Why> {
        after("until", self.from, self.until)?;
        let n = in_bounds("n", self.n, 1..=MOST_A_DAY)?;
        Ok(Count { what: self.what, days: weekdays(&self.days)?, from: self.from, until: self.until, n })
    }
}
