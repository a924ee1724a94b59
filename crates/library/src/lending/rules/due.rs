//! On which day something is due, and since when it is over.
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::rules::DueMode;

/// An open day is looked for among so many; a station that is closed for longer takes things back by the calendar.
pub const LOOKED_FOR: i16 = 60;

/// The day on which something lent on `from` is due. `open` says whether the station is open on a day.
pub fn due_on(from: Date, days: i16, mode: DueMode, open: &dyn Fn(Date) -> bool) -> Date {
    let calendar = after(from, days);
    match mode {
        DueMode::Calendar => calendar,
        DueMode::NextOpenDay => next_open(calendar, open).unwrap_or(calendar),
        DueMode::SkipClosed => nth_open(from, days, open).unwrap_or(calendar),
    }
}

fn after(from: Date, days: i16) -> Date {
    from.saturating_add(i64::from(days).days())
}

/// The first open day from `from` on.
fn next_open(from: Date, open: &dyn Fn(Date) -> bool) -> Option<Date> {
    (0..=LOOKED_FOR).map(|n| after(from, n)).find(|day| open(*day))
}

/// The `n`th open day after `from`.
fn nth_open(from: Date, n: i16, open: &dyn Fn(Date) -> bool) -> Option<Date> {
    let mut day = from;
    for _ in 0..n {
        day = next_open(after(day, 1), open)?;
    }
    Some(day)
}

/// The day on which the oldest thing was due for which a reader gets nothing more. `due` are the days of all that they have.
pub fn shut_out(due: &[Date], block_days: Option<i16>, today: Date) -> Option<Date> {
    let oldest = due.iter().copied().min()?;
    let over = (today - oldest).get_days();
    (over > 0 && over >= i32::from(block_days?)).then_some(oldest)
}
