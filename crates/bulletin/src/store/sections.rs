//! Sections.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::{hold, on};

use crate::rules::Section;
use crate::schema::notice_sections as s;

type Row = (i32, String, String, String, i16);

fn to_section((id, slug, name_zh, name_en, place): Row) -> Section {
    Section { id, slug, name_zh, name_en, place }
}

/// In their order; none where nobody has written yet.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<Section>, Fault> {
    let rows: Vec<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station))
        .order((s::place, s::id))
        .select((s::id, s::slug, s::name_zh, s::name_en, s::place))
        .load(c))?;
    Ok(rows.into_iter().map(to_section).collect())
}

/// Whoever publishes holds them: what notices are alike is written for one notice after the other.
pub fn hold(c: &mut Conn, station: StationId) -> Result<(), Fault> {
    Ok(hold!(c, s::table.filter(s::station_id.eq(station)).order(s::id).select(s::id))?)
}

pub fn insert(c: &mut Conn, station: StationId, one: &Section) -> Result<(), Fault> {
    let row = (
        s::station_id.eq(station),
        s::id.eq(one.id),
        s::slug.eq(&one.slug),
        s::name_zh.eq(&one.name_zh),
        s::name_en.eq(&one.name_en),
        s::place.eq(one.place),
    );
    on!(c, c => diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

/// Writes the names and the place of a section anew; its address stays.
pub fn set(c: &mut Conn, station: StationId, one: &Section) -> Result<(), Fault> {
    let set = (s::name_zh.eq(&one.name_zh), s::name_en.eq(&one.name_en), s::place.eq(one.place));
    let n = on!(c, c => diesel::update(s::table.find((station, one.id))).set(set).execute(c))?;
    if n == 1 { Ok(()) } else { Err(Fault::NotFound) }
}
