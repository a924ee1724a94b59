//! A calendar month, whose notices are compared with each other.
use std::fmt;
use std::str::FromStr;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

/// By its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(Date);

/// Earlier there were no stations, and later there is no calendar.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=9000;

impl Month {
    /// The month of a day.
    pub fn with(day: Date) -> Month {
        Month(day.first_of_month())
    }

    pub fn first(self) -> Date {
        self.0
    }

    pub fn before(self) -> Month {
        Month(self.0.saturating_sub(1.month()))
    }

    pub fn after(self) -> Month {
        Month(self.0.saturating_add(1.month()))
    }
}

/// 2026-11
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

/// A text that is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoMonth;

impl FromStr for Month {
    type Err = NoMonth;
    fn from_str(text: &str) -> Result<Month, NoMonth> {
        let (year, month) = text.split_once('-').ok_or(NoMonth)?;
        let digits = |part: &str, long: usize| part.len() == long && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(NoMonth);
        }
        let (year, month) = (year.parse().map_err(|_| NoMonth)?, month.parse().map_err(|_| NoMonth)?);
        if !YEARS.contains(&year) || !(1..=12).contains(&month) {
            return Err(NoMonth);
        }
        Ok(Month(date(year, month, 1)))
    }
}
