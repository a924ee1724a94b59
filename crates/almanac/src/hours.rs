//! Opening hours: OpenStreetMap `opening_hours` text over the Chinese calendar.
//!
//! Texts are read, and dates, weeks and counted weekdays matched, by the `opening-hours` crate. Ours is what China
//! needs and what lets a promise at the door be kept:
//!
//! - **PH** is a day of a holiday break of the [`Calendar`](crate::holidays::Calendar). Without a PH rule a holiday is a
//!   day like any other, as in OpenStreetMap; [`Hours::mentions_holidays`] lets a form ask.
//! - A **make-up workday counts as the Friday of its week**: `Mo-Fr` applies, `Sa`, `Su` and `PH off` do not. Months,
//!   weeks and dates are those of the day itself. A counted weekday (`Sa[1]`, `Fr[-1]`) means that very day of the
//!   month, so it never applies to a make-up workday.
//! - **Hours belong to the day they start on.** A Friday's `20:00-26:00` ends on Saturday at 02:00 whatever is said
//!   about Saturday, and a Friday that is off has no small hours on Saturday either. (Evaluators that cut rules at
//!   midnight leave a closed Friday's small hours open.)
//! - What evaluators disagree on is **refused** with a hint that works: [`HoursProblem`].
//! - In a year whose holidays are not published yet, a state that depends on them is **provisional**.
//!
//! Times are minutes of wall time. Dates are 1900 to 9998; before and after, all is closed.
//!
//! ```
//! use almanac::{holidays::Calendar, hours::Hours, lang::Lang};
//! use jiff::civil::date;
//!
//! let hours = Hours::parse("Mo-Fr 08:00-22:00; Sa,Su 09:00-18:00; PH off")?;
//! let calendar = Calendar::prc();
//! assert_eq!(hours.describe(Lang::Zh), "周一至周五 08:00–22:00；周六、周日 09:00–18:00；节假日 休息");
//! // National Day lasts until the 8th, and Thursday the 9th opens at eight.
//! let opens = hours.next_change(date(2025, 10, 1).at(9, 0, 0, 0), calendar);
//! assert_eq!(opens, Some(date(2025, 10, 9).at(8, 0, 0, 0)));
//! # Ok::<(), almanac::hours::HoursProblem>(())
//! ```
mod problem;
mod scan;
mod refuse;
mod lines;
mod day;
mod block;
mod open;
mod describe;

pub use open::{Hours, State};
pub use problem::{HoursProblem, HoursWhat};
