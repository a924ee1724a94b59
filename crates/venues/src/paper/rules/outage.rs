//! For how long the program was away.
use jiff::SignedDuration;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::rules::{Span, days};
use kernel::db::types::Id;

/// What a clerk declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outage {
    pub id: Id,
    pub span: Span,
}

/// Longer than this, and a month was mistyped.
pub const LONGEST_OUTAGE: SignedDuration = SignedDuration::from_hours(24 * 31);

/// How many minutes of a span lie on each local day.
pub fn in_days(span: &Span, zone: &TimeZone) -> Vec<(Date, i64)> {
    let mut on = span.from.to_zoned_datetime(zone.clone()).date();
    let mut all = vec![];
    loop {
        let day = days(zone, on, 1);
        if let Some(part) = span.meet(&day) {
            all.push((on, part.minutes()));
        }
        match on.tomorrow() {
            Ok(next) if day.until < span.until => on = next,
            _ => return all,
        }
    }
}
