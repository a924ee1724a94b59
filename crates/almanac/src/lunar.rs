//! The traditional Chinese lunisolar calendar (农历), lunar years 1901 to 2099: solar days 1901-02-19 to 2100-02-08.
//!
//! The facts come from `icu_calendar` (rules of GB/T 33661-2017) and are read once into a table of 199 years.
//! `tests/oracle.rs` compares every month of the table with an independent library.
//!
//! ```
//! use almanac::{lang::Lang, lunar::{LunarDate, LunarMonth, leap_month}};
//! use jiff::civil::date;
//!
//! let fair = LunarDate::new(2026, LunarMonth::regular(5), 13)?;
//! assert_eq!(fair.to_date(), date(2026, 6, 27));
//! assert_eq!(LunarDate::from_date(date(2026, 6, 27))?, fair);
//! assert_eq!(fair.name(Lang::Zh), "农历五月十三");
//! assert_eq!(leap_month(2028)?, Some(5));
//! # Ok::<(), almanac::lunar::LunarError>(())
//! ```
mod table;
mod date;
mod names;

pub use date::{Certainty, LunarDate, LunarError, LunarMonth, days_in_month, leap_month, next_leap};
pub use names::{animal, year_name};
pub(crate) use names::{day_name, month_name};
pub use table::{FIRST_YEAR, LAST_YEAR};
pub(crate) use table::{Year, place_of, year};

/// The first solar day that has a lunar date here: 1901-02-19, new year of lunar 1901.
pub const FIRST_DAY: jiff::civil::Date = jiff::civil::Date::constant(1901, 2, 19);
/// The last solar day that has a lunar date here: 2100-02-08, the last day of lunar 2099.
pub const LAST_DAY: jiff::civil::Date = jiff::civil::Date::constant(2100, 2, 8);
