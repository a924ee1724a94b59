//! Copies, and whether somebody has one or it is put aside.
use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::{hold, on};

use crate::catalogue::rules::barcode;
use crate::rules::{Copy, Stands};
use crate::schema::{copies as k, library_holds as h, loans as l};
use crate::{CopyId, TitleId};

/// Engines bind only so many values in one statement.
const AT_ONCE: usize = 90;
const IDS_AT_ONCE: usize = 500;

type Row = (CopyId, TitleId, String, i32, i16, String, On, Option<On>, Option<On>);

macro_rules! columns {
    () => {
        (k::id, k::title_id, k::barcode, k::shelf, k::stands, k::source, k::added_on, k::last_lent_on, k::seen_on)
    };
}

fn to_copy((id, title, barcode, shelf, stands, source, added, lent, seen): Row) -> Result<Copy, Fault> {
    let stands = Stands::of(stands).ok_or_else(|| Fault::broken(format!("copy {id} stands as nothing does")))?;
    let day = |on: Option<On>| on.map(|on| on.0);
    let (last_lent_on, seen_on, added_on) = (day(lent), day(seen), added.0);
    Ok(Copy { id, title, barcode, shelf, stands, source, added_on, last_lent_on, seen_on })
}

fn all_of(rows: Vec<Row>) -> Result<Vec<Copy>, Fault> {
    rows.into_iter().map(to_copy).collect()
}

pub fn by_id(c: &mut Conn, station: StationId, id: CopyId) -> Result<Copy, Fault> {
    to_copy(on!(c, c => k::table.find((station, id)).select(columns!()).first::<Row>(c))?)
}

/// The same, and nobody else changes it, lends it or takes it back until the transaction ends.
pub fn held(c: &mut Conn, station: StationId, id: CopyId) -> Result<Copy, Fault> {
    hold!(c, k::table.find((station, id)).select(k::id))?;
    by_id(c, station, id)
}

pub fn by_barcode(c: &mut Conn, station: StationId, barcode: &str) -> Result<Option<Copy>, Fault> {
    let row: Option<Row> = on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::barcode.eq(barcode)))
        .select(columns!())
        .first(c)
        .optional())?;
    row.map(to_copy).transpose()
}

/// Those copies that have one of these barcodes: barcode and title.
pub fn by_barcodes(c: &mut Conn, station: StationId, codes: &[String]) -> Result<BTreeMap<String, TitleId>, Fault> {
    let mut all = BTreeMap::new();
    for some in codes.chunks(IDS_AT_ONCE) {
        let rows: Vec<(String, TitleId)> = on!(c, c => k::table
            .filter(k::station_id.eq(station).and(k::barcode.eq_any(some)))
            .select((k::barcode, k::title_id))
            .load(c))?;
        all.extend(rows);
    }
    Ok(all)
}

/// Also those that are gone, the oldest first.
pub fn of_title(c: &mut Conn, station: StationId, title: TitleId) -> Result<Vec<Copy>, Fault> {
    let rows: Vec<Row> = on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::title_id.eq(title)))
        .order(k::id)
        .select(columns!())
        .load(c))?;
    all_of(rows)
}

/// Those of `ids` that there are, in the order of their ids.
pub fn these(c: &mut Conn, station: StationId, ids: &[CopyId]) -> Result<Vec<Copy>, Fault> {
    let rows: Vec<Row> = on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::id.eq_any(ids)))
        .order(k::id)
        .select(columns!())
        .load(c))?;
    all_of(rows)
}

/// Up to `most` that came in on `day` or later with a number of the station, and are not gone, in the order in which they came.
pub fn numbered_since(
    c: &mut Conn,
    station: StationId,
    (day, mut after): (Date, Option<CopyId>),
    most: i64,
) -> Result<Vec<Copy>, Fault> {
    let wanted = usize::try_from(most).unwrap_or(usize::MAX);
    let mut all = vec![];
    loop {
        let some = like_numbered(c, station, (day, after), most)?;
        let (read, last) = (some.len(), some.last().map(|copy| copy.id));
        // Numbers of other systems may have the same length and beginning.
        all.extend(some.into_iter().filter(|copy| barcode::number(&copy.barcode).is_some()));
        if all.len() >= wanted || read < wanted || last.is_none() {
            all.truncate(wanted);
            return Ok(all);
        }
        after = last;
    }
}

/// The same of those whose barcode only looks like a number of the station.
fn like_numbered(
    c: &mut Conn,
    station: StationId,
    (day, after): (Date, Option<CopyId>),
    most: i64,
) -> Result<Vec<Copy>, Fault> {
    let rows: Vec<Row> = on!(c, c => {
        let mut all = k::table
            .filter(k::station_id.eq(station).and(k::added_on.ge(On(day))).and(k::stands.ne(Stands::Gone as i16)))
            .filter(k::barcode.like("20___________"))
            .into_boxed();
        if let Some(after) = after {
            all = all.filter(k::id.gt(after));
        }
        all.order(k::id).limit(most).select(columns!()).load(c)
    })?;
    all_of(rows)
}

/// What belongs on a shelf and is not gone.
pub fn on_shelf(c: &mut Conn, station: StationId, shelf: i32) -> Result<Vec<Copy>, Fault> {
    let rows: Vec<Row> = on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::shelf.eq(shelf)).and(k::stands.ne(Stands::Gone as i16)))
        .order(k::id)
        .select(columns!())
        .load(c))?;
    all_of(rows)
}

/// The barcodes of the copies of each of these titles that are not gone.
pub fn barcodes_of(
    c: &mut Conn,
    station: StationId,
    titles: &[TitleId],
) -> Result<BTreeMap<TitleId, Vec<String>>, Fault> {
    let mut all: BTreeMap<TitleId, Vec<String>> = BTreeMap::new();
    for some in titles.chunks(IDS_AT_ONCE) {
        let rows: Vec<(TitleId, String)> = on!(c, c => k::table
            .filter(k::station_id.eq(station).and(k::title_id.eq_any(some)).and(k::stands.ne(Stands::Gone as i16)))
            .select((k::title_id, k::barcode))
            .load(c))?;
        for (id, barcode) in rows {
            all.entry(id).or_default().push(barcode);
        }
    }
    Ok(all)
}

/// Of each of these titles, how many copies there are that are not gone, and how many of them stand free in the room.
pub fn free(c: &mut Conn, station: StationId, titles: &[TitleId]) -> Result<BTreeMap<TitleId, (i64, i64)>, Fault> {
    let mut all: BTreeMap<TitleId, (i64, i64)> = BTreeMap::new();
    for some in titles.chunks(IDS_AT_ONCE) {
        let rows: Vec<(TitleId, CopyId, i16)> = on!(c, c => k::table
            .filter(k::station_id.eq(station).and(k::title_id.eq_any(some)).and(k::stands.ne(Stands::Gone as i16)))
            .select((k::title_id, k::id, k::stands))
            .load(c))?;
        let lent: Vec<CopyId> = on!(c, c => l::table
            .filter(l::station_id.eq(station).and(l::title_id.eq_any(some)))
            .select(l::copy_id)
            .load(c))?;
        let kept: Vec<Option<CopyId>> = on!(c, c => h::table
            .filter(h::station_id.eq(station).and(h::title_id.eq_any(some)).and(h::copy_id.is_not_null()))
            .select(h::copy_id)
            .load(c))?;
        let taken: BTreeSet<CopyId> = lent.into_iter().chain(kept.into_iter().flatten()).collect();
        for (title, copy, stands) in rows {
            let (copies, free) = all.entry(title).or_default();
            *copies += 1;
            *free += i64::from(stands == Stands::Here as i16 && !taken.contains(&copy));
        }
    }
    Ok(all)
}

/// Whether somebody has it, and whether it is put aside for somebody.
pub fn taken(c: &mut Conn, station: StationId, copy: CopyId) -> Result<(bool, bool), Fault> {
    let lent: Option<CopyId> = on!(c, c => l::table.find((station, copy)).select(l::copy_id).first(c).optional())?;
    let kept: Option<Option<CopyId>> = on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::copy_id.eq(copy)))
        .select(h::copy_id)
        .first(c)
        .optional())?;
    Ok((lent.is_some(), kept.is_some()))
}

pub fn insert(c: &mut Conn, station: StationId, all: &[Copy]) -> Result<(), Fault> {
    let row = |one: &Copy| {
        (
            (k::station_id.eq(station), k::id.eq(one.id), k::title_id.eq(one.title)),
            (k::barcode.eq(one.barcode.clone()), k::shelf.eq(one.shelf), k::stands.eq(one.stands as i16)),
            (k::source.eq(one.source.clone()), k::added_on.eq(On(one.added_on))),
            (k::last_lent_on.eq(one.last_lent_on.map(On)), k::seen_on.eq(one.seen_on.map(On))),
        )
    };
    for some in all.chunks(AT_ONCE) {
        let rows: Vec<_> = some.iter().map(row).collect();
        on!(c, c => diesel::insert_into(k::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// Writes anew where it belongs, how it stands and when it was lent and seen last.
pub fn set(c: &mut Conn, station: StationId, one: &Copy) -> Result<(), Fault> {
    let set = (
        k::shelf.eq(one.shelf),
        k::stands.eq(one.stands as i16),
        k::last_lent_on.eq(one.last_lent_on.map(On)),
        k::seen_on.eq(one.seen_on.map(On)),
    );
    let n = on!(c, c => diesel::update(k::table.find((station, one.id))).set(set).execute(c))?;
    if n == 1 { Ok(()) } else { Err(Fault::NotFound) }
}

/// Every barcode of every station that begins as those that this program gives, for checks.
pub fn own_barcodes(c: &mut Conn) -> Result<Vec<(StationId, String)>, Fault> {
    Ok(on!(c, c => k::table.filter(k::barcode.like("20%")).select((k::station_id, k::barcode)).load(c))?)
}
