//! Who holds a ticket, and how they can be told something.
use diesel::prelude::*;

use crate::acts::NAME;
use crate::answers::Kept;
use crate::reach::Whom;
use crate::rules::Place;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;
use people::Phone;
use stations::Station;

// Of appointments (`booked`, which is built on this module) one thing: the number that somebody left for messages about theirs.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable};
    use kernel::db::types::Uid;
    bookings (station_id, ticket_id) {
        station_id -> BigInt,
        ticket_id -> Uid,
        phone_sealed -> Nullable<Binary>,
    }
}

/// The purpose under which that number is sealed and looked up.
pub(crate) const BOOKING_PHONE: &str = "booking-phone";

/// Whoever holds a ticket, as far as anybody knows.
pub(super) fn whom(c: &mut Conn, (house, station): (&House, &Station), kept: &Kept) -> Result<Whom, Fault> {
    let typed = kept.name_sealed.as_deref().map(|sealed| house.keys.open(NAME, sealed).map_err(Fault::broken));
    let name = match (typed.transpose()?, kept.person) {
        (Some(name), _) => Some(name),
        (None, Some(person)) => people::name_of(c, house, person)?,
        (None, None) => None,
    };
    let on_site = kept.ticket.place == Place::OnSite;
    Ok(Whom { person: kept.person, phone: left(c, (house, station), kept)?, name, on_site })
}

/// The number that was left with an appointment.
fn left(c: &mut Conn, (house, station): (&House, &Station), kept: &Kept) -> Result<Option<Phone>, Fault> {
    if kept.booked_at.is_none() {
        return Ok(None);
    }
    let row: Option<Option<Vec<u8>>> = on!(c, c => bookings::table
        .find((station.id, kept.id))
        .select(bookings::phone_sealed)
        .first(c)
        .optional())?;
    let Some(sealed) = row.flatten() else { return Ok(None) };
    Ok(house.keys.open(BOOKING_PHONE, &sealed).map_err(Fault::broken)?.parse().ok())
}
