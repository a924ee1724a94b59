//! When posts are shown: in weekly batches, so that the time of one tells nobody who wrote it.
use jiff::civil::{Date, Weekday, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

/// A batch of fewer waits for more …
const FEWEST_IN_BATCH: usize = 3;
/// … unless its oldest post has waited so long.
const LONGEST_WAIT_DAYS: i64 = 28;
/// At this hour in the station's zone, on a Monday.
const HOUR: i8 = 9;

/// The Monday of a day's week.
pub fn week_of(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().since(Weekday::Monday)).days())
}

fn instant(monday: Date, zone: &TimeZone) -> Option<Timestamp> {
    let at = monday.to_datetime(time(HOUR, 0, 0, 0)).to_zoned_datetime(zone.clone()).ok()?;
    Some(at.timestamp())
}

/// The last moment of release that has come, and its Monday.
pub fn last_release(now: Timestamp, zone: &TimeZone) -> Option<(Date, Timestamp)> {
    let this = week_of(now.to_zoned_datetime(zone.clone()).date());
    let at = |monday| instant(monday, zone).map(|at| (monday, at));
    at(this).filter(|(_, at)| *at <= now).or_else(|| at(this.saturating_sub(7.days())))
}

/// The next one.
pub fn next_release(now: Timestamp, zone: &TimeZone) -> Option<Date> {
    let this = week_of(now.to_zoned_datetime(zone.clone()).date());
    instant(this, zone).map(|at| if at > now { this } else { this.saturating_add(7.days()) })
}

/// Whether posts that were made at these instants go out with the release at `at`.
pub fn goes_now(made: &[Timestamp], at: Timestamp) -> bool {
    let long_ago = at - SignedDuration::from_hours(24 * LONGEST_WAIT_DAYS);
    !made.is_empty() && (made.len() >= FEWEST_IN_BATCH || made.iter().any(|made| *made <= long_ago))
}
