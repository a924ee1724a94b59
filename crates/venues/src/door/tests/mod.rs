//! At the door, told on every engine there is.
mod town;
mod rules;
mod arrivals;
mod codes;
mod locks;
mod pages;

use jiff::Timestamp;

/// A time of 24 June 2026 in Sanhe.
fn at(hour: i8, minute: i8) -> Timestamp {
    on(24, hour, minute)
}

fn on(day: i8, hour: i8, minute: i8) -> Timestamp {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").expect("the zone is known");
    zone.to_timestamp(jiff::civil::date(2026, 6, day).at(hour, minute, 0, 0)).expect("a time")
}
