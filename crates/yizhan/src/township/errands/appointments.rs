//! `appointments.csv`: who has booked which time.
use ::errands::rules::{Draft, MatterId, Way};
use jiff::civil::Time;
use serde::Deserialize;

use super::Why;
use super::hall::time;
use super::matters::matter_number;
use crate::township::wrong::csv;
use crate::township::{Files, Resident, Wrong};

/// An appointment that is made on the day of loading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    pub made: Time,
    /// So many days later.
    pub days: i32,
    pub at: Time,
    pub matter: MatterId,
    /// A name of `people.csv`, or one that a clerk typed.
    pub who: String,
    pub way: Way,
    /// Of the file.
    pub row: usize,
}

#[derive(Deserialize)]
struct Row {
    made: String,
    days: i32,
    at: String,
    matter: String,
    who: String,
    way: Way,
}

const FILE: &str = "appointments.csv";
/// Nobody books further ahead.
const MOST_DAYS: i32 = 60;

pub fn read(files: &Files, matters: &[Draft], people: &[Resident]) -> Result<Vec<Booked>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let (mut all, mut wrong): (Vec<Booked>, _) = (vec![], vec![]);
    for (row, one) in csv::<Row>(FILE, text)? {
        match booked(one, (matters, people), row) {
            Ok(one) => all.push(one),
            Err((column, why)) => wrong.push(Wrong::new(FILE, row, format!("column {column}"), why)),
        }
    }
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

fn booked(one: Row, (matters, people): (&[Draft], &[Resident]), row: usize) -> Result<Booked, Why> {
    let matter = matter_number(matters, &one.matter).map_err(|why| ("matter", why))?;
    if !(0..=MOST_DAYS).contains(&one.days) {
        return Err(("days", format!("{} is not possible; 0 to {MOST_DAYS} are", one.days)));
    }
    match one.way {
        Way::Phone if !people.iter().any(|p| p.name.as_str() == one.who) => {
            return Err(("who", "whoever books by phone is in people.csv".to_owned()));
        }
        Way::Kiosk | Way::Pad => return Err(("way", "one books by phone or at the desk".to_owned())),
        _ => {}
    }
    let (made, at) = (time("made", &one.made)?, time("at", &one.at)?);
    Ok(Booked { made, days: one.days, at, matter, who: one.who, way: one.way, row })
}
