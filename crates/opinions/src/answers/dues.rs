//! Until when something is owed, and until when whoever left an opinion may still speak.
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use crate::rules::{self, Clocks, Due, State};
use crate::store::Kept;

/// The day at the station.
pub(crate) fn day_of(station: &Station, at: Timestamp) -> Date {
    stations::wall(at, &station.zone).date()
}

/// What is owed next.
pub(crate) fn due_of(
    house: &House,
    station: &Station,
    kept: &Kept,
    clocks: Clocks,
    now: Timestamp,
) -> Result<Due, Fault> {
    owed(house, station, (kept.state, kept.received_on, kept.answered_on), clocks, now)
}

/// The same of one that stands so, came then and was answered then.
pub(super) fn owed(
    house: &House,
    station: &Station,
    stands: (State, Date, Option<Date>),
    clocks: Clocks,
    now: Timestamp,
) -> Result<Due, Fault> {
    rules::due(stands, clocks, day_of(station, now), &stations::calendar(house)).map_err(Fault::broken)
}

/// Until the end of which day an answer waits for an echo.
pub(super) fn speak_until(house: &House, kept: &Kept) -> Result<Option<Date>, Fault> {
    let waits = kept.answered_on.filter(|_| kept.state == State::Answered);
    waits.map(|on| rules::silent_after(on, &stations::calendar(house))).transpose().map_err(Fault::broken)
}
