//! Public holidays and make-up workdays (调休) of the People's Republic of China.
//!
//! The State Council publishes them one year at a time, usually in November. The built-in file `data/prc-holidays.csv`
//! holds 2007 to 2026 (`data/README.md` says where from and how it was checked); later years are imported in the same
//! form. About a year nobody has published yet the answer is [`DayKind::NotKnownYet`], never a guess.
//!
//! ```
//! use almanac::holidays::{Calendar, DayKind};
//! use jiff::civil::date;
//!
//! let calendar = Calendar::prc();
//! assert_eq!(calendar.day(date(2025, 9, 28)).kind, DayKind::MakeUpWorkday);
//! assert!(matches!(calendar.day(date(2025, 10, 1)).kind, DayKind::Holiday(name) if name.zh == "国庆节、中秋节"));
//! assert_eq!(calendar.day(date(2031, 3, 3)).kind, DayKind::NotKnownYet);
//! ```
mod file;
mod calendar;

pub use calendar::{Calendar, Day, DayKind, Merged};
pub use file::{DataError, DataProblem, Dataset, Entry, Kind, Name};
