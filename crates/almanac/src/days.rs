//! Days as numbers: day 1 is Monday 0001-01-01 of the proleptic Gregorian calendar (the *rata die* of Reingold and
//! Dershowitz, "Calendrical Calculations", which `icu_calendar` counts by as well).
//!
//! Recurrence, the lunar table and opening hours step over many days; a number is added to and compared in a
//! nanosecond, a civil date is not.
use jiff::civil::{Date, DateTime, Weekday};

/// Days in 400 Gregorian years.
pub(crate) const CYCLE: i32 = 146_097;

/// The number of a date.
pub(crate) fn number(date: Date) -> i32 {
    new_year(i32::from(date.year())) + i32::from(date.day_of_year()) - 1
}

/// The number of 1 January.
pub(crate) fn new_year(year: i32) -> i32 {
    let before = year - 1;
    365 * before + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400) + 1
}

/// The Gregorian year that day `number` lies in.
pub(crate) fn year_of(number: i32) -> i32 {
    // A mean year is 146097/400 days, so that the first guess is off by one at most.
    let guess = i32::try_from((i64::from(number) * 400).div_euclid(i64::from(CYCLE))).unwrap_or(0) + 1;
    if number < new_year(guess) {
        guess - 1
    } else if number >= new_year(guess + 1) {
        guess + 1
    } else {
        guess
    }
}

/// The date of a number, or `None` outside the years -9999 to 9999 that `jiff` holds.
pub(crate) fn date(number: i32) -> Option<Date> {
    let year = year_of(number);
    let of_year = number - new_year(year);
    let leap = is_leap(year);
    // A guess that is never more than one month short; the table corrects it.
    let mut month = (of_year / 31).clamp(0, 11) as usize;
    while month < 11 && of_year >= first_of_month(month + 1, leap) {
        month += 1;
    }
    let day = of_year - first_of_month(month, leap) + 1;
    Date::new(i16::try_from(year).ok()?, month as i8 + 1, day as i8).ok()
}

/// 0 = Monday to 6 = Sunday.
pub(crate) fn weekday(number: i32) -> u8 {
    (number - 1).rem_euclid(7) as u8
}

/// 0 = Monday to 6 = Sunday.
pub(crate) fn place_in_week(day: Weekday) -> u8 {
    day.to_monday_zero_offset().unsigned_abs()
}

/// Whole minutes since midnight of day 0; seconds are dropped.
pub(crate) fn minutes(at: DateTime) -> i64 {
    i64::from(number(at.date())) * DAY + i64::from(at.hour()) * 60 + i64::from(at.minute())
}

/// The inverse of [`minutes`].
pub(crate) fn datetime(minutes: i64) -> Option<DateTime> {
    let of_day = minutes.rem_euclid(DAY);
    let day = date(i32::try_from(minutes.div_euclid(DAY)).ok()?)?;
    Some(day.at((of_day / 60) as i8, (of_day % 60) as i8, 0, 0))
}

/// Minutes in a day.
pub(crate) const DAY: i64 = 1_440;

pub(crate) fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days of the year before the first of `month` (0 = January).
fn first_of_month(month: usize, leap: bool) -> i32 {
    const COMMON: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    COMMON[month] + i32::from(leap && month > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_twelve_centuries_comes_back_from_its_number() {
        let mut day = jiff::civil::date(1600, 1, 1);
        let mut n = number(day);
        while day.year() < 2800 {
            assert_eq!((number(day), date(n), year_of(n)), (n, Some(day), i32::from(day.year())));
            assert_eq!(weekday(n), place_in_week(day.weekday()));
            day = day.tomorrow().unwrap();
            n += 1;
        }
    }

    #[test]
    fn the_ends_of_the_calendar_hold() {
        for day in [Date::MIN, Date::MAX] {
            assert_eq!(date(number(day)), Some(day));
        }
        assert_eq!(date(number(Date::MAX) + 1), None);
        assert_eq!(date(number(Date::MIN) - 1), None);
    }
}
