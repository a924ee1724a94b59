//! Recurrence: RFC 5545 section 3.3.10 (RRULE) and RFC 7529 (RSCALE, leap months, SKIP) over civil dates.
//!
//! | part | supported |
//! | --- | --- |
//! | RSCALE | GREGORIAN (the default) and CHINESE |
//! | FREQ | YEARLY, MONTHLY, WEEKLY, DAILY |
//! | INTERVAL, COUNT, UNTIL, WKST | yes; UNTIL is a date |
//! | BYMONTH | 1 to 12, with RSCALE=CHINESE also 1L to 12L for leap months |
//! | BYMONTHDAY | 1 to 31 (lunar 30) and -1 to -31; not with WEEKLY |
//! | BYDAY | `MO`; with MONTHLY and YEARLY also `5MO` (the fifth, if there is one) and `-1MO` (the last) |
//! | SKIP | OMIT, FORWARD, BACKWARD; needs RSCALE |
//! | EXDATE, RDATE | in a [`Series`] |
//!
//! The rest (BYSETPOS, BYWEEKNO, BYYEARDAY, BYHOUR and finer, other calendars) is refused by name.
//!
//! RFC 5545 leaves open what a rule means that does not match its own start. Here the start is where to begin looking,
//! and only days that match are given.
//!
//! ```
//! use almanac::{lang::Lang, recur::Rule};
//! use jiff::civil::date;
//!
//! let eve: Rule = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1".parse()?;
//! assert_eq!(eve.describe(date(2026, 1, 1), Lang::Zh)?, "每年农历除夕（腊月最后一天）");
//! assert_eq!(eve.dates(date(2026, 1, 1))?.next(), Some(date(2026, 2, 16)));
//! # Ok::<(), almanac::recur::RecurError>(())
//! ```
mod rule;
mod check;
mod parse;
mod print;
mod scale;
mod expand;
mod dates;
mod series;
mod describe;
mod questions;

pub use check::RecurError;
pub use dates::{Dates, Ended};
pub use questions::{Asked, Choice, Question};
pub use rule::{ByDay, End, Freq, Rule, Scale, Skip};
pub use series::{Series, SeriesDates};
