//! 代办: who comes with a ticket for somebody else.
use diesel::prelude::*;
use jiff::civil::Date;

use crate::TicketId;
use crate::schema::ticket_carriers as k;
use kernel::db::Conn;
use kernel::db::types::{Id, On, StationId};
use kernel::fault::Fault;
use kernel::on;

/// Notes who comes with the ticket of `day`, and under which consent.
pub fn carry(
    c: &mut Conn,
    station: StationId,
    (ticket, day): (TicketId, Date),
    (consent, name_sealed): (Id, &[u8]),
) -> Result<(), Fault> {
    let row = (
        (k::station_id.eq(station), k::ticket_id.eq(ticket), k::consent_id.eq(consent)),
        (k::name_sealed.eq(name_sealed), k::on_day.eq(On(day))),
    );
    on!(c, c => diesel::insert_into(k::table).values(row).execute(c))?;
    Ok(())
}

/// The sealed name of whoever comes with the ticket for its holder, if somebody does.
pub fn carried_by(c: &mut Conn, station: StationId, ticket: TicketId) -> Result<Option<Vec<u8>>, Fault> {
    let name: Option<Option<Vec<u8>>> =
        on!(c, c => k::table.find((station, ticket)).select(k::name_sealed).first(c).optional())?;
    Ok(name.flatten())
}

/// The tickets of `day` that are carried under one consent.
pub fn carried_under(c: &mut Conn, station: StationId, consent: Id, day: Date) -> Result<Vec<TicketId>, Fault> {
    Ok(on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::consent_id.eq(consent)).and(k::on_day.eq(On(day))))
        .order(k::ticket_id)
        .select(k::ticket_id)
        .load(c))?)
}

/// Takes the names out of what was carried under one consent.
pub fn forget_carriers_of(c: &mut Conn, station: StationId, consent: Id) -> Result<(), Fault> {
    let theirs = k::table.filter(k::station_id.eq(station).and(k::consent_id.eq(consent)));
    on!(c, c => diesel::update(theirs).set(k::name_sealed.eq(None::<Vec<u8>>)).execute(c))?;
    Ok(())
}

/// Takes out who came with tickets of days before `day`.
pub fn forget_carriers(c: &mut Conn, day: Date) -> Result<usize, Fault> {
    let old = k::table.filter(k::on_day.lt(On(day)).and(k::name_sealed.is_not_null()));
    Ok(on!(c, c => diesel::update(old).set(k::name_sealed.eq(None::<Vec<u8>>)).execute(c))?)
}
