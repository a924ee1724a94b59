//! Which month is asked for, and which there are to choose from.
use jiff::ToSpan as _;
use jiff::civil::Date;

/// So many months can be chosen.
const SHOWN: i64 = 12;

/// This month and those before it, the newest first.
pub fn months(today: Date) -> Vec<Date> {
    (0..SHOWN).map(|n| today.first_of_month().saturating_sub(n.months())).collect()
}

/// The first day of the month that `2026-06` names, if it has begun; this month without one.
pub fn month(asked: &str, today: Date) -> Option<Date> {
    let this = today.first_of_month();
    if asked.is_empty() {
        return Some(this);
    }
    let month: Date = format!("{asked}-01").parse().ok()?;
    (month <= this).then_some(month)
}

/// 2026-06, as addresses have it.
pub fn name(month: Date) -> String {
    month.strftime("%Y-%m").to_string()
}
