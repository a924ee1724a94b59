//! Years and months of both calendars behind one face, so that a rule is expanded by one piece of code.
//!
//! A month is known by its place in its year, from 0; a lunar leap month has a place of its own.
use super::rule::Scale;
use crate::{
    days,
    lunar::{self, LunarMonth},
};

/// A year of one of the two calendars.
#[derive(Debug, Clone, Copy)]
pub(super) enum Year {
    Gregorian(i32),
    Chinese(lunar::Year),
}

/// Days that belong together: a month or a year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    /// Number of the first day.
    pub first: i32,
    /// How many days.
    pub days: i32,
}

impl Year {
    /// The year of that number, or `None` where the calendar ends: 9999 or lunar 2099.
    pub fn open(scale: Scale, number: i32) -> Option<Year> {
        match scale {
            Scale::Gregorian => (-9999..=9999).contains(&number).then_some(Year::Gregorian(number)),
            Scale::Chinese => Some(Year::Chinese(lunar::year(i16::try_from(number).ok()?)?)),
        }
    }

    pub fn months(self) -> u8 {
        match self {
            Year::Gregorian(_) => 12,
            Year::Chinese(year) => year.months(),
        }
    }

    pub fn span(self) -> Span {
        match self {
            Year::Gregorian(y) => Span { first: days::new_year(y), days: 365 + i32::from(days::is_leap(y)) },
            Year::Chinese(year) => Span { first: year.first, days: year.days() },
        }
    }

    pub fn month(self, place: u8) -> Span {
        match self {
            Year::Gregorian(y) => {
                const BEFORE: [i32; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
                let leap = days::is_leap(y);
                let before = |place: usize| BEFORE[place] + i32::from(leap && place > 1);
                let place = usize::from(place);
                Span { first: days::new_year(y) + before(place), days: before(place + 1) - before(place) }
            }
            Year::Chinese(year) => {
                Span { first: year.first + year.days_before(place), days: i32::from(year.days_in(place)) }
            }
        }
    }

    /// The place of a month, `None` if the year has no such leap month.
    pub fn place(self, month: LunarMonth) -> Option<u8> {
        match self {
            Year::Gregorian(_) => Some(month.number - 1),
            Year::Chinese(year) => year.place(month.number, month.leap),
        }
    }

    pub fn month_at(self, place: u8) -> LunarMonth {
        match self {
            Year::Gregorian(_) => LunarMonth::regular(place + 1),
            Year::Chinese(year) => {
                let (number, leap) = year.month_at(place);
                LunarMonth { number, leap }
            }
        }
    }
}

/// Where a day lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub year: i32,
    /// Place of the month in the year.
    pub month: u8,
    pub name: LunarMonth,
    /// From 1.
    pub day: u8,
    pub days_in_month: u8,
}

/// The place of a day, `None` outside the calendar.
pub(super) fn place_of(scale: Scale, day: i32) -> Option<Place> {
    match scale {
        Scale::Gregorian => {
            let date = days::date(day)?;
            let month = date.month().unsigned_abs();
            Some(Place {
                year: i32::from(date.year()),
                month: month - 1,
                name: LunarMonth::regular(month),
                day: date.day().unsigned_abs(),
                days_in_month: date.days_in_month().unsigned_abs(),
            })
        }
        Scale::Chinese => {
            let (year, row, month, day) = lunar::place_of(day)?;
            let (number, leap) = row.month_at(month);
            let days_in_month = row.days_in(month);
            Some(Place { year: i32::from(year), month, name: LunarMonth { number, leap }, day, days_in_month })
        }
    }
}
