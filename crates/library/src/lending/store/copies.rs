//! What lending asks about titles and copies that only it needs to know: who waits in which order, what stands there free.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold, on};

use crate::rules::Stands;
use crate::schema::{copies as k, titles as t};
use crate::{CopyId, TitleId};

/// Until the transaction ends nobody else changes the line of a title, or hands out its copies.
pub fn hold_title(c: &mut Conn, station: StationId, title: TitleId) -> Result<(), Fault> {
    hold!(c, t::table.find((station, title)).select(t::id))?;
    on!(c, c => t::table.find((station, title)).select(t::id).first::<TitleId>(c))?;
    Ok(())
}

/// The title of a copy, which never changes.
pub fn title_of(c: &mut Conn, station: StationId, copy: CopyId) -> Result<TitleId, Fault> {
    Ok(on!(c, c => k::table.find((station, copy)).select(k::title_id).first(c))?)
}

/// How many copies of a title are here or will be: others do not come back.
pub fn that_come_back(c: &mut Conn, station: StationId, title: TitleId) -> Result<i64, Fault> {
    let stands = [Stands::Here as i16, Stands::Repair as i16];
    let these = k::station_id.eq(station).and(k::title_id.eq(title)).and(k::stands.eq_any(stands));
    Ok(on!(c, c => k::table.filter(these).count().get_result(c))?)
}

/// When a copy was last given back.
pub fn back_at(c: &mut Conn, station: StationId, copy: CopyId) -> Result<Option<Timestamp>, Fault> {
    let at: Option<Ts> = on!(c, c => k::table.find((station, copy)).select(k::back_at).first(c))?;
    Ok(at.map(|at| at.0))
}

pub fn set_back_at(c: &mut Conn, station: StationId, copy: CopyId, at: Timestamp) -> Result<(), Fault> {
    let one = k::table.find((station, copy));
    on!(c, c => diesel::update(one).set(k::back_at.eq(Some(Ts(at)))).execute(c))?;
    Ok(())
}

#[derive(QueryableByName)]
struct Of {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    station_id: StationId,
    #[diesel(sql_type = kernel::db::types::Uid)]
    title_id: TitleId,
}

/// Somebody waits although a copy stands there: new ones came, one was found, whoever it was kept for does not want it any more.
const SERVED_LATE: &str = "SELECT DISTINCT h.station_id, h.title_id FROM library_holds h \
     JOIN copies k ON k.station_id = h.station_id AND k.title_id = h.title_id AND k.stands = 0 \
     WHERE h.copy_id IS NULL \
     AND NOT EXISTS (SELECT 1 FROM loans l WHERE l.station_id = k.station_id AND l.copy_id = k.id) \
     AND NOT EXISTS (SELECT 1 FROM library_holds o WHERE o.station_id = k.station_id AND o.copy_id = k.id)";

/// Something is put aside that is not there: it is missing, under repair, or went to another station.
const KEPT_IN_VAIN: &str = "SELECT DISTINCT h.station_id, h.title_id FROM library_holds h \
     JOIN copies k ON k.station_id = h.station_id AND k.id = h.copy_id \
     WHERE k.stands <> 0 OR EXISTS (SELECT 1 FROM loans l WHERE l.station_id = k.station_id AND l.copy_id = k.id)";

/// The titles whose lines are not as they should be.
pub fn lines_to_mend(c: &mut Conn) -> Result<Vec<(StationId, TitleId)>, Fault> {
    let mut all = vec![];
    for query in [SERVED_LATE, KEPT_IN_VAIN] {
        let rows: Vec<Of> = on!(c, c => diesel::sql_query(query).load(c))?;
        all.extend(rows.into_iter().map(|of| (of.station_id, of.title_id)));
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}
