//! What a person is told about a reservation that somebody else has decided about.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use stations::Station;

use crate::store::Reservation;

/// What became of it.
#[derive(Debug, Clone, Copy)]
pub enum News<'a> {
    /// The room is closed then, for this reason.
    Closed(&'a str),
    /// The station gave it back.
    Cancelled,
    Approved,
    Declined,
}

impl News<'_> {
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            News::Closed(_) => ("reservation-closed", "venues-message-closed"),
            News::Cancelled => ("reservation-cancelled", "venues-message-cancelled"),
            News::Approved => ("reservation-approved", "venues-message-approved"),
            News::Declined => ("reservation-declined", "venues-message-declined"),
        }
    }
}

/// Writes the message, if there is a phone. Those without one stay on the list of whom the desk calls.
pub fn about(
    c: &mut Conn,
    house: &House,
    station: &Station,
    v: &View,
    reservation: &Reservation,
    news: News<'_>,
) -> Result<(), Fault> {
    let Some(person) = reservation.person else { return Ok(()) };
    let Some(phone) = people::phone_of(c, house, person)? else { return Ok(()) };
    let (kind, key) = news.keys();
    let when = v.when(&station.zone).day_and_times(reservation.span.from, reservation.span.until);
    let reason = if let News::Closed(reason) = news { reason } else { "" };
    let text = v.ta(key, &[("station", station.name(v).into()), ("when", when.into()), ("reason", reason.into())]);
    outbox::post(c, house, station.id, kind, (phone.full(), &text), house.now())?;
    Ok(())
}
