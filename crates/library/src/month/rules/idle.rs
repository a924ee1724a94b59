//! What has stood on a shelf for a year and nobody has taken.
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::rules::Stands;

/// So long something may stand before it is told.
const MONTHS: i64 = 12;

/// A copy, as far as this has to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub stands: Stands,
    /// Somebody has it, or it waits at the counter for somebody.
    pub elsewhere: bool,
    pub added_on: Date,
    pub last_lent_on: Option<Date>,
}

/// What came and was lent last before this day has stood for a year.
pub fn idle_before(today: Date) -> Date {
    today.saturating_sub(MONTHS.months())
}

/// A copy that came in the last year has not had its year yet.
pub fn is_idle(copy: &Standing, before: Date) -> bool {
    copy.stands == Stands::Here
        && !copy.elsewhere
        && copy.added_on < before
        && copy.last_lent_on.is_none_or(|on| on < before)
}
