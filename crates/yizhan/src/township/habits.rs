//! `reservations.csv`: who comes when, week by week.
use jiff::civil::{Time, Weekday};
use serde::Deserialize;

use super::venues::Room;
use super::wrong::csv;
use super::{Files, Wrong};

/// Something that somebody does every week.
#[derive(Debug, Clone, PartialEq)]
pub struct Habit {
    /// None = whoever just came.
    pub who: Option<String>,
    /// The slug of an offering.
    pub offering: String,
    pub days: Vec<Weekday>,
    pub from: Time,
    pub minutes: i32,
    pub people: i32,
    /// How many days before the start it is booked.
    pub ahead: i32,
    pub then: Then,
    pub line: usize,
}

/// What becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Then {
    Came,
    NoShow,
    Cancelled,
}

#[derive(Deserialize)]
struct Row {
    who: String,
    offering: String,
    days: String,
    from: String,
    minutes: i32,
    people: i32,
    ahead: i32,
    then: Then,
}

const FILE: &str = "reservations.csv";

pub fn read(files: &Files, rooms: &[Room]) -> Result<Vec<Habit>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let (mut habits, mut wrong) = (vec![], vec![]);
    for (line, row) in csv::<Row>(FILE, text)? {
        match habit(row, rooms, line) {
            Ok(habit) => habits.push(habit),
            Err((column, why)) => wrong.push(Wrong::new(FILE, line, format!("column {column}"), why)),
        }
    }
    if wrong.is_empty() { Ok(habits) } else { Err(wrong) }
}

fn habit(row: Row, rooms: &[Room], line: usize) -> Result<Habit, (&'static str, String)> {
    let offerings = || rooms.iter().flat_map(|r| &r.offerings);
    if !offerings().any(|o| o.slug == row.offering) {
        let known: Vec<&str> = offerings().map(|o| o.slug.as_str()).collect();
        return Err((
            "offering",
            format!("venues.toml has no offering “{}”; it has {}", row.offering, known.join(", ")),
        ));
    }
    let from = row.from.parse::<Time>().map_err(|_| ("from", format!("“{}” is no time; write 19:30", row.from)))?;
    if !(0..=60).contains(&row.ahead) {
        return Err(("ahead", format!("{} is not between 0 and 60 days", row.ahead)));
    }
    let days = weekdays(&row.days)?;
    let who = (!row.who.is_empty()).then_some(row.who);
    let (minutes, people, ahead, then) = (row.minutes, row.people, row.ahead, row.then);
    Ok(Habit { who, offering: row.offering, days, from, minutes, people, ahead, then, line })
}

pub(super) fn weekdays(text: &str) -> Result<Vec<Weekday>, (&'static str, String)> {
    let text = if text == "daily" { "1 2 3 4 5 6 7" } else { text };
    let wrong = || ("days", format!("“{text}” is no list of days; write 1 3 5 (1 is Monday) or daily"));
    let day = |word: &str| word.parse::<i8>().ok().and_then(|n| Weekday::from_monday_one_offset(n).ok());
    let days: Vec<Weekday> = text.split_whitespace().map(day).collect::<Option<_>>().ok_or_else(wrong)?;
    if days.is_empty() { Err(wrong()) } else { Ok(days) }
}
