//! Days as they were: who drew, waited and was called, and which desks were open. Two tables of comma-separated values.
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::{DeskId, LineId, MatterId, OfficialId, Priority};

/// A row of who came: one per turn, so that somebody who missed a call and came back has two. No names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub on_day: Date,
    pub number: i32,
    pub line: LineId,
    pub matter: MatterId,
    /// The matter's typical minutes on that day.
    pub typical: i16,
    /// For whom they waited.
    pub official: Option<OfficialId>,
    pub priority: Priority,
    /// When they drew, or came back after a missed call.
    pub drawn_at: Timestamp,
    /// Their place in the order, as in [`crate::rules::Ticket`].
    pub order_at: Timestamp,
    /// When they were in the hall; the same as `drawn_at` unless they drew from elsewhere. Empty = they never came.
    pub here_at: Option<Timestamp>,
    /// The first call. Empty = they were not called.
    pub called_at: Option<Timestamp>,
    pub desk: Option<DeskId>,
    /// When the turn was finished or given up, or they left, or the day was closed.
    pub ended_at: Timestamp,
    pub end: End,
    /// They came back after a missed call.
    pub again: bool,
}

impl Visit {
    /// Drawn from elsewhere than the hall.
    pub fn is_remote(&self) -> bool {
        self.here_at != Some(self.drawn_at)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    Done,
    /// Called, and nobody came.
    Missed,
    /// Left before they were called.
    Left,
    /// The day was closed and they had not been called.
    Closed,
}

/// A row of the desks' log: a desk was open from `from` until `until`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub on_day: Date,
    pub desk: DeskId,
    /// Parted by spaces.
    #[serde(with = "spaced")]
    pub lines: Vec<LineId>,
    pub official: Option<OfficialId>,
    /// When the station knew that the desk would be open at this time: in the morning, or when somebody was called away and
    /// said when they would be back.
    pub known_at: Timestamp,
    /// What was planned or said.
    pub planned_from: Timestamp,
    pub planned_until: Timestamp,
    /// What came of it.
    pub from: Timestamp,
    pub until: Timestamp,
}

/// One day of a station.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Day {
    pub visits: Vec<Visit>,
    pub openings: Vec<Opening>,
}

/// A table that is not such a table: which, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub String);

/// Days from the two tables, each with a line of headings: visits and openings.
///
/// # Errors
/// The first row that is none, with its line.
pub fn read(visits: &str, openings: &str) -> Result<Vec<Day>, Unreadable> {
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    for visit in rows::<Visit>(visits, "visits")? {
        days.entry(visit.on_day).or_default().visits.push(visit);
    }
    for opening in rows::<Opening>(openings, "openings")? {
        days.entry(opening.on_day).or_default().openings.push(opening);
    }
    Ok(days.into_values().collect())
}

fn rows<T: for<'a> Deserialize<'a>>(text: &str, name: &str) -> Result<Vec<T>, Unreadable> {
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize();
    rows.map(|row| row.map_err(|e| Unreadable(format!("{name}: {e}")))).collect()
}

/// The two tables of these days: visits and openings.
///
/// # Errors
/// [`Unreadable`] if a row cannot be written.
pub fn write(days: &[Day]) -> Result<(String, String), Unreadable> {
    Ok((table(days.iter().flat_map(|d| &d.visits))?, table(days.iter().flat_map(|d| &d.openings))?))
}

fn table<'a, T: Serialize + 'a>(rows: impl Iterator<Item = &'a T>) -> Result<String, Unreadable> {
    let mut to = csv::Writer::from_writer(vec![]);
    for row in rows {
        to.serialize(row).map_err(|e| Unreadable(e.to_string()))?;
    }
    let bytes = to.into_inner().map_err(|e| Unreadable(e.to_string()))?;
    String::from_utf8(bytes).map_err(|e| Unreadable(e.to_string()))
}

/// Numbers in one field, parted by spaces.
mod spaced {
    use serde::{Deserialize, Deserializer, Serializer, de::Error as _};

    use super::LineId;

    pub fn serialize<S: Serializer>(lines: &[LineId], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    }

    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Vec<LineId>, D::Error> {
        let text = String::deserialize(from)?;
        text.split_whitespace().map(|n| n.parse().map_err(D::Error::custom)).collect()
    }
}
