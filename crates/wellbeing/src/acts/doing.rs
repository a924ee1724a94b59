//! What several acts do.
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use people::{Role, StaffAt};
use serde_json::json;
use stations::Station;

use crate::SurveyId;

/// The station's own day.
pub fn day_of(station: &Station, at: Timestamp) -> Date {
    at.to_zoned_datetime(station.zone.clone()).date()
}

/// To others the act is not there.
pub(super) fn only_managers(staff: &StaffAt) -> Result<(), Fault> {
    if staff.role >= Role::Manager { Ok(()) } else { Err(Fault::NotFound) }
}

/// The event names the survey and nothing of what was answered.
pub(super) fn record(
    c: &mut Conn,
    station: StationId,
    (id, kind): (SurveyId, &str),
    (by, now): (By, Timestamp),
) -> Result<(), Fault> {
    event::record(c, station, now, by, kind, &id.to_string(), &json!({}))?;
    Ok(())
}
