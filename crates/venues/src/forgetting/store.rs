//! The columns of reservations that name somebody.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::ReservationId;
use crate::rules::VenueId;
use crate::schema::reservations as r;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// Where each reservation of a person is, in the order in which venues are held everywhere.
pub fn all_of(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, VenueId, ReservationId)>, Fault> {
    let mut all: Vec<(StationId, VenueId, ReservationId)> = on!(c, c => r::table
        .filter(r::person_id.eq(person))
        .select((r::station_id, r::venue_id, r::id))
        .load(c))?;
    all.sort_unstable();
    Ok(all)
}

/// Takes whoever it was out of a reservation: person, typed name, code, what they said they are.
pub fn unlink(c: &mut Conn, station: StationId, id: ReservationId) -> Result<(), Fault> {
    let nobody = (
        (r::person_id.eq(None::<PersonId>), r::guest_sealed.eq(None::<Vec<u8>>)),
        (r::code_id.eq(None::<Id>), r::favoured.eq(None::<i16>)),
    );
    on!(c, c => diesel::update(r::table.find((station, id))).set(nobody).execute(c))?;
    Ok(())
}

/// Up to `most` reservations that started before `before` and still name somebody.
pub fn linked_before(c: &mut Conn, before: Timestamp, most: i64) -> Result<Vec<(StationId, ReservationId)>, Fault> {
    // Two questions, because each has an index of its own; only links that are left are read.
    let persons: Vec<(StationId, ReservationId)> = on!(c, c => r::table
        .filter(r::person_id.is_not_null().and(r::starts_at.lt(Ts(before))))
        .limit(most)
        .select((r::station_id, r::id))
        .load(c))?;
    if !persons.is_empty() {
        return Ok(persons);
    }
    Ok(on!(c, c => r::table
        .filter(r::guest_sealed.is_not_null().and(r::starts_at.lt(Ts(before))))
        .limit(most)
        .select((r::station_id, r::id))
        .load(c))?)
}
