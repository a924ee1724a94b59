//! Facts about the use of rooms, for those who count: minutes and places, never persons.
use jiff::Timestamp;

use crate::rules::{Mode, Source, State};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;

use super::reservations::Reservation;
use super::{catalogue, claims};

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
    let data = data(c, station, r, (until, end))?;
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
    let mut data = data(c, station, r, (r.span.until, noted))?;
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

/// What is told of a use: whether somebody was seen, how much of the room it took, and whether it was the station's own.
fn data(
    c: &mut Conn,
    station: StationId,
    r: &Reservation,
    (until, end): (Timestamp, State),
) -> Result<serde_json::Value, Fault> {
    Ok(serde_json::json!({
        "venue": r.venue,
        "offering": r.offering,
        "minutes": (until - r.span.from).as_mins(),
        "people": r.group,
        "walk_in": r.source == Source::WalkIn,
        // Where nobody need say that they are there, a use that ended by itself may have been none.
        "seen": end == State::Completed && r.seen,
        "units": units(c, station, r)?,
        "for": if r.source == Source::Activity { "activity" } else { "resident" },
    }))
}

/// How many units it has. What was given back has none any more: then as many as the offering takes for such a group, of its smallest
/// place if any one will do.
fn units(c: &mut Conn, station: StationId, r: &Reservation) -> Result<usize, Fault> {
    let had = claims::units_of(c, station, r.id)?.len();
    if had > 0 {
        return Ok(had);
    }
    let all = catalogue::catalogue(c, station)?;
    let Some(offering) = all.offering_by_id(r.offering) else { return Ok(0) };
    let atoms = all.atoms.iter().filter(|atom| offering.atoms.contains(&atom.id));
    let taken = atoms.map(|atom| usize::try_from(offering.units_for(atom, r.group)).unwrap_or(0));
    Ok(match offering.mode {
        Mode::All => taken.sum(),
        Mode::AnyOne => taken.min().unwrap_or(0),
    })
}
