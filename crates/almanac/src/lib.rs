//! The dates people live by in China: the lunar calendar, recurrence, public holidays and make-up workdays,
//! working days and opening hours.
//!
//! Pure: no input or output, no clock of its own. Dates and times are [`jiff::civil`] values, that is wall time at
//! the place in question, without a time zone. Whoever has an instant converts it first.
//!
//! Three answers, never two: what depends on a year whose holidays are not published yet is marked *provisional*
//! ([`holidays`], [`workdays`], [`hours`]), and lunar dates so far ahead that the astronomers may still move them by
//! a day say so ([`lunar::Certainty`]).
//!
//! ```
//! use almanac::{holidays::Calendar, hours::Hours, lang::Lang, lunar::LunarDate, recur::Rule, workdays};
//! use jiff::civil::date;
//!
//! let fair: Rule = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13".parse()?;
//! let next = fair.dates(date(2026, 1, 1))?.next();
//! assert_eq!(next, Some(date(2026, 6, 27)));
//! assert_eq!(LunarDate::from_date(date(2026, 6, 27))?.name(Lang::Zh), "农历五月十三");
//!
//! let calendar = Calendar::prc();
//! assert_eq!(workdays::add(date(2025, 9, 26), 5, calendar)?.date, date(2025, 10, 10));
//!
//! let hours = Hours::parse("Mo-Fr 08:00-22:00; PH off")?;
//! assert!(hours.state_at(date(2025, 9, 28).at(9, 0, 0, 0), calendar).open, "a make-up Sunday is a workday");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
mod days;
pub mod lang;
pub mod lunar;
pub mod recur;
pub mod holidays;
pub mod workdays;
pub mod hours;

/// Keeps the example of the README true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
