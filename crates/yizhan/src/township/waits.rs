//! `waits.csv`: who stands in line when the township is loaded.
use jiff::civil::{Time, Weekday};
use serde::Deserialize;

use super::venues::Room;
use super::wrong::csv;
use super::{Files, Wrong};

/// Somebody who waits for any start between two times of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiter {
    pub who: String,
    /// The slug of an offering.
    pub offering: String,
    pub day: Weekday,
    pub from: Time,
    pub last: Time,
    pub minutes: i32,
    pub people: i32,
}

#[derive(Deserialize)]
struct Row {
    who: String,
    offering: String,
    day: i8,
    from: String,
    last: String,
    minutes: i32,
    people: i32,
}

const FILE: &str = "waits.csv";

pub fn read(files: &Files, rooms: &[Room]) -> Result<Vec<Waiter>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let (mut waiters, mut wrong) = (vec![], vec![]);
    for (line, row) in csv::<Row>(FILE, text)? {
        match waiter(row, rooms) {
            Ok(waiter) => waiters.push(waiter),
            Err((column, why)) => wrong.push(Wrong::new(FILE, line, format!("column {column}"), why)),
        }
    }
    if wrong.is_empty() { Ok(waiters) } else { Err(wrong) }
}

fn waiter(row: Row, rooms: &[Room]) -> Result<Waiter, (&'static str, String)> {
    if !rooms.iter().flat_map(|r| &r.offerings).any(|o| o.slug == row.offering) {
        return Err(("offering", format!("venues.toml has no offering “{}”", row.offering)));
    }
    if row.who.is_empty() {
        return Err(("who", "somebody has to be called when it is free".into()));
    }
    let time = |column: &'static str, text: &str| {
        text.parse::<Time>().map_err(|_| (column, format!("“{text}” is no time; write 19:30")))
    };
    let (from, last) = (time("from", &row.from)?, time("last", &row.last)?);
    let day =
        Weekday::from_monday_one_offset(row.day).map_err(|_| ("day", format!("{} is no day; 1 is Monday", row.day)))?;
    let Row { who, offering, minutes, people, .. } = row;
    Ok(Waiter { who, offering, day, from, last, minutes, people })
}
