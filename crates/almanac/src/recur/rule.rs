//! A recurrence rule as data.
use jiff::civil::{Date, Weekday};

use crate::lunar::LunarMonth;

/// A rule. [`Rule::check`] says whether its parts go together; a parsed rule has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub scale: Scale,
    pub freq: Freq,
    /// Every so many years, months, weeks or days; at least 1.
    pub interval: u32,
    pub end: End,
    /// BYMONTH, empty = not given.
    pub by_month: Vec<LunarMonth>,
    /// BYMONTHDAY, empty = not given. -1 is the last day.
    pub by_month_day: Vec<i8>,
    /// BYDAY, empty = not given.
    pub by_day: Vec<ByDay>,
    /// WKST: matters to WEEKLY rules with an interval.
    pub week_start: Weekday,
    /// `None` means that the rule does not say, which counts as [`Skip::Omit`] (RFC 7529 section 4.1).
    pub skip: Option<Skip>,
}

impl Rule {
    /// A rule of that frequency without any further part.
    pub fn new(scale: Scale, freq: Freq) -> Self {
        Rule {
            scale,
            freq,
            interval: 1,
            end: End::Never,
            by_month: vec![],
            by_month_day: vec![],
            by_day: vec![],
            week_start: Weekday::Monday,
            skip: None,
        }
    }
}

/// Which calendar the months of the rule belong to (RSCALE).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scale {
    Gregorian,
    /// The traditional Chinese calendar, lunar years 1901 to 2099.
    Chinese,
}

/// FREQ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Freq {
    Yearly,
    Monthly,
    Weekly,
    Daily,
}

/// Where a rule ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    Never,
    /// After so many dates; at least 1.
    Count(u32),
    /// With that date, if it matches.
    Until(Date),
}

/// What becomes of a day or leap month that a month or year does not have (RFC 7529 section 4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Skip {
    /// It falls out.
    Omit,
    /// The first day of the next month; the regular month after the missing leap month.
    Forward,
    /// The last day of the month; the regular month that the leap month would repeat.
    Backward,
}

/// A weekday of BYDAY.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ByDay {
    /// `Some(5)` the fifth of the month or year, `Some(-1)` the last, `None` every one.
    pub nth: Option<i8>,
    pub weekday: Weekday,
}
