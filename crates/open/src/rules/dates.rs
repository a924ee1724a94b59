//! Dates and times of the W3C note (www.w3.org/TR/NOTE-datetime): 2010-01-01T00:00:00Z, and a whole day, 2010-01-01, which is a
//! day of the station.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::no::No;

/// "May not span more than 90 days."
pub const LONGEST: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Instants below this are nobody's report; both databases know all that are above.
const FIRST: Timestamp = Timestamp::constant(-2_208_988_800, 0);
/// The first day after the last that both databases and calendars agree about.
const LAST: Timestamp = Timestamp::constant(253_370_764_800, 0);

/// A stretch of time, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: Timestamp,
    pub until: Timestamp,
}

/// What was typed: when it begins, and the first instant that is no more part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Named {
    at: Timestamp,
    end: Timestamp,
}

impl Span {
    /// The days whose first instant, in `zone`, lies in it; the last one is among them.
    pub fn days(&self, zone: &TimeZone) -> (Date, Date) {
        let day = |at: Timestamp| at.to_zoned_datetime(zone.clone()).date();
        let first = day(self.from);
        let begins = first.to_zoned_datetime(zone.clone()).is_ok_and(|at| at.timestamp() >= self.from);
        let from = if begins { first } else { first.saturating_add(1.day()) };
        (from, day(self.until.checked_sub(SignedDuration::from_micros(1)).unwrap_or(self.until)))
    }
}

/// As answers have them: seconds, in the station's time.
pub fn w3c(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn named(typed: &str, zone: &TimeZone) -> Option<Named> {
    let is_day = typed.len() == 10 && typed.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let named = if is_day {
        let day: Date = typed.parse().ok()?;
        let starts = |day: Date| day.to_zoned_datetime(zone.clone()).ok().map(|z| z.timestamp());
        Named { at: starts(day)?, end: starts(day.tomorrow().ok()?)? }
    } else {
        let at: Timestamp = with_its_plus(typed).parse().ok()?;
        Named { at, end: at.checked_add(SignedDuration::from_micros(1)).ok()? }
    };
    (FIRST <= named.at && named.end < LAST).then_some(named)
}

/// In a query that is not escaped a plus means a space: 2026-06-27T12:00:00+08:00 arrives without it.
fn with_its_plus(typed: &str) -> String {
    match typed.rsplit_once(' ') {
        Some((time, offset)) if time.contains('T') => format!("{time}+{offset}"),
        _ => typed.to_owned(),
    }
}

/// An argument's name, and what was typed.
pub type Asked<'a> = (&'static str, Option<&'a str>);

/// The stretch between two arguments; with one of them 90 days from there, with none nothing.
pub fn span((from, until): (Asked<'_>, Asked<'_>), zone: &TimeZone, wrong: &mut Vec<No>) -> Option<Span> {
    let mut read = |(field, typed): Asked<'_>| match typed {
        None => Some(None),
        Some(typed) => {
            let read = named(typed, zone);
            if read.is_none() {
                wrong.push(No::NotADate(field));
            }
            read.map(Some)
        }
    };
    let (from, until) = (read(from), read(until));
    let (from, until) = (from?, until?);
    let long = |at: Timestamp, by: SignedDuration| at.checked_add(by).unwrap_or(LAST).clamp(FIRST, LAST);
    match (from, until) {
        (None, None) => None,
        (Some(from), None) => Some(Span { from: from.at, until: long(from.at, LONGEST) }),
        (None, Some(until)) => Some(Span { from: long(until.at, -LONGEST), until: until.end }),
        (Some(from), Some(until)) if from.at >= until.end => {
            wrong.push(No::DatesSwapped);
            None
        }
        (Some(from), Some(until)) if until.at.duration_since(from.at) > LONGEST => {
            wrong.push(No::SpanTooLong);
            None
        }
        (Some(from), Some(until)) => Some(Span { from: from.at, until: until.end }),
    }
}

/// The last 90 days.
pub fn recent(now: Timestamp) -> Span {
    let (from, until) = (now.checked_sub(LONGEST), now.checked_add(SignedDuration::from_micros(1)));
    Span { from: from.unwrap_or(FIRST), until: until.unwrap_or(LAST) }
}
