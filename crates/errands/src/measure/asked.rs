//! Which days somebody asks for: a month of the page, two days of the API.
use jiff::civil::Date;
use kernel::form::Problems;

use super::rules::{NotAPeriod, Period};

/// The month that was asked for; any other text is this one.
pub fn month(asked: &str, today: Date) -> Period {
    Period::named(asked.trim()).unwrap_or_else(|| Period::month(today))
}

/// From the first day up to, not including, the second; without them this month.
pub fn days(from: Option<&str>, until: Option<&str>, today: Date) -> Result<Period, Problems> {
    let (mut problems, this) = (Problems::default(), Period::month(today));
    let mut read = |field: &'static str, text: Option<&str>, or: Date| match text {
        None => or,
        Some(text) => {
            // Only as it is written: 2026-06-24. Years with a sign are none: PostgreSQL does not reach as far back.
            let day = text.parse::<Date>().ok().filter(|day| day.year() >= 0 && day.to_string() == text);
            day.unwrap_or_else(|| {
                problems.add(field, "measure-not-a-day");
                or
            })
        }
    };
    let (from, until) = (read("from", from, this.from), read("until", until, this.until));
    let period = match Period::new(from, until) {
        Ok(period) => Some(period),
        Err(NotAPeriod::Backwards) => {
            problems.add("until", "measure-backwards");
            None
        }
        Err(NotAPeriod::TooLong) => {
            problems.add("until", "measure-too-long");
            None
        }
    };
    problems.or_else_all(period.or(Some(this)))
}
