//! A rule together with its start and the dates taken out and put in.
use std::{collections::BTreeSet, fmt, iter::Peekable, str::FromStr};

use jiff::civil::Date;

use super::{check::RecurError, dates::Dates, parse, print::basic, rule::Rule};

/// DTSTART, RRULE, EXDATE and RDATE of an event (RFC 5545 sections 3.8.2.4 and 3.8.5), all of them dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub start: Date,
    /// `None`: the start alone, and `extra`.
    pub rule: Option<Rule>,
    /// EXDATE: does not happen. COUNT counts these dates all the same.
    pub except: BTreeSet<Date>,
    /// RDATE: happens as well.
    pub extra: BTreeSet<Date>,
}

/// The dates of a series in order, each once. Made by [`Series::dates`].
#[derive(Debug, Clone)]
pub struct SeriesDates {
    rule: Peekable<FromRule>,
    extra: Peekable<std::vec::IntoIter<Date>>,
    except: BTreeSet<Date>,
}

/// What comes from the rule, or the start alone.
#[derive(Debug, Clone)]
enum FromRule {
    Rule(Box<Dates>),
    Once(std::option::IntoIter<Date>),
}

impl Iterator for FromRule {
    type Item = Date;

    fn next(&mut self) -> Option<Date> {
        match self {
            FromRule::Rule(dates) => dates.next(),
            FromRule::Once(date) => date.next(),
        }
    }
}

impl Series {
    /// A series of that rule, nothing taken out, nothing put in.
    pub fn new(start: Date, rule: Option<Rule>) -> Self {
        Series { start, rule, except: BTreeSet::new(), extra: BTreeSet::new() }
    }

    /// The dates.
    ///
    /// # Errors
    /// Those of [`Rule::dates`].
    pub fn dates(&self) -> Result<SeriesDates, RecurError> {
        let rule = match &self.rule {
            Some(rule) => FromRule::Rule(Box::new(rule.dates(self.start)?)),
            None => FromRule::Once(Some(self.start).into_iter()),
        };
        let extra = self.extra.iter().copied().collect::<Vec<_>>().into_iter().peekable();
        Ok(SeriesDates { rule: rule.peekable(), extra, except: self.except.clone() })
    }
}

impl Iterator for SeriesDates {
    type Item = Date;

    fn next(&mut self) -> Option<Date> {
        loop {
            let next = match (self.rule.peek().copied(), self.extra.peek().copied()) {
                (Some(a), Some(b)) => a.min(b),
                (a, b) => a.or(b)?,
            };
            self.rule.next_if_eq(&next);
            self.extra.next_if_eq(&next);
            if !self.except.contains(&next) {
                return Some(next);
            }
        }
    }
}

impl FromStr for Series {
    type Err = RecurError;

    /// Reads lines `DTSTART;VALUE=DATE:20260627`, `RRULE:...`, `EXDATE:20270617,...`, `RDATE:...`.
    fn from_str(text: &str) -> Result<Self, RecurError> {
        let (mut start, mut rule, mut except, mut extra) = (None, None, BTreeSet::new(), BTreeSet::new());
        for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
            let (head, value) = line.split_once(':').ok_or_else(|| RecurError::NotAPart(line.to_owned()))?;
            let name = head.split(';').next().unwrap_or_default().to_ascii_uppercase();
            match name.as_str() {
                "DTSTART" if start.is_some() => return Err(RecurError::Repeated(name)),
                "DTSTART" => start = Some(read("DTSTART", value)?),
                "RRULE" if rule.is_some() => return Err(RecurError::Repeated(name)),
                "RRULE" => rule = Some(value.parse()?),
                "EXDATE" => except.extend(dates("EXDATE", value)?),
                "RDATE" => extra.extend(dates("RDATE", value)?),
                _ => return Err(RecurError::UnsupportedLine(name)),
            }
        }
        Ok(Series { start: start.ok_or(RecurError::Missing("DTSTART"))?, rule, except, extra })
    }
}

impl fmt::Display for Series {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DTSTART;VALUE=DATE:{}", basic(self.start))?;
        if let Some(rule) = &self.rule {
            write!(f, "\nRRULE:{rule}")?;
        }
        for (name, dates) in [("EXDATE", &self.except), ("RDATE", &self.extra)] {
            if !dates.is_empty() {
                let dates: Vec<_> = dates.iter().map(|d| basic(*d)).collect();
                write!(f, "\n{name};VALUE=DATE:{}", dates.join(","))?;
            }
        }
        Ok(())
    }
}

fn dates(part: &'static str, value: &str) -> Result<Vec<Date>, RecurError> {
    value.split(',').map(|v| read(part, v)).collect()
}

fn read(part: &'static str, value: &str) -> Result<Date, RecurError> {
    let expected = "a date such as 20260627";
    parse::date(value.trim()).ok_or_else(|| RecurError::BadValue { part, value: value.to_owned(), expected })
}
