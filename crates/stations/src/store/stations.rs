//! Stations: found by slug or key, made, changed.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

use super::divisions::{self as lookup, DivisionRow, contains, to_division};
use super::keep_divisions::areas_of;
use super::parsed::parsed;
use crate::rules::division::{station_key, station_keys};
use crate::rules::naming::{Facts, Slug};
use crate::schema::{areas, divisions, stations};
use crate::station::{Draft, Station};

type Row =
    ((i64, String, String, String, String), Option<String>, (Option<f64>, Option<f64>), (String, String), DivisionRow);

macro_rules! columns {
    () => {
        (
            (stations::station_id, stations::slug, stations::name_zh, stations::name_en, stations::address),
            stations::phone,
            (stations::lat, stations::lon),
            (stations::zone, stations::hours),
            (divisions::code, divisions::name, divisions::county, divisions::city, divisions::province),
        )
    };
}

macro_rules! with_division {
    () => {
        stations::table.inner_join(divisions::table.on(divisions::code.eq(stations::division_code)))
    };
}

fn to_station(row: Row) -> Result<Station, Fault> {
    let ((id, slug, name_zh, name_en, address), phone, (lat, lon), (zone, hours), division) = row;
    let broken = |what: &str, e: &dyn std::fmt::Display| Fault::broken(format!("station {slug}: {what}: {e}"));
    let zone = TimeZone::get(&zone).map_err(|e| broken("zone", &e))?;
    let hours = parsed(&hours).map_err(|e| broken("hours", &e))?;
    let (id, division) = (StationId(id), to_division(division));
    Ok(Station { id, slug, name_zh, name_en, division, address, phone, lat, lon, zone, hours })
}

pub fn by_slug(c: &mut Conn, slug: &str) -> Result<Station, Fault> {
    to_station(on!(c, c => with_division!().filter(stations::slug.eq(slug)).select(columns!()).first::<Row>(c))?)
}

pub fn by_id(c: &mut Conn, id: StationId) -> Result<Station, Fault> {
    to_station(on!(c, c => with_division!().filter(stations::station_id.eq(id.0)).select(columns!()).first::<Row>(c))?)
}

/// Those of `ids` that there are, in the order of keys.
pub fn by_ids(c: &mut Conn, ids: &[StationId]) -> Result<Vec<Station>, Fault> {
    let keys: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let rows: Vec<Row> = on!(c, c => with_division!()
        .filter(stations::station_id.eq_any(&keys))
        .order(stations::station_id)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_station).collect()
}

/// Up to `most` stations after the key `after`, in the order of keys (0 starts), in an area or township or everywhere.
pub fn listed(c: &mut Conn, within: Option<i64>, after: i64, most: i64) -> Result<Vec<Station>, Fault> {
    let all = Some(0..=i64::MAX);
    let Some(keys) = within.map_or(all, station_keys) else { return Ok(vec![]) };
    let from = (*keys.start()).max(after.saturating_add(1));
    let rows: Vec<Row> = on!(c, c => with_division!()
        .filter(stations::station_id.between(from, *keys.end()))
        .order(stations::station_id)
        .limit(most)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_station).collect()
}

/// How many there are in an area or township.
pub fn count(c: &mut Conn, within: i64) -> Result<u64, Fault> {
    let Some(keys) = station_keys(within) else { return Ok(0) };
    let found: i64 = on!(c, c => stations::table
        .filter(stations::station_id.between(*keys.start(), *keys.end()))
        .count()
        .get_result(c))?;
    u64::try_from(found).map_err(Fault::broken)
}

/// All that [`crate::rules::naming::make`] wants to know.
pub fn facts_for(c: &mut Conn, code: i64, slug: &Slug) -> Result<Facts, Fault> {
    let division = lookup::by_code(c, code)?;
    let near = if division.is_none() { lookup::nearest(c, code)? } else { vec![] };
    let like = format!("{}%", slug.as_str());
    let alike = on!(c, c => stations::table.filter(stations::slug.like(like)).select(stations::slug).load(c))?;
    let first = division.as_ref().map_or(0, |d| station_key(d.code, 0));
    let keys: Vec<i64> = on!(c, c => stations::table
        .filter(stations::station_id.between(first, first + 99))
        .select(stations::station_id)
        .load(c))?;
    Ok(Facts { code, division, near, alike, places: keys.into_iter().map(|k| k % 100).collect() })
}

pub fn insert(c: &mut Conn, key: i64, slug: &Slug, code: i64, draft: &Draft, now: Timestamp) -> Result<(), Fault> {
    let row = (
        (stations::station_id.eq(key), stations::slug.eq(slug.as_str()), stations::division_code.eq(code)),
        (
            stations::name_zh.eq(&draft.name_zh),
            stations::name_en.eq(&draft.name_en),
            stations::address.eq(&draft.address),
        ),
        (
            stations::phone.eq(&draft.phone),
            stations::lat.eq(draft.at.map(|a| a.0)),
            stations::lon.eq(draft.at.map(|a| a.1)),
        ),
        (stations::zone.eq(zone_name(draft)?), stations::hours.eq(&draft.hours), stations::created_at.eq(Ts(now))),
    );
    on!(c, c => diesel::insert_into(stations::table).values(row).execute(c))?;
    let up = areas::table.filter(areas::code.eq_any(areas_of(key)));
    on!(c, c => diesel::update(up).set(areas::stations.eq(areas::stations + 1)).execute(c))?;
    Ok(())
}

pub fn change(c: &mut Conn, id: StationId, draft: &Draft) -> Result<(), Fault> {
    let values = (
        (
            stations::name_zh.eq(&draft.name_zh),
            stations::name_en.eq(&draft.name_en),
            stations::address.eq(&draft.address),
        ),
        (
            stations::phone.eq(&draft.phone),
            stations::lat.eq(draft.at.map(|a| a.0)),
            stations::lon.eq(draft.at.map(|a| a.1)),
        ),
        (stations::zone.eq(zone_name(draft)?), stations::hours.eq(&draft.hours)),
    );
    let changed = on!(c, c => diesel::update(stations::table.find(id.0)).set(values).execute(c))?;
    if changed == 1 { Ok(()) } else { Err(Fault::NotFound) }
}

/// Nobody else changes this station until the transaction ends.
pub fn hold(c: &mut Conn, id: StationId) -> Result<(), Fault> {
    kernel::hold!(c, stations::table.find(id.0).select(stations::station_id))?;
    Ok(())
}

fn zone_name(draft: &Draft) -> Result<&str, Fault> {
    draft.zone.iana_name().ok_or_else(|| Fault::broken("a station's zone has a name"))
}

/// Stations whose Chinese or English name contains `part`.
pub fn named(c: &mut Conn, part: &str, most: i64) -> Result<Vec<Station>, Fault> {
    let like = contains(part);
    let rows: Vec<Row> = on!(c, c => with_division!()
        .filter(stations::name_zh.like(&like).escape('\\').or(stations::name_en.like(&like).escape('\\')))
        .order(stations::station_id)
        .limit(most)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_station).collect()
}
