//! From the text of an RRULE to a rule.
use std::{collections::BTreeSet, str::FromStr};

use jiff::civil::{Date, Weekday};

use super::{
    check::RecurError,
    rule::{ByDay, End, Freq, Rule, Scale, Skip},
};
use crate::{days, lunar::LunarMonth};

impl FromStr for Rule {
    type Err = RecurError;

    /// Reads `FREQ=YEARLY;...`, with or without `RRULE:` before it. Names and values may be in small letters.
    fn from_str(text: &str) -> Result<Self, RecurError> {
        let text = text.trim().to_ascii_uppercase();
        let text = text.strip_prefix("RRULE:").unwrap_or(&text);
        let mut rule = Rule::new(Scale::Gregorian, Freq::Daily);
        let mut seen = BTreeSet::new();
        for part in text.split(';').filter(|p| !p.is_empty()) {
            let (name, value) = part.split_once('=').ok_or_else(|| RecurError::NotAPart(part.to_owned()))?;
            if !seen.insert(name) {
                return Err(RecurError::Repeated(name.to_owned()));
            }
            rule.take(name, value)?;
        }
        let not = |part, why| Err(RecurError::NotTogether { part, why });
        if !seen.contains("FREQ") {
            return Err(RecurError::Missing("FREQ"));
        }
        if seen.contains("COUNT") && seen.contains("UNTIL") {
            return not("COUNT", "a rule ends by COUNT or by UNTIL, not by both");
        }
        if rule.skip.is_some() && !seen.contains("RSCALE") {
            return not("SKIP", "it needs RSCALE (RFC 7529 section 4.1)");
        }
        rule.check()?;
        rule.tidy();
        Ok(rule)
    }
}

impl Rule {
    fn take(&mut self, name: &str, value: &str) -> Result<(), RecurError> {
        match name {
            "RSCALE" => self.scale = scale(value)?,
            "FREQ" => self.freq = freq(value)?,
            "INTERVAL" => self.interval = number("INTERVAL", value)?,
            "COUNT" => self.end = End::Count(number("COUNT", value)?),
            "UNTIL" => self.end = End::Until(until(value)?),
            "BYMONTH" => self.by_month = each(value, month)?,
            "BYMONTHDAY" => self.by_month_day = each(value, month_day)?,
            "BYDAY" => self.by_day = each(value, by_day)?,
            "WKST" => self.week_start = weekday(value).ok_or_else(|| bad("WKST", value, "MO to SU"))?,
            "SKIP" => self.skip = Some(skip(value)?),
            other => return Err(RecurError::UnsupportedPart(other.to_owned())),
        }
        Ok(())
    }

    /// Puts lists in the order in which they are printed, each value once.
    pub(super) fn tidy(&mut self) {
        self.by_month.sort_unstable();
        self.by_month.dedup();
        self.by_month_day.sort_unstable_by_key(|d| (*d < 0, *d));
        self.by_month_day.dedup();
        self.by_day.sort_unstable_by_key(|d| (d.nth.is_some(), d.nth, days::place_in_week(d.weekday)));
        self.by_day.dedup();
    }
}

/// `20260627` or `2026-06-27`.
pub(super) fn date(text: &str) -> Option<Date> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Date::new(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?).ok();
    }
    text.parse().ok().filter(|_| text.len() == 10)
}

fn each<T>(value: &str, one: impl Fn(&str) -> Result<T, RecurError>) -> Result<Vec<T>, RecurError> {
    value.split(',').map(|v| one(v.trim())).collect()
}

fn bad(part: &'static str, value: &str, expected: &'static str) -> RecurError {
    RecurError::BadValue { part, value: value.to_owned(), expected }
}

fn number(part: &'static str, value: &str) -> Result<u32, RecurError> {
    let digits = value.bytes().all(|b| b.is_ascii_digit());
    value.parse().ok().filter(|n| digits && *n > 0).ok_or_else(|| bad(part, value, "a whole number from 1"))
}

fn scale(value: &str) -> Result<Scale, RecurError> {
    match value {
        "GREGORIAN" => Ok(Scale::Gregorian),
        "CHINESE" => Ok(Scale::Chinese),
        _ => Err(RecurError::UnsupportedValue {
            part: "RSCALE",
            value: value.to_owned(),
            instead: "GREGORIAN or CHINESE",
        }),
    }
}

fn freq(value: &str) -> Result<Freq, RecurError> {
    Ok(match value {
        "YEARLY" => Freq::Yearly,
        "MONTHLY" => Freq::Monthly,
        "WEEKLY" => Freq::Weekly,
        "DAILY" => Freq::Daily,
        _ => {
            let instead = "YEARLY, MONTHLY, WEEKLY or DAILY";
            return Err(RecurError::UnsupportedValue { part: "FREQ", value: value.to_owned(), instead });
        }
    })
}

fn skip(value: &str) -> Result<Skip, RecurError> {
    match value {
        "OMIT" => Ok(Skip::Omit),
        "FORWARD" => Ok(Skip::Forward),
        "BACKWARD" => Ok(Skip::Backward),
        _ => Err(bad("SKIP", value, "OMIT, FORWARD or BACKWARD")),
    }
}

fn until(value: &str) -> Result<Date, RecurError> {
    if value.len() > 10 && value.contains('T') {
        return Err(RecurError::UntilHasTime(value.to_owned()));
    }
    date(value).ok_or_else(|| bad("UNTIL", value, "a date such as 20261231"))
}

fn month(value: &str) -> Result<LunarMonth, RecurError> {
    let (digits, leap) = value.strip_suffix('L').map_or((value, false), |digits| (digits, true));
    let number = digits.parse().ok().filter(|n| (1..=12).contains(n) && !digits.starts_with('+'));
    let number = number.ok_or_else(|| bad("BYMONTH", value, "a month from 1 to 12, with L for a leap month"))?;
    Ok(LunarMonth { number, leap })
}

fn month_day(value: &str) -> Result<i8, RecurError> {
    let day = value.parse().ok().filter(|d: &i8| *d != 0 && (-31..=31).contains(d));
    day.ok_or_else(|| bad("BYMONTHDAY", value, "a day from 1 to 31 or from -1 to -31"))
}

fn by_day(value: &str) -> Result<ByDay, RecurError> {
    let wrong = || bad("BYDAY", value, "a weekday from MO to SU, with a number before it such as 5MO or -1MO");
    let (nth, name) = value.split_at_checked(value.len().saturating_sub(2)).ok_or_else(wrong)?;
    let weekday = weekday(name).ok_or_else(wrong)?;
    if nth.is_empty() {
        return Ok(ByDay { nth: None, weekday });
    }
    let nth = nth.parse().ok().filter(|n: &i8| *n != 0 && (-53..=53).contains(n)).ok_or_else(wrong)?;
    Ok(ByDay { nth: Some(nth), weekday })
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    })
}
