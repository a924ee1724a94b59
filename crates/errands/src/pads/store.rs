//! Which ticket each sheet became.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::schema::pad_numbers as p;
use crate::TicketId;
use crate::rules::LineId;
use crate::schema::tickets as t;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// A sheet's number, on its day and in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pad {
    pub day: Date,
    pub line: LineId,
    pub pad: i32,
    pub copy: i16,
}

pub fn insert(c: &mut Conn, station: StationId, pad: Pad, ticket: TicketId, now: Timestamp) -> Result<(), Fault> {
    let row = (
        (p::station_id.eq(station), p::on_day.eq(On(pad.day)), p::line_id.eq(pad.line)),
        (p::pad.eq(pad.pad), p::copy.eq(pad.copy), p::ticket_id.eq(ticket), p::typed_at.eq(Ts(now))),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

/// The numbers of the tickets that sheets with this number have become, the first first.
pub fn entered(c: &mut Conn, station: StationId, (day, line): (Date, LineId), pad: i32) -> Result<Vec<i32>, Fault> {
    Ok(on!(c, c => p::table
        .inner_join(t::table.on(t::station_id.eq(p::station_id).and(t::id.eq(p::ticket_id))))
        .filter(p::station_id.eq(station).and(p::on_day.eq(On(day))))
        .filter(p::line_id.eq(line).and(p::pad.eq(pad)))
        .order(p::copy)
        .select(t::number)
        .load(c))?)
}

/// The sheets of `day` and later, in the order of days, lines and numbers.
pub fn since(c: &mut Conn, station: StationId, day: Date) -> Result<Vec<(Pad, TicketId)>, Fault> {
    type Row = (On, LineId, i32, i16, TicketId);
    let rows: Vec<Row> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::on_day.ge(On(day))))
        .order((p::on_day, p::line_id, p::pad, p::copy))
        .select((p::on_day, p::line_id, p::pad, p::copy, p::ticket_id))
        .load(c))?;
    Ok(rows.into_iter().map(|(day, line, pad, copy, id)| (Pad { day: day.0, line, pad, copy }, id)).collect())
}
