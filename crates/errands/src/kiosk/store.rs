//! One row for a station that has a kiosk.
use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::kiosk_links as k;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

/// Whether this is the station's secret.
pub fn opens(c: &mut Conn, station: StationId, secret_hash: &[u8]) -> Result<bool, Fault> {
    let one = k::station_id.eq(station).and(k::secret_hash.eq(secret_hash));
    let found: Option<StationId> = on!(c, c => k::table.filter(one).select(k::station_id).first(c).optional())?;
    Ok(found.is_some())
}

/// Since when the station's link holds, if it has one.
pub fn since(c: &mut Conn, station: StationId) -> Result<Option<Timestamp>, Fault> {
    let at: Option<Ts> = on!(c, c => k::table.find(station).select(k::made_at).first(c).optional())?;
    Ok(at.map(|at| at.0))
}

pub fn set(
    c: &mut Conn,
    station: StationId,
    secret_hash: &[u8],
    (staff, now): (Option<StaffId>, Timestamp),
) -> Result<(), Fault> {
    let all = (k::secret_hash.eq(secret_hash), k::made_by.eq(staff.map(|staff| staff.0)), k::made_at.eq(Ts(now)));
    on!(c, c => diesel::insert_into(k::table)
        .values((k::station_id.eq(station), all))
        .on_conflict(k::station_id)
        .do_update()
        .set(all)
        .execute(c))?;
    Ok(())
}

/// Whether there was one.
pub fn remove(c: &mut Conn, station: StationId) -> Result<bool, Fault> {
    Ok(on!(c, c => diesel::delete(k::table.find(station)).execute(c))? > 0)
}
