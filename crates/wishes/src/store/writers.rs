//! Who wrote earlier versions of a wish down.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::WishId;
use crate::schema::wish_writers as t;

/// Twice is once.
pub fn add(c: &mut Conn, station: StationId, id: WishId, staff: StaffId) -> Result<(), Fault> {
    let row = (t::station_id.eq(station), t::wish_id.eq(id), t::staff_id.eq(staff));
    on!(c, c => diesel::insert_into(t::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

pub fn of_wish(c: &mut Conn, station: StationId, id: WishId) -> Result<Vec<StaffId>, Fault> {
    Ok(on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::wish_id.eq(id)))
        .order(t::staff_id)
        .select(t::staff_id)
        .load(c))?)
}

/// All of a station, each with its wish.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<(WishId, StaffId)>, Fault> {
    Ok(on!(c, c => t::table
        .filter(t::station_id.eq(station))
        .order((t::wish_id, t::staff_id))
        .select((t::wish_id, t::staff_id))
        .load(c))?)
}

pub fn remove(c: &mut Conn, station: StationId, id: WishId) -> Result<(), Fault> {
    let of_it = t::table.filter(t::station_id.eq(station).and(t::wish_id.eq(id)));
    on!(c, c => diesel::delete(of_it).execute(c))?;
    Ok(())
}
