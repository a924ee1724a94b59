//! Which stations have a reading room, and holding two of them.
use std::collections::BTreeSet;

use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::{hold, on};

use crate::TitleId;
use crate::schema::{library_holds as h, library_settings as s, library_shelves as sh, titles as ti};

/// Those of `stations` that have a shelf.
pub fn with_shelves(c: &mut Conn, stations: &[StationId]) -> Result<BTreeSet<StationId>, Fault> {
    let keys: Vec<i64> = stations.iter().map(|one| one.0).collect();
    let rows: Vec<StationId> = on!(c, c => sh::table
        .filter(sh::station_id.eq_any(&keys))
        .select(sh::station_id)
        .distinct()
        .load(c))?;
    Ok(rows.into_iter().collect())
}

/// Two at once are held in the order of their keys, whoever sends and whoever takes in: so no two transfers wait for each other.
pub fn hold_both(c: &mut Conn, (one, other): (StationId, StationId)) -> Result<(), Fault> {
    Ok(hold!(c, s::table.filter(s::station_id.eq_any([one.0, other.0])).order(s::station_id).select(s::station_id))?)
}

/// Nobody else asks for a copy of it until the transaction ends.
pub fn hold_title(c: &mut Conn, station: StationId, title: TitleId) -> Result<(), Fault> {
    Ok(hold!(c, ti::table.find((station, title)).select(ti::id))?)
}

/// So many readers of the station wait for a title and have nothing put aside for them.
pub fn waiting(c: &mut Conn, station: StationId, title: TitleId) -> Result<i64, Fault> {
    let waiting = h::table.filter(h::station_id.eq(station).and(h::title_id.eq(title)).and(h::copy_id.is_null()));
    Ok(on!(c, c => waiting.count().get_result(c))?)
}
