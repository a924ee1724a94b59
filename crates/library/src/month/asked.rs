//! Which month, and which shelf, is asked for.
use jiff::civil::Date;
use kernel::form::Problems;
use serde::Deserialize;

use super::rules;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MonthAsked {
    /// 2026-05
    pub month: String,
}

impl MonthAsked {
    /// The first day of the month.
    pub fn checked(&self, today: Date) -> Result<Date, Problems> {
        let mut p = Problems::default();
        let month = p.take("month", rules::month(self.month.trim(), today).ok_or(()), "library-month-wrong");
        p.or_else_all(month)
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IdleAsked {
    /// Its code.
    pub shelf: String,
}
