//! `series.csv`: what is held again and again, and by whom.
use almanac::recur::Rule;
use jiff::civil::Time;
use serde::Deserialize;

use super::venues::Room;
use super::wrong::csv;
use super::{Files, Wrong};

/// One series, made on the day on which the files are loaded.
#[derive(Debug, Clone, PartialEq)]
pub struct Repeated {
    /// An office, somebody of `people.csv`, or another name.
    pub holder: String,
    /// The slug of an offering.
    pub offering: String,
    pub rule: Rule,
    pub from: Time,
    pub minutes: i32,
    pub title: String,
    pub line: usize,
}

#[derive(Deserialize)]
struct Row {
    holder: String,
    offering: String,
    rule: String,
    from: String,
    minutes: i32,
    title: String,
}

pub const FILE: &str = "series.csv";

pub fn read(files: &Files, rooms: &[Room]) -> Result<Vec<Repeated>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let (mut all, mut wrong) = (vec![], vec![]);
    for (line, row) in csv::<Row>(FILE, text)? {
        match repeated(row, rooms, line) {
            Ok(series) => all.push(series),
            Err((column, why)) => wrong.push(Wrong::new(FILE, line, format!("column {column}"), why)),
        }
    }
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

fn repeated(row: Row, rooms: &[Room], line: usize) -> Result<Repeated, (&'static str, String)> {
    if !rooms.iter().flat_map(|r| &r.offerings).any(|o| o.slug == row.offering) {
        return Err(("offering", format!("venues.toml has no offering “{}”", row.offering)));
    }
    if row.holder.trim().is_empty() {
        return Err(("holder", "somebody has to hold it".to_owned()));
    }
    let rule = row.rule.parse::<Rule>().map_err(|e| ("rule", e.to_string()))?;
    let from = row.from.parse::<Time>().map_err(|_| ("from", format!("“{}” is no time; write 19:30", row.from)))?;
    let Row { holder, offering, minutes, title, .. } = row;
    Ok(Repeated { holder, offering, rule, from, minutes, title, line })
}
