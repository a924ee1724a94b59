//! Shelves.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use crate::rules::Shelf;
use crate::schema::library_shelves as s;

type Row = (i32, String, String, String, bool, i16);

macro_rules! columns {
    () => {
        (s::id, s::code, s::name_zh, s::name_en, s::honesty, s::place)
    };
}

fn to_shelf((id, code, name_zh, name_en, honesty, place): Row) -> Shelf {
    Shelf { id, code, name_zh, name_en, honesty, place }
}

/// In their order.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<Shelf>, Fault> {
    let rows: Vec<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station))
        .order((s::place, s::id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_shelf).collect())
}

pub fn by_code(c: &mut Conn, station: StationId, code: &str) -> Result<Option<Shelf>, Fault> {
    let row: Option<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::code.eq(code)))
        .select(columns!())
        .first(c)
        .optional())?;
    Ok(row.map(to_shelf))
}

pub fn insert(c: &mut Conn, station: StationId, one: &Shelf) -> Result<(), Fault> {
    let row = (
        (s::station_id.eq(station), s::id.eq(one.id), s::code.eq(&one.code)),
        (s::name_zh.eq(&one.name_zh), s::name_en.eq(&one.name_en)),
        (s::honesty.eq(one.honesty), s::place.eq(one.place)),
    );
    match on!(c, c => diesel::insert_into(s::table).values(row).execute(c)).map_err(Fault::from) {
        // Two who add one at once: the later one runs again and finds what is there.
        Err(Fault::AlreadyThere(what)) => Err(Fault::Clash(what)),
        done => done.map(|_| ()),
    }
}

/// Writes all but its code anew: that stands on labels.
pub fn set(c: &mut Conn, station: StationId, one: &Shelf) -> Result<(), Fault> {
    let set = (
        (s::name_zh.eq(&one.name_zh), s::name_en.eq(&one.name_en)),
        (s::honesty.eq(one.honesty), s::place.eq(one.place)),
    );
    let n = on!(c, c => diesel::update(s::table.find((station, one.id))).set(set).execute(c))?;
    if n == 1 { Ok(()) } else { Err(Fault::NotFound) }
}
