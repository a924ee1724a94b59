//! The data file: comment lines that say where it comes from and which years it is complete for, then
//! `date,kind,name,name_en`, kind being `holiday` or `workday`.
use std::{collections::BTreeMap, ops::RangeInclusive};

use jiff::civil::{Date, Weekday};

/// What a holiday is called.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Name {
    /// In Chinese, never empty: 春节.
    pub zh: String,
    /// In English, never empty: Spring Festival.
    pub en: String,
}

/// What a row says of its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A day of a holiday break.
    Holiday,
    /// A Saturday or Sunday that is worked for it.
    Workday,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub kind: Kind,
    /// The holiday, or the holiday that the workday makes up for.
    pub name: Name,
}

/// A parsed file.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// Who says so.
    pub source: String,
    /// Which edition of the file.
    pub version: String,
    /// The years that the file is complete for.
    pub years: RangeInclusive<i16>,
    pub days: BTreeMap<Date, Entry>,
}

/// What is wrong with a file and in which line, counted from 1.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct DataError {
    pub line: u64,
    pub problem: DataProblem,
}

/// The ways a file can be wrong.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum DataProblem {
    #[error("a comment line must say \"# {0}: ...\" before the rows")]
    HeaderMissing(&'static str),
    #[error("\"{0}\" is not a range of years; write for example 2027 or 2007-2026")]
    NotYears(String),
    #[error("the columns must be date,kind,name,name_en")]
    Columns,
    #[error("this is not readable as CSV in UTF-8")]
    NotCsv,
    #[error("\"{0}\" is not a date; write for example 2026-10-01")]
    NotADate(String),
    #[error("\"{0}\" is not a kind; write holiday or workday")]
    NotAKind(String),
    #[error("the name is missing")]
    NoName,
    #[error("{0} is a weekday and so cannot be a make-up workday")]
    WorkdayOnAWeekday(Date),
    #[error("{0} is listed twice")]
    Twice(Date),
    #[error("{0} lies outside the years of the file and the turns of the year beside them")]
    OutsideYears(Date),
}

impl Dataset {
    /// Reads a file.
    ///
    /// # Errors
    /// The first thing that is wrong, with its line.
    pub fn parse(text: &str) -> Result<Self, DataError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let at = |line, problem| DataError { line, problem };
        let header = |name| comment(text, name).ok_or(at(1, DataProblem::HeaderMissing(name)));
        let (_, source) = header("source")?;
        let (_, version) = header("version")?;
        let (line, years) = header("years")?;
        let years = parse_years(years).ok_or_else(|| at(line, DataProblem::NotYears(years.to_owned())))?;

        let mut reader =
            csv::ReaderBuilder::new().comment(Some(b'#')).trim(csv::Trim::All).from_reader(text.as_bytes());
        if reader.headers().is_ok_and(|found| found != vec!["date", "kind", "name", "name_en"]) {
            return Err(at(reader.position().line().saturating_sub(1).max(1), DataProblem::Columns));
        }
        let mut set = Dataset { source: source.to_owned(), version: version.to_owned(), years, days: BTreeMap::new() };
        for record in reader.records() {
            let record = record.map_err(|e| at(e.position().map_or(1, csv::Position::line), not_csv(&e)))?;
            let line = record.position().map_or(1, csv::Position::line);
            set.add(&record).map_err(|problem| at(line, problem))?;
        }
        Ok(set)
    }

    fn add(&mut self, record: &csv::StringRecord) -> Result<(), DataProblem> {
        let field = |place| record.get(place).unwrap_or_default();
        let date: Date = field(0).parse().map_err(|_| DataProblem::NotADate(field(0).to_owned()))?;
        let kind = match field(1) {
            "holiday" => Kind::Holiday,
            "workday" => Kind::Workday,
            other => return Err(DataProblem::NotAKind(other.to_owned())),
        };
        if field(2).is_empty() || field(3).is_empty() {
            return Err(DataProblem::NoName);
        }
        if kind == Kind::Workday && !is_weekend(date) {
            return Err(DataProblem::WorkdayOnAWeekday(date));
        }
        if !self.covers(date) {
            return Err(DataProblem::OutsideYears(date));
        }
        let name = Name { zh: field(2).to_owned(), en: field(3).to_owned() };
        match self.days.insert(date, Entry { kind, name }) {
            Some(_) => Err(DataProblem::Twice(date)),
            None => Ok(()),
        }
    }

    /// The notice for a year may arrange days around New Year's Day in the December before and the January after.
    fn covers(&self, date: Date) -> bool {
        let (first, last) = (*self.years.start(), *self.years.end());
        match date.month() {
            12 => (first.saturating_sub(1)..=last).contains(&date.year()),
            1 => (first..=last.saturating_add(1)).contains(&date.year()),
            _ => self.years.contains(&date.year()),
        }
    }
}

/// Saturday or Sunday.
pub(crate) fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The text of `# name: text` and its line.
fn comment<'t>(text: &'t str, name: &str) -> Option<(u64, &'t str)> {
    let value = |line: &'t str| line.strip_prefix('#')?.trim_start().strip_prefix(name)?.strip_prefix(':');
    (1..).zip(text.lines()).find_map(|(n, line)| Some((n, value(line)?.trim())))
}

fn parse_years(text: &str) -> Option<RangeInclusive<i16>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let year = |t: &str| t.trim().parse::<i16>().ok().filter(|y| (1949..=2999).contains(y));
    let (first, last) = (year(first)?, year(last)?);
    (first <= last).then_some(first..=last)
}

fn not_csv(error: &csv::Error) -> DataProblem {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { .. } => DataProblem::Columns,
        _ => DataProblem::NotCsv,
    }
}
