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
    let kind = match end {
        State::Completed => "venue.used",
        State::Released => "venue.not-come",
        State::Cancelled => "venue.given-back",
        _ => return Ok(()),
    };
    let until = if end == State::Completed { r.span.until.min(at.max(r.span.from)) } else { r.span.until };
    let data = serde_json::json!({
        "venue": r.venue,
        "offering": r.offering,
        "minutes": (until - r.span.from).as_mins(),
        "people": r.group,
        "walk_in": r.source == Source::WalkIn,
    });
    let on = at.to_zoned_datetime(stations::by_id(c, station)?.zone.clone()).date();
    fact::record(c, station, house.new_id(), kind, (on, at), &data)
}
