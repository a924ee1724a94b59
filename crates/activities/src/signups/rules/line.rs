//! Whom free places are offered to, and until when.
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Somebody on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiter {
    /// The smaller, the earlier.
    pub place: i32,
    pub seats: i16,
}

/// The first on the list for whom enough places are free. Whoever needs more than are free keeps their turn and is asked when
/// enough are.
pub fn first_that_fits(free: i32, line: &[Waiter]) -> Option<Waiter> {
    line.iter().filter(|w| i32::from(w.seats) <= free).min_by_key(|w| w.place).copied()
}

const USUALLY: SignedDuration = SignedDuration::from_hours(24);
const ON_THE_DAY: SignedDuration = SignedDuration::from_hours(2);

/// Until when an offer holds: a day; two hours where it is today; never longer than until it begins.
pub fn deadline(now: Timestamp, starts_at: Timestamp, zone: &TimeZone) -> Timestamp {
    let day = |at: Timestamp| at.to_zoned_datetime(zone.clone()).date();
    let long = if day(now) == day(starts_at) { ON_THE_DAY } else { USUALLY };
    (now + long).min(starts_at)
}

/// From when somebody who signed up is reminded: six in the evening of the day before.
pub fn reminds_from(starts_at: Timestamp, zone: &TimeZone) -> Timestamp {
    let day = starts_at.to_zoned_datetime(zone.clone()).date();
    let evening = day.yesterday().map(|on| on.to_datetime(Time::constant(18, 0, 0, 0)));
    let at = evening.and_then(|at| zone.to_ambiguous_timestamp(at).compatible());
    at.unwrap_or(starts_at - USUALLY)
}
