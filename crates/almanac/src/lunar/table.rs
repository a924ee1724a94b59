//! 199 lunar years, read once from `icu_calendar`. A conversion is then a look at one row of twelve bytes.
use std::sync::LazyLock;

use icu_calendar::{Date as IcuDate, cal::ChineseTraditional, types::Month};

use crate::days;

/// The first lunar year of the table.
pub const FIRST_YEAR: i16 = 1901;
/// The last lunar year of the table.
pub const LAST_YEAR: i16 = 2099;

/// One lunar year. Months are counted by place: 0 is the first month, and a leap month takes a place of its own after
/// the month whose number it repeats.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Year {
    /// Number of the day of lunar new year.
    pub first: i32,
    /// Bit p is set if the month at place p has 30 days rather than 29.
    long: u16,
    /// The number that is repeated by the leap month, 0 = none.
    pub leap: u8,
}

impl Year {
    /// 12, or 13 with a leap month.
    pub fn months(self) -> u8 {
        12 + u8::from(self.leap != 0)
    }

    /// Days in the month at `place`: 29 or 30.
    pub fn days_in(self, place: u8) -> u8 {
        29 + (self.long >> place & 1) as u8
    }

    /// Days of the year before the month at `place`. `place` may be one past the last: then the days of the year.
    pub fn days_before(self, place: u8) -> i32 {
        let long = self.long & ((1 << place) - 1);
        29 * i32::from(place) + long.count_ones() as i32
    }

    /// The place of a month, or `None` if the year has no such leap month.
    pub fn place(self, month: u8, leap: bool) -> Option<u8> {
        match (leap, self.leap) {
            (true, l) if l == month && l != 0 => Some(month),
            (true, _) => None,
            (false, l) if l != 0 && month > l => Some(month),
            (false, _) => Some(month - 1),
        }
    }

    /// The month number and leap flag at `place`.
    pub fn month_at(self, place: u8) -> (u8, bool) {
        if self.leap == 0 || place < self.leap { (place + 1, false) } else { (place, place == self.leap) }
    }

    pub fn days(self) -> i32 {
        self.days_before(self.months())
    }
}

static YEARS: LazyLock<Vec<Year>> = LazyLock::new(|| (FIRST_YEAR..=LAST_YEAR).map(read).collect());

/// The year, or `None` outside 1901 to 2099.
pub(crate) fn year(number: i16) -> Option<Year> {
    YEARS.get(usize::try_from(number.checked_sub(FIRST_YEAR)?).ok()?).copied()
}

/// Year, month place and day (from 1) of a day number, or `None` outside the table.
pub(crate) fn place_of(day: i32) -> Option<(i16, Year, u8, u8)> {
    let mut number = i16::try_from(days::year_of(day)).ok()?;
    if number > LAST_YEAR || year(number).is_some_and(|y| day < y.first) {
        number -= 1;
    }
    let row = year(number)?;
    let of_year = day - row.first;
    if of_year < 0 || of_year >= row.days() {
        return None;
    }
    // Months have 29 or 30 days: after 30ths, the guess is at most one place short.
    let mut place = (of_year / 30) as u8;
    if of_year >= row.days_before(place + 1) {
        place += 1;
    }
    Some((number, row, place, (of_year - row.days_before(place)) as u8 + 1))
}

fn read(number: i16) -> Year {
    let at = |number, month| {
        IcuDate::try_new_chinese_traditional(i32::from(number), month, 1)
            .expect("every year of the table has a first month")
    };
    let start = |date: &IcuDate<ChineseTraditional>| date.to_rata_die().to_i64_date() as i32;
    let mut row = Year { first: start(&at(number, Month::new(1))), long: 0, leap: 0 };
    let mut place = 0;
    for month in 1..=12 {
        let regular = at(number, Month::new(month));
        row.long |= u16::from(regular.days_in_month() == 30) << place;
        place += 1;
        if let Ok(again) = IcuDate::try_new_chinese_traditional(i32::from(number), Month::leap(month), 1) {
            row.leap = month;
            row.long |= u16::from(again.days_in_month() == 30) << place;
            place += 1;
        }
    }
    row
}
