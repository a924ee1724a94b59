//! The places of a time, and the numbers of its list. Each is given by one statement, so that a path that forgets to hold the time
//! still gives no place twice.
use diesel::prelude::*;

use crate::OccurrenceId;
use crate::schema::occurrences as o;
use kernel::db::Conn;
use kernel::db::literal::Fixed;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

/// Takes `seats` places with the next number, if so many are free.
pub fn take(c: &mut Conn, station: StationId, id: OccurrenceId, seats: i16) -> Result<Option<i32>, Fault> {
    let n = i32::from(seats);
    let free = o::capacity.is_null().or((o::taken + n).nullable().le(o::capacity));
    Ok(on!(c, c => Fixed(
        diesel::update(o::table.filter(o::station_id.eq(station).and(o::id.eq(id))).filter(free))
            .set((o::taken.eq(o::taken + n), o::lined.eq(o::lined + 1)))
            .returning(o::lined)
    ).get_result::<i32>(c).optional())?)
}

/// The next number alone: the end of the list, or an entry of the draw.
pub fn line_up(c: &mut Conn, station: StationId, id: OccurrenceId) -> Result<i32, Fault> {
    Ok(on!(c, c => Fixed(
        diesel::update(o::table.find((station, id))).set(o::lined.eq(o::lined + 1)).returning(o::lined)
    ).get_result::<i32>(c))?)
}

/// Takes places for somebody who has a number already; `false` if fewer are free.
pub fn reserve(c: &mut Conn, station: StationId, id: OccurrenceId, seats: i16) -> Result<bool, Fault> {
    let n = i32::from(seats);
    let free = o::capacity.is_null().or((o::taken + n).nullable().le(o::capacity));
    let one = o::table.filter(o::station_id.eq(station).and(o::id.eq(id))).filter(free);
    Ok(on!(c, c => diesel::update(one).set(o::taken.eq(o::taken + n)).execute(c))? > 0)
}

pub fn give_back(c: &mut Conn, station: StationId, id: OccurrenceId, seats: i16) -> Result<(), Fault> {
    let n = i32::from(seats);
    on!(c, c => diesel::update(o::table.find((station, id))).set(o::taken.eq(o::taken - n)).execute(c))?;
    Ok(())
}

/// Nobody has a place any more: it was called off.
pub fn empty(c: &mut Conn, station: StationId, id: OccurrenceId) -> Result<(), Fault> {
    on!(c, c => diesel::update(o::table.find((station, id))).set(o::taken.eq(0)).execute(c))?;
    Ok(())
}
