//! Time within a made-up day: microseconds since its midnight, at China's offset.
use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

pub type Micros = i64;

const OFFSET: Offset = jiff::tz::offset(8);

pub fn since_midnight(time: Time) -> Micros {
    let seconds = i64::from(time.hour()) * 3_600 + i64::from(time.minute()) * 60 + i64::from(time.second());
    seconds * 1_000_000
}

pub fn of_minutes(minutes: f64) -> Micros {
    (minutes * 60e6) as Micros
}

/// The instant of a day's midnight.
///
/// # Errors
/// Only thousands of years from now.
pub fn midnight(day: Date) -> Result<Timestamp, jiff::Error> {
    OFFSET.to_timestamp(day.at(0, 0, 0, 0))
}

pub fn instant(midnight: Timestamp, at: Micros) -> Timestamp {
    midnight + SignedDuration::from_micros(at)
}
