//! What makes a rule wrong.
use jiff::civil::Date;

use super::rule::{End, Freq, Rule, Scale};

/// Why a rule or series cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecurError {
    #[error("\"{0}\" is not of the form NAME=VALUE")]
    NotAPart(String),
    #[error(
        "{0} is not supported; the parts are RSCALE, FREQ, INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYDAY, WKST and SKIP"
    )]
    UnsupportedPart(String),
    #[error("{0} is not supported; a series has DTSTART, RRULE, EXDATE and RDATE")]
    UnsupportedLine(String),
    #[error("{part}={value} is not supported; {part} can be {instead}")]
    UnsupportedValue { part: &'static str, value: String, instead: &'static str },
    #[error("{0} is given twice")]
    Repeated(String),
    #[error("{0} is missing")]
    Missing(&'static str),
    #[error("{part}={value} cannot be read; it must be {expected}")]
    BadValue { part: &'static str, value: String, expected: &'static str },
    #[error("UNTIL={0} has a time of day; dates here have none, write the date alone")]
    UntilHasTime(String),
    #[error("{part} cannot be used here: {why}")]
    NotTogether { part: &'static str, why: &'static str },
    #[error("{0} has no lunar date here: lunar rules start from 1901-02-19 to 2100-02-08")]
    StartOutOfRange(Date),
}

impl Rule {
    /// Whether the parts are in range and go together (RFC 5545 section 3.3.10, RFC 7529 section 4.1).
    ///
    /// # Errors
    /// The first part that does not.
    pub fn check(&self) -> Result<(), RecurError> {
        let not = |part, why| Err(RecurError::NotTogether { part, why });
        if self.interval == 0 {
            return not("INTERVAL", "it is at least 1");
        }
        if self.end == End::Count(0) {
            return not("COUNT", "it is at least 1");
        }
        self.check_months()?;
        let most = if self.scale == Scale::Chinese { 30 } else { 31 };
        if self.by_month_day.iter().any(|d| *d == 0 || d.unsigned_abs() > most) {
            return not("BYMONTHDAY", "days are 1 to 31 or -1 to -31, in a lunar month 30");
        }
        if self.freq == Freq::Weekly && !self.by_month_day.is_empty() {
            return not("BYMONTHDAY", "a weekly rule has no days of the month");
        }
        if matches!(self.freq, Freq::Weekly | Freq::Daily) && self.by_day.iter().any(|d| d.nth.is_some()) {
            return not("BYDAY", "only monthly and yearly rules can count weekdays, such as 5MO or -1MO");
        }
        if self.by_day.iter().filter_map(|d| d.nth).any(|n| n == 0 || n.unsigned_abs() > 53) {
            return not("BYDAY", "weekdays are counted from 1 to 53 or from -1 to -53");
        }
        Ok(())
    }

    fn check_months(&self) -> Result<(), RecurError> {
        let not = |why| Err(RecurError::NotTogether { part: "BYMONTH", why });
        if self.by_month.iter().any(|m| !(1..=12).contains(&m.number)) {
            return not("months are 1 to 12");
        }
        if self.scale == Scale::Gregorian && self.by_month.iter().any(|m| m.leap) {
            return not("leap months such as 5L need RSCALE=CHINESE");
        }
        Ok(())
    }
}
