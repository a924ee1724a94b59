//! The offices that share a station.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use crate::schema::owners;
use crate::station::Owner;

pub fn of_station(c: &mut Conn, station: StationId) -> Result<Vec<Owner>, Fault> {
    let rows: Vec<(i32, String, String)> = on!(c, c => owners::table
        .filter(owners::station_id.eq(station.0))
        .order(owners::id)
        .select((owners::id, owners::name_zh, owners::name_en))
        .load(c))?;
    Ok(rows.into_iter().map(|(id, name_zh, name_en)| Owner { id, name_zh, name_en }).collect())
}

/// Adds an owner with the next number and returns that number.
pub fn add(c: &mut Conn, station: StationId, name_zh: &str, name_en: &str) -> Result<i32, Fault> {
    let last: Option<i32> = on!(c, c => owners::table
        .filter(owners::station_id.eq(station.0))
        .select(diesel::dsl::max(owners::id))
        .first(c))?;
    let id = last.unwrap_or(0) + 1;
    let row =
        (owners::station_id.eq(station.0), owners::id.eq(id), owners::name_zh.eq(name_zh), owners::name_en.eq(name_en));
    on!(c, c => diesel::insert_into(owners::table).values(row).execute(c))?;
    Ok(id)
}

pub fn rename(c: &mut Conn, station: StationId, id: i32, name_zh: &str, name_en: &str) -> Result<(), Fault> {
    let names = (owners::name_zh.eq(name_zh), owners::name_en.eq(name_en));
    let changed = on!(c, c => diesel::update(owners::table.find((station.0, id))).set(names).execute(c))?;
    if changed == 1 { Ok(()) } else { Err(Fault::NotFound) }
}
