//! `tickets.csv`: who came for what, and what became of it.
use std::collections::BTreeMap;

use ::errands::ratings::rules::Level;
use ::errands::rules::{DeskId, Draft, LineId, MatterId, Outcome, Place, Priority, Way};
use jiff::civil::Time;
use serde::Deserialize;

use super::Why;
use super::hall::{Hall, time};
use super::matters::matter_number;
use crate::township::wrong::csv;
use crate::township::{Files, Resident, Wrong};

/// A ticket of the day of loading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    pub at: Time,
    /// At least one; the first says the line.
    pub matters: Vec<MatterId>,
    pub line: LineId,
    /// A name of `people.csv`, or one that a clerk typed.
    pub who: Option<String>,
    pub priority: Priority,
    pub way: Way,
    /// Where they were when it was drawn.
    pub place: Place,
    /// Called there, at this time.
    pub called: Option<(DeskId, Time)>,
    pub began: Option<Time>,
    pub ended: Option<Time>,
    pub then: Option<Then>,
    /// What they said of it a few minutes later.
    pub rated: Option<Level>,
    /// Of the file.
    pub row: usize,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Then {
    Done,
    PaperMissing,
    Away,
    Elsewhere,
    /// Called, and nobody came.
    Missed,
    Cancelled,
    /// Waits for the first matter's official.
    Held,
}

impl Then {
    /// What became of its matters, if somebody was served.
    pub fn outcome(self) -> Option<Outcome> {
        match self {
            Then::Done => Some(Outcome::Done),
            Then::PaperMissing => Some(Outcome::PaperMissing),
            Then::Away => Some(Outcome::Away),
            Then::Elsewhere => Some(Outcome::Elsewhere),
            Then::Missed | Then::Cancelled | Then::Held => None,
        }
    }
}

#[derive(Deserialize)]
struct Row {
    drawn: String,
    matters: String,
    who: Option<String>,
    priority: Priority,
    way: Way,
    place: Place,
    desk: Option<DeskId>,
    called: Option<String>,
    began: Option<String>,
    ended: Option<String>,
    then: Option<Then>,
    rated: Option<Level>,
}

const FILE: &str = "tickets.csv";

pub fn read(files: &Files, hall: &Hall, matters: &[Draft], people: &[Resident]) -> Result<Vec<Drawn>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let (mut tickets, mut wrong): (Vec<Drawn>, _) = (vec![], vec![]);
    for (row, one) in csv::<Row>(FILE, text)? {
        let read = ticket(one, (hall, matters, people), row);
        match read.and_then(|ticket| after(tickets.last(), ticket)) {
            Ok(ticket) => tickets.push(ticket),
            Err((column, why)) => wrong.push(Wrong::new(FILE, row, format!("column {column}"), why)),
        }
    }
    if wrong.is_empty() {
        wrong = two_at_a_desk(&tickets);
    }
    if wrong.is_empty() { Ok(tickets) } else { Err(wrong) }
}

fn ticket(one: Row, (hall, matters, people): (&Hall, &[Draft], &[Resident]), row: usize) -> Result<Drawn, Why> {
    let numbers =
        one.matters.split_whitespace().map(|slug| matter_number(matters, slug).map_err(|why| ("matters", why)));
    let numbers: Vec<MatterId> = numbers.collect::<Result<_, _>>()?;
    let first = one.matters.split_whitespace().next().and_then(|slug| matters.iter().find(|m| m.slug == slug));
    let first = first.ok_or_else(|| ("matters", "a ticket is for at least one matter".to_owned()))?;
    let who = one.who.filter(|name| !name.is_empty());
    let known = |name: &String| people.iter().any(|p| p.name.as_str() == name.as_str());
    if one.way == Way::Phone && !who.as_ref().is_some_and(known) {
        return Err(("who", "whoever draws by phone is in people.csv".to_owned()));
    }
    if one.then == Some(Then::Held) && first.official.is_none() {
        return Err(("then", format!("“{}” has no official to wait for", first.slug)));
    }
    let at = time("drawn", &one.drawn)?;
    let clock = |column: &'static str, text: &Option<String>| {
        text.as_deref().filter(|t| !t.is_empty()).map(|t| time(column, t)).transpose()
    };
    let (called, began, ended) =
        (clock("called", &one.called)?, clock("began", &one.began)?, clock("ended", &one.ended)?);
    in_order([Some(at), called, began, ended])?;
    if called.is_some() != one.desk.is_some() {
        return Err(("desk", "whoever is called is called to a desk, and nobody else is".to_owned()));
    }
    if one.then.and_then(Then::outcome).is_some() != ended.is_some() {
        return Err(("ended", "what was served has an end, and nothing else has".to_owned()));
    }
    if one.rated.is_some() && ended.is_none() {
        return Err(("rated", "only what was served is rated".to_owned()));
    }
    if let Some(desk) = one.desk {
        let serves = hall.desks.iter().any(|d| d.id == desk && d.lines.contains(&first.line));
        serves.then_some(()).ok_or_else(|| ("desk", format!("no desk {desk} serves the line of “{}”", first.slug)))?;
    }
    let (priority, way, place, then) = (one.priority, one.way, one.place, one.then);
    let (called, rated) = (one.desk.zip(called), one.rated);
    Ok(Drawn {
        at,
        matters: numbers,
        line: first.line,
        who,
        priority,
        way,
        place,
        called,
        began,
        ended,
        then,
        rated,
        row,
    })
}

/// Times that are there follow each other, and none is left out before a later one.
fn in_order(times: [Option<Time>; 4]) -> Result<(), Why> {
    let columns = ["drawn", "called", "began", "ended"];
    for (two, column) in times.windows(2).zip(&columns[1..]) {
        match (two[0], two[1]) {
            (None, Some(_)) => return Err((column, "the time before it is missing".to_owned())),
            (Some(before), Some(after)) if after < before => {
                return Err((column, format!("{after} is before {before}")));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Numbers are given in the order of the file.
fn after(before: Option<&Drawn>, ticket: Drawn) -> Result<Drawn, Why> {
    match before {
        Some(before) if ticket.at < before.at => Err(("drawn", "rows stand in the order of drawn".to_owned())),
        _ => Ok(ticket),
    }
}

/// A desk calls and serves one at a time.
fn two_at_a_desk(tickets: &[Drawn]) -> Vec<Wrong> {
    let mut desks: BTreeMap<DeskId, Vec<(Time, Time, usize)>> = BTreeMap::new();
    for ticket in tickets {
        if let Some((desk, from)) = ticket.called {
            // Nobody comes to a missed call: the next may be called at once.
            let missed = (ticket.then == Some(Then::Missed)).then_some(from);
            let until = ticket.ended.or(missed).unwrap_or(Time::MAX);
            desks.entry(desk).or_default().push((from, until, ticket.row));
        }
    }
    let mut wrong = vec![];
    for (desk, mut turns) in desks {
        turns.sort_unstable();
        let clashes = turns.windows(2).filter(|two| two[1].0 < two[0].1);
        let said = |row: usize| Wrong::new(FILE, row, "column called", format!("desk {desk} has somebody else then"));
        wrong.extend(clashes.map(|two| said(two[1].2)));
    }
    wrong
}
