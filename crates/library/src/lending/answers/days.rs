//! Days of a station: which one it is, on which it is open, when something lent is due.
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use crate::catalogue;
use crate::lending::rules;
use crate::rules::{DueMode, Settings};

/// The day at the station.
pub fn day_of(station: &Station, at: Timestamp) -> Date {
    at.to_zoned_datetime(station.zone.clone()).date()
}

/// When a wall clock at the station shows that hour of a day.
pub fn at_hour(station: &Station, day: Date, hour: i8) -> Timestamp {
    let wall = day.at(hour, 0, 0, 0);
    station.zone.to_ambiguous_timestamp(wall).compatible().unwrap_or(Timestamp::MAX)
}

/// Whether the station opens on a day, by what is known of the calendar now.
pub fn is_open(house: &House, station: &Station) -> impl Fn(Date) -> bool {
    let (hours, calendar) = (station.hours.clone(), stations::calendar(house));
    move |day| stations::days(&hours, &calendar, day, 1).iter().any(|hours| !hours.spans.is_empty())
}

/// The day on which something that is lent on `from` has to come back.
pub fn due_on(house: &House, station: &Station, settings: &Settings, from: Date) -> Date {
    rules::due_on(from, settings.loan_days, settings.due_mode, &is_open(house, station))
}

/// The last day on which something that is put aside on `from` is kept.
pub fn kept_until(house: &House, station: &Station, settings: &Settings, from: Date) -> Date {
    rules::due_on(from, settings.hold_days, DueMode::SkipClosed, &is_open(house, station))
}

/// What the station has decided about lending; what is usual where it has not.
pub fn settings(c: &mut Conn, station: StationId) -> Result<Settings, Fault> {
    catalogue::answers::settings(c, station)
}
