//! Working days, for deadlines: five working days from Friday 2025-09-26 is Friday 2025-10-10.
//!
//! Weekends and holidays do not count, make-up workdays do. In a year whose holidays are not published yet, Monday to
//! Friday count, and the answer is provisional: work it out again when the year is known.
use jiff::civil::Date;

use crate::holidays::Calendar;

/// A date that was worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub date: Date,
    /// A day on the way may still become a holiday or a make-up workday.
    pub provisional: bool,
}

/// A number of working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Working days, negative if the second date is before the first.
    pub days: i32,
    /// A day on the way may still become a holiday or a make-up workday.
    pub provisional: bool,
}

/// The date would lie after 9999-12-31 or before -9999-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{days} working days from {from} is beyond the calendar, which ends with the year 9999")]
pub struct TooFar {
    pub from: Date,
    pub days: i32,
}

/// The `days`-th working day after `from`. The day itself does not count: one working day after a Friday is the next
/// day that is worked. Zero gives `from` back, worked or not; a negative number counts backwards.
///
/// Takes time in proportion to `days`.
///
/// # Errors
/// [`TooFar`] if the calendar ends first.
pub fn add(from: Date, days: i32, calendar: &Calendar) -> Result<Due, TooFar> {
    let too_far = |_| TooFar { from, days };
    let mut due = Due { date: from, provisional: false };
    let mut left = days.unsigned_abs();
    while left > 0 {
        due.date = if days > 0 { due.date.tomorrow() } else { due.date.yesterday() }.map_err(too_far)?;
        due.provisional |= calendar.is_provisional(due.date);
        left -= u32::from(calendar.is_worked(due.date));
    }
    Ok(due)
}

/// Working days after `from` up to and including `until`: the inverse of [`add`]. Negative if `until` is earlier: then
/// the days before `from` down to and including `until`.
pub fn between(from: Date, until: Date, calendar: &Calendar) -> Count {
    let mut count = Count { days: 0, provisional: false };
    let forwards = until >= from;
    let mut date = from;
    while date != until {
        // `until` is a date, so that the step towards it exists.
        let Ok(next) = (if forwards { date.tomorrow() } else { date.yesterday() }) else { break };
        date = next;
        count.provisional |= calendar.is_provisional(date);
        count.days += i32::from(calendar.is_worked(date));
    }
    if !forwards {
        count.days = -count.days;
    }
    count
}
