//! Many copies at once, as a walk needs them: a shelf has hundreds, a room thousands.
use std::collections::BTreeSet;

use diesel::prelude::*;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::{hold, on};

use crate::rules::Stands;
use crate::schema::{copies as k, library_holds as h, loans as l, titles as t};
use crate::{CopyId, TitleId};

/// Engines bind only so many values in one statement.
const AT_ONCE: usize = 400;

/// What a walk asks of a copy.
#[derive(Debug, Clone)]
pub struct Known {
    pub copy: CopyId,
    pub title: TitleId,
    pub barcode: String,
    pub shelf: i32,
    pub stands: Stands,
    pub seen_on: Option<Date>,
}

type Row = (CopyId, TitleId, String, i32, i16, Option<On>);

macro_rules! columns {
    () => {
        (k::id, k::title_id, k::barcode, k::shelf, k::stands, k::seen_on)
    };
}

fn to_known((copy, title, barcode, shelf, stands, seen_on): Row) -> Result<Known, Fault> {
    let stands = Stands::of(stands).ok_or_else(|| Fault::broken(format!("copy {copy} stands as nothing does")))?;
    Ok(Known { copy, title, barcode, shelf, stands, seen_on: seen_on.map(|on| on.0) })
}

/// Those that belong to a shelf, or to any, without what is gone.
pub fn belonging(c: &mut Conn, station: StationId, shelf: Option<i32>) -> Result<Vec<Known>, Fault> {
    let rows: Vec<Row> = on!(c, c => {
        let there = k::station_id.eq(station).and(k::stands.ne(Stands::Gone as i16));
        let mut all = k::table.filter(there).into_boxed();
        if let Some(shelf) = shelf {
            all = all.filter(k::shelf.eq(shelf));
        }
        all.order((k::shelf, k::barcode)).select(columns!()).load(c)
    })?;
    rows.into_iter().map(to_known).collect()
}

pub fn these(c: &mut Conn, station: StationId, ids: &[CopyId]) -> Result<Vec<Known>, Fault> {
    let mut all = vec![];
    for some in ids.chunks(AT_ONCE) {
        let rows: Vec<Row> = on!(c, c => k::table
            .filter(k::station_id.eq(station).and(k::id.eq_any(some)))
            .order((k::shelf, k::barcode))
            .select(columns!())
            .load(c))?;
        all.extend(rows.into_iter().map(to_known).collect::<Result<Vec<_>, _>>()?);
    }
    Ok(all)
}

/// Until when somebody has one, as far as we know.
pub fn due_on(c: &mut Conn, station: StationId, copy: CopyId) -> Result<Option<Date>, Fault> {
    let due: Option<On> = on!(c, c => l::table.find((station, copy)).select(l::due_on).first(c).optional())?;
    Ok(due.map(|on| on.0))
}

pub fn is_aside(c: &mut Conn, station: StationId, copy: CopyId) -> Result<bool, Fault> {
    let its = h::table.filter(h::station_id.eq(station).and(h::copy_id.eq(copy)));
    let n: i64 = on!(c, c => its.count().get_result(c))?;
    Ok(n > 0)
}

/// Nobody lends, sends or changes one of these until the transaction ends. In the order of keys, so that no two wait for each other.
pub fn hold(c: &mut Conn, station: StationId, ids: &BTreeSet<CopyId>) -> Result<(), Fault> {
    let ids: Vec<CopyId> = ids.iter().copied().collect();
    for some in ids.chunks(AT_ONCE) {
        hold!(c, k::table.filter(k::station_id.eq(station).and(k::id.eq_any(some))).order(k::id).select(k::id))?;
    }
    Ok(())
}

/// Titles are held before their copies, as whoever lends does.
pub fn hold_titles(c: &mut Conn, station: StationId, ids: &BTreeSet<TitleId>) -> Result<(), Fault> {
    let ids: Vec<TitleId> = ids.iter().copied().collect();
    for some in ids.chunks(AT_ONCE) {
        hold!(c, t::table.filter(t::station_id.eq(station).and(t::id.eq_any(some))).order(t::id).select(t::id))?;
    }
    Ok(())
}

pub fn set_stands(c: &mut Conn, station: StationId, ids: &[CopyId], stands: Stands) -> Result<(), Fault> {
    for some in ids.chunks(AT_ONCE) {
        let these = k::table.filter(k::station_id.eq(station).and(k::id.eq_any(some)));
        on!(c, c => diesel::update(these).set(k::stands.eq(stands as i16)).execute(c))?;
    }
    Ok(())
}

/// They were seen on that day; what was seen later stays so.
pub fn set_seen(c: &mut Conn, station: StationId, ids: &[CopyId], on: Date) -> Result<(), Fault> {
    for some in ids.chunks(AT_ONCE) {
        let these = k::table
            .filter(k::station_id.eq(station).and(k::id.eq_any(some)))
            .filter(k::seen_on.is_null().or(k::seen_on.lt(On(on))));
        on!(c, c => diesel::update(these).set(k::seen_on.eq(Some(On(on)))).execute(c))?;
    }
    Ok(())
}
