//! In which village whoever holds a ticket lives: only if they, or a clerk for them, said so.
use diesel::prelude::*;
use jiff::civil::Date;

use crate::TicketId;
use crate::village_days::schema::ticket_villages as v;
use kernel::db::Conn;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::on;

/// Notes it, in place of what was said before.
pub fn say_village(
    c: &mut Conn,
    station: StationId,
    (ticket, day): (TicketId, Date),
    village: i64,
) -> Result<(), Fault> {
    let row = (v::station_id.eq(station), v::ticket_id.eq(ticket), v::village.eq(village), v::on_day.eq(On(day)));
    on!(c, c => diesel::insert_into(v::table)
        .values(row)
        .on_conflict((v::station_id, v::ticket_id))
        .do_update()
        .set(v::village.eq(village))
        .execute(c))?;
    Ok(())
}

pub fn lives_in(c: &mut Conn, station: StationId, ticket: TicketId) -> Result<Option<i64>, Fault> {
    Ok(on!(c, c => v::table.find((station, ticket)).select(v::village).first(c).optional())?)
}

/// Who of `tickets` said that they live in one of `villages`.
pub fn live_in(
    c: &mut Conn,
    station: StationId,
    tickets: &[TicketId],
    villages: &[i64],
) -> Result<Vec<(TicketId, i64)>, Fault> {
    Ok(on!(c, c => v::table
        .filter(v::station_id.eq(station).and(v::ticket_id.eq_any(tickets.to_vec())))
        .filter(v::village.eq_any(villages.to_vec()))
        .select((v::ticket_id, v::village))
        .load(c))?)
}

/// Forgets what was said with tickets of days before `day`.
pub fn forget_villages(c: &mut Conn, day: Date) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::delete(v::table.filter(v::on_day.lt(On(day)))).execute(c))?)
}
