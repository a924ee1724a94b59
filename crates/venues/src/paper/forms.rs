//! The form with many rows, as it was typed. A row that cannot be kept stays with every word of it.
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::acts::{Line, Other};
use super::asked::{MOST_OTHERS, NewOutage, named};
use super::rules::{Place, rounded};
use crate::ReservationId;
use crate::rules::{OnPaper, Span, days};
use kernel::form::Problems;
use stations::typed_minute;

/// How many rows a page has at most: a sheet of paper.
pub const MOST_ROWS: usize = 40;

/// One row. Its fields are called `from-3` in the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub once: String,
    pub place: String,
    pub from: String,
    pub until: String,
    pub name: String,
    pub group: String,
    /// `yes` or `no`.
    pub came: String,
    /// What to do about a clash: nothing, another place, or `note`.
    pub way: String,
    /// What really was with those who are in the way: the id of a reservation and a word.
    pub others: Vec<(String, String)>,
}

/// What stands in `way` for keeping a line as it is.
pub const AS_NOTE: &str = "note";

/// The day, and the rows.
#[derive(Debug, Clone, Default)]
pub struct PaperForm {
    pub on: String,
    pub rows: Vec<Row>,
}

impl PaperForm {
    /// From the pairs of a form. Rows that are wholly blank are left out.
    pub fn of(pairs: Vec<(String, String)>) -> PaperForm {
        let mut form = PaperForm::default();
        let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
        for (name, value) in pairs {
            match name.split_once('-') {
                None if name == "on" => form.on = value,
                Some((field, place)) => set(&mut rows, field, place, value),
                None => {}
            }
        }
        form.rows = rows.into_values().filter(|row| !row.is_blank()).map(Row::sent).take(MOST_ROWS).collect();
        form
    }
}

fn set(rows: &mut BTreeMap<usize, Row>, field: &str, place: &str, value: String) {
    let (number, of) = place.split_once('-').map_or((place, None), |(number, of)| (number, Some(of)));
    let Some(number) = number.parse::<usize>().ok().filter(|n| *n < 2 * MOST_ROWS) else { return };
    let row = rows.entry(number).or_default();
    match (field, of) {
        ("once", None) => row.once = value,
        ("place", None) => row.place = value,
        ("from", None) => row.from = value,
        ("until", None) => row.until = value,
        ("name", None) => row.name = value,
        ("group", None) => row.group = value,
        ("came", None) => row.came = value,
        ("way", None) => row.way = value,
        ("other", Some(of)) => row.others.push((of.to_owned(), value)),
        _ => {}
    }
}

impl Row {
    /// Whether nobody has typed anything into it.
    fn is_blank(&self) -> bool {
        [&self.place, &self.from, &self.until, &self.name, &self.group].iter().all(|text| text.trim().is_empty())
    }

    /// A box that was not ticked is not sent at all.
    fn sent(self) -> Row {
        let came = if self.came.is_empty() { "no".into() } else { self.came };
        Row { came, ..self }
    }

    /// A place that was chosen as a way out is the row's place from then on.
    pub fn settled(self) -> Row {
        match self.way.strip_prefix("place:") {
            Some(place) => Row { place: place.to_owned(), way: String::new(), ..self },
            None => self,
        }
    }

    /// The line that was typed, on the day `on`. A time that ends before it begins ends on the next day.
    pub fn read(&self, on: Date, zone: &TimeZone) -> Result<Line, Problems> {
        let mut problems = Problems::default();
        let place = problems.take("place", Place::parse(&self.place).ok_or(()), "paper-form-place");
        let from = problems.take("from", typed_minute(&self.from).ok_or(()), "paper-form-clock");
        let until = problems.take("until", typed_minute(&self.until).ok_or(()), "paper-form-clock");
        let group = self.number(&mut problems);
        let name = named(&mut problems, Some(&self.name));
        let span = from.zip(until).and_then(|(from, until)| span(on, (from, until), zone));
        if from.is_some() && until.is_some() && span.is_none() {
            problems.add("until", "paper-form-backwards");
        }
        let others: Vec<(ReservationId, Other)> = self.others.iter().filter_map(other).collect();
        if others.len() > MOST_OTHERS {
            problems.add("others", "paper-form-others");
        }
        let line = place.zip(span).map(|((offering, place), span)| Line {
            offering,
            paper: OnPaper { span, group, place, came: self.came != "no" },
            name,
            others,
            as_note: self.way == AS_NOTE,
        });
        problems.or_else_all(line)
    }

    fn number(&self, problems: &mut Problems) -> Option<i32> {
        let typed = self.group.trim();
        let read = typed.parse().ok().filter(|n| (1..=1000).contains(n));
        if read.is_none() && !typed.is_empty() {
            problems.add("group", "paper-form-group");
        }
        read
    }
}

fn other((id, word): &(String, String)) -> Option<(ReservationId, Other)> {
    let other = match word.as_str() {
        "moved" => Other::Moved,
        "not-come" => Other::NotCome,
        "same" => Other::Same,
        _ => return None,
    };
    Some((id.parse().ok()?, other))
}

/// Minutes of a day as an instant: a clock reading, not so many minutes after midnight.
fn instant(on: Date, at: i32, zone: &TimeZone) -> Option<Timestamp> {
    if at >= 24 * 60 {
        return Some(days(zone, on, 1).until);
    }
    let (hour, minute) = (i8::try_from(at / 60).ok()?, i8::try_from(at % 60).ok()?);
    zone.to_ambiguous_timestamp(on.at(hour, minute, 0, 0)).compatible().ok()
}

fn span(on: Date, (from, until): (i32, i32), zone: &TimeZone) -> Option<Span> {
    let ends_on = if until < from { on.tomorrow().ok()? } else { on };
    Span::new(rounded(instant(on, from, zone)?), rounded(instant(ends_on, until, zone)?))
}

/// When the program was away, as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OutageForm {
    pub once: String,
    pub from_on: String,
    pub from: String,
    pub until_on: String,
    pub until: String,
}

impl OutageForm {
    pub fn read(&self, zone: &TimeZone, now: Timestamp) -> Result<Span, Problems> {
        NewOutage { from: joined(&self.from_on, &self.from), until: joined(&self.until_on, &self.until) }
            .checked(zone, now)
    }
}

fn joined(on: &str, at: &str) -> String {
    match typed_minute(at) {
        Some(at) if at < 24 * 60 => format!("{}T{:02}:{:02}", on.trim(), at / 60, at % 60),
        _ => String::new(),
    }
}
