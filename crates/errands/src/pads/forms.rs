//! The form with many rows, as it was typed. A row that cannot be kept stays with every word of it.
use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::form::Problems;
use stations::typed_minute;

use super::acts::Entry;
use super::asked::{named, wall};
use super::rules::{Became, HIGHEST, Sheet};
use crate::rules::Drawing;

/// How many rows a page has at most.
pub const MOST_ROWS: usize = 40;

/// One row. Its fields are called `from-3` in the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub once: String,
    pub pad: String,
    /// `matter:3` or `line:1`.
    pub what: String,
    /// When they came.
    pub from: String,
    pub name: String,
    /// A word of [`Became`].
    pub became: String,
    /// What to do about a number that was typed in before: nothing, [`SAME`] or [`ANOTHER`].
    pub way: String,
}

/// It is the sheet that was typed in before: the row is left out.
pub const SAME: &str = "same";
/// It is another sheet.
pub const ANOTHER: &str = "another";

/// The day, and the rows.
#[derive(Debug, Clone, Default)]
pub struct PadForm {
    pub on: String,
    pub rows: Vec<Row>,
}

impl PadForm {
    /// From the pairs of a form. Rows that are wholly blank are left out.
    pub fn of(pairs: Vec<(String, String)>) -> PadForm {
        let mut form = PadForm::default();
        let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
        for (name, value) in pairs {
            match name.split_once('-') {
                None if name == "on" => form.on = value,
                Some((field, place)) => set(&mut rows, field, place, value),
                None => {}
            }
        }
        form.rows = rows.into_values().filter(|row| !row.is_blank()).take(MOST_ROWS).collect();
        form
    }
}

fn set(rows: &mut BTreeMap<usize, Row>, field: &str, place: &str, value: String) {
    let Some(number) = place.parse::<usize>().ok().filter(|n| *n < 2 * MOST_ROWS) else { return };
    let row = rows.entry(number).or_default();
    match field {
        "once" => row.once = value,
        "pad" => row.pad = value,
        "what" => row.what = value,
        "from" => row.from = value,
        "name" => row.name = value,
        "became" => row.became = value,
        "way" => row.way = value,
        _ => {}
    }
}

impl Row {
    /// Whether nobody has typed anything into it.
    fn is_blank(&self) -> bool {
        [&self.pad, &self.what, &self.from, &self.name, &self.became].iter().all(|text| text.trim().is_empty())
    }

    /// The sheet that was typed, of the day `on`.
    pub fn read(&self, on: Date, zone: &TimeZone) -> Result<Entry, Problems> {
        let mut problems = Problems::default();
        let pad = self.pad.trim().parse().ok().filter(|n| (1..=HIGHEST).contains(n));
        let pad = problems.take("pad", pad.ok_or(()), "pads-form-pad");
        let what = problems.take("what", drawing(&self.what).ok_or(()), "pads-form-what");
        let came = typed_minute(&self.from).and_then(|minute| {
            let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
            // Midnight is the end of the day for a stretch of time; somebody who came then, came at the next day's beginning.
            (hour < 24).then(|| wall(on.at(hour, minute, 0, 0), zone))?
        });
        let came = problems.take("from", came.ok_or(()), "pads-form-clock");
        let became = problems.take("became", Became::read(&self.became).ok_or(()), "pads-form-became");
        let name = named(&mut problems, Some(&self.name));
        let another = self.way == ANOTHER;
        let sheet = pad.zip(came).zip(became).map(|((pad, came), became)| Sheet { pad, came, became, another });
        problems.or_else_all(sheet.zip(what).map(|(sheet, what)| Entry { sheet, what, name }))
    }
}

fn drawing(chosen: &str) -> Option<Drawing> {
    let here = Drawing { on_site: true, ..Drawing::default() };
    match chosen.split_once(':')? {
        ("matter", id) => Some(Drawing { matters: vec![id.parse().ok()?], ..here }),
        ("line", id) => Some(Drawing { line: Some(id.parse().ok()?), ..here }),
        _ => None,
    }
}
