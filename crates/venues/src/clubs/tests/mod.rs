//! Clubs: the rules, a sentence each; then what happens to one, and many callers at one moment, on both engines.
mod town;
mod rules;
mod lives;
mod meetings;
mod hidings;
mod races;
mod pages;

use jiff::Timestamp;

/// A time of June 2026 in Sanhe; the 24th is a Wednesday.
fn on(day: i8, hour: i8, minute: i8) -> Timestamp {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").expect("the zone is known");
    zone.to_timestamp(jiff::civil::date(2026, 6, day).at(hour, minute, 0, 0)).expect("a time")
}
