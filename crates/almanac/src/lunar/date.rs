//! A lunar date and its way to and from the solar calendar.
use jiff::civil::Date;

use super::table::{self, FIRST_YEAR, LAST_YEAR};
use crate::days;

/// A month of a lunar year. A leap month repeats the number of the month before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct LunarMonth {
    /// 1 to 12.
    pub number: u8,
    /// Whether it is the leap month (闰月) of that number.
    pub leap: bool,
}

impl LunarMonth {
    /// The regular month of that number.
    pub const fn regular(number: u8) -> Self {
        LunarMonth { number, leap: false }
    }

    /// The leap month of that number.
    pub const fn leap(number: u8) -> Self {
        LunarMonth { number, leap: true }
    }
}

/// A day of the lunar calendar that exists, within lunar years 1901 to 2099. Ordered as the days are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct LunarDate {
    year: i16,
    month: LunarMonth,
    day: u8,
}

/// How sure a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Checked against independent tables.
    Certain,
    /// After 2056: new moons within two minutes of midnight (2057-09, 2089-09, 2097-08) may still move a month by a
    /// day once the rotation of the Earth is known better.
    MayDifferByADay,
}

/// Why there is no such lunar date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LunarError {
    /// The solar date is outside what the table holds.
    #[error("{0} has no lunar date here: the lunar calendar reaches from 1901-02-19 to 2100-02-08")]
    DateOutOfRange(Date),
    /// The lunar year is outside the table.
    #[error("lunar year {0} is out of range: the lunar calendar reaches from 1901 to 2099")]
    YearOutOfRange(i16),
    /// Not a month number.
    #[error("there is no lunar month {0}: months are 1 to 12")]
    NoSuchMonth(u8),
    /// The year has no leap month of that number.
    #[error("lunar year {year} has no leap month {month}")]
    NoSuchLeapMonth { year: i16, month: u8 },
    /// The day is 0 or beyond the end of the month.
    #[error("lunar month {month} of {year} has {days} days, not {day}")]
    NoSuchDay { year: i16, month: u8, day: u8, days: u8 },
}

impl LunarDate {
    /// The date of that name.
    ///
    /// # Errors
    /// The year is out of range, the year has no such month, or the month has no such day.
    pub fn new(year: i16, month: LunarMonth, day: u8) -> Result<Self, LunarError> {
        let days = days_in_month(year, month)?;
        if !(1..=days).contains(&day) {
            return Err(LunarError::NoSuchDay { year, month: month.number, day, days });
        }
        Ok(LunarDate { year, month, day })
    }

    /// The lunar date of a solar day.
    ///
    /// # Errors
    /// [`LunarError::DateOutOfRange`] outside 1901-02-19 to 2100-02-08.
    pub fn from_date(date: Date) -> Result<Self, LunarError> {
        let (year, row, place, day) = table::place_of(days::number(date)).ok_or(LunarError::DateOutOfRange(date))?;
        let (number, leap) = row.month_at(place);
        Ok(LunarDate { year, month: LunarMonth { number, leap }, day })
    }

    /// The solar day of this date.
    pub fn to_date(self) -> Date {
        let number = table::year(self.year).and_then(|row| {
            let place = row.place(self.month.number, self.month.leap)?;
            Some(row.first + row.days_before(place) + i32::from(self.day) - 1)
        });
        number.and_then(days::date).expect("a LunarDate exists by construction")
    }

    /// The Gregorian year in which the lunar year starts, 1901 to 2099.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month.
    pub fn month(self) -> LunarMonth {
        self.month
    }

    /// The day of the month, 1 to 30.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Whether it is 除夕, the last day of the twelfth month. It is 腊月三十 in long years and 腊月廿九 in short ones.
    pub fn is_new_years_eve(self) -> bool {
        self.month == LunarMonth::regular(12) && days_in_month(self.year, self.month) == Ok(self.day)
    }

    /// How sure this date is.
    pub fn certainty(self) -> Certainty {
        if self.to_date().year() > 2056 { Certainty::MayDifferByADay } else { Certainty::Certain }
    }
}

/// Days in a lunar month: 29 or 30.
///
/// # Errors
/// The year is out of range, or it has no such month.
pub fn days_in_month(year: i16, month: LunarMonth) -> Result<u8, LunarError> {
    let row = table::year(year).ok_or(LunarError::YearOutOfRange(year))?;
    if !(1..=12).contains(&month.number) {
        return Err(LunarError::NoSuchMonth(month.number));
    }
    let place = row.place(month.number, month.leap).ok_or(LunarError::NoSuchLeapMonth { year, month: month.number })?;
    Ok(row.days_in(place))
}

/// The number that the leap month of a year repeats, `None` in a year without one.
///
/// # Errors
/// [`LunarError::YearOutOfRange`].
pub fn leap_month(year: i16) -> Result<Option<u8>, LunarError> {
    let row = table::year(year).ok_or(LunarError::YearOutOfRange(year))?;
    Ok((row.leap != 0).then_some(row.leap))
}

/// The first lunar year from `year` on, up to 2099, that has a leap month of that number.
pub fn next_leap(month: u8, year: i16) -> Option<i16> {
    (year.max(FIRST_YEAR)..=LAST_YEAR).find(|&y| table::year(y).is_some_and(|row| row.leap == month && month != 0))
}
