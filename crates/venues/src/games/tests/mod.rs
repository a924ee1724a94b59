//! Open games: the rules, a sentence each; then many callers at one moment, on both engines.
mod town;
mod ages;
mod spare;
mod races;
mod evenings;
mod pages;

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A time of Wednesday 24 June 2026 in Sanhe.
fn at(hour: i8, minute: i8) -> Timestamp {
    on(24, hour, minute)
}

fn on(day: i8, hour: i8, minute: i8) -> Timestamp {
    zone().to_timestamp(jiff::civil::date(2026, 6, day).at(hour, minute, 0, 0)).expect("a time")
}

fn zone() -> TimeZone {
    TimeZone::get("Asia/Shanghai").expect("the zone is known")
}
