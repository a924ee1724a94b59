//! From a rule to its canonical text: parts in a fixed order, what is the default left out.
use std::fmt;

use jiff::civil::{Date, Weekday};

use super::rule::{End, Freq, Rule, Scale, Skip};
use crate::days;

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.scale, self.skip) {
            (Scale::Chinese, _) => f.write_str("RSCALE=CHINESE;")?,
            (Scale::Gregorian, Some(_)) => f.write_str("RSCALE=GREGORIAN;")?,
            (Scale::Gregorian, None) => {}
        }
        write!(f, "FREQ={}", self.freq.text())?;
        match self.end {
            End::Never => {}
            End::Count(count) => write!(f, ";COUNT={count}")?,
            End::Until(date) => write!(f, ";UNTIL={}", basic(date))?,
        }
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        part(f, "BYMONTH", &self.by_month, |m| format!("{}{}", m.number, if m.leap { "L" } else { "" }))?;
        part(f, "BYMONTHDAY", &self.by_month_day, i8::to_string)?;
        part(f, "BYDAY", &self.by_day, |d| {
            format!("{}{}", d.nth.map(|n| n.to_string()).unwrap_or_default(), name(d.weekday))
        })?;
        if self.week_start != Weekday::Monday {
            write!(f, ";WKST={}", name(self.week_start))?;
        }
        match self.skip {
            None => Ok(()),
            Some(Skip::Omit) => f.write_str(";SKIP=OMIT"),
            Some(Skip::Forward) => f.write_str(";SKIP=FORWARD"),
            Some(Skip::Backward) => f.write_str(";SKIP=BACKWARD"),
        }
    }
}

impl Freq {
    fn text(self) -> &'static str {
        match self {
            Freq::Yearly => "YEARLY",
            Freq::Monthly => "MONTHLY",
            Freq::Weekly => "WEEKLY",
            Freq::Daily => "DAILY",
        }
    }
}

/// 20260627, the basic form of ISO 8601 that iCalendar uses.
pub(super) fn basic(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn part<T>(f: &mut fmt::Formatter<'_>, name: &str, values: &[T], text: impl Fn(&T) -> String) -> fmt::Result {
    if values.is_empty() {
        return Ok(());
    }
    let values: Vec<_> = values.iter().map(text).collect();
    write!(f, ";{name}={}", values.join(","))
}

fn name(weekday: Weekday) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][usize::from(days::place_in_week(weekday))]
}
