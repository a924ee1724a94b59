//! Facts about the use of rooms, for those who count: minutes and places, never persons.
use jiff::Timestamp;

use crate::rules::{Source, State};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;

use super::reservations::Reservation;

/// Notes how a reservation ended, if it says something about the room: it was used, nobody came, it was given back.
pub fn note_end(
    c: &mut Conn,
    house: &House,
    station: StationId,
    r: &Reservation,
    end: State,
    at: Timestamp,
) -> Result<(), Fault> {
    let Some(kind) = kind_of(end) else { return Ok(()) };
    let until = if end == State::Completed { r.span.until.min(at.max(r.span.from)) } else { r.span.until };
    let data = data(r, until);
    let on = at.to_zoned_datetime(stations::by_id(c, station)?.zone.clone()).date();
    fact::record(c, station, house.new_id(), kind, (on, at), &data)
}

/// Takes back what was noted of an end that turned out to have been another: whoever counts leaves out one of that kind.
pub fn note_not_so(
    c: &mut Conn,
    house: &House,
    station: StationId,
    r: &Reservation,
    (noted, at): (State, Timestamp),
) -> Result<(), Fault> {
    let Some(kind) = kind_of(noted) else { return Ok(()) };
    let mut data = data(r, r.span.until);
    data["was"] = kind.into();
    // On the day on which it was noted: when it ended, or, of what was typed in afterwards, when its time was over.
    let noted_at = r.changed_at.min(r.span.until);
    let on = noted_at.to_zoned_datetime(stations::by_id(c, station)?.zone.clone()).date();
    fact::record(c, station, house.new_id(), "venue.not-so", (on, at), &data)
}

/// Which fact an end is.
fn kind_of(end: State) -> Option<&'static str> {
    match end {
        State::Completed => Some("venue.used"),
        State::Released => Some("venue.not-come"),
        State::Cancelled => Some("venue.given-back"),
        State::Held | State::Confirmed | State::CheckedIn | State::Expired => None,
    }
}

fn data(r: &Reservation, until: Timestamp) -> serde_json::Value {
    serde_json::json!({
        "venue": r.venue,
        "offering": r.offering,
        "minutes": (until - r.span.from).as_mins(),
        "people": r.group,
        "walk_in": r.source == Source::WalkIn,
    })
}
