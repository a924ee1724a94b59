//! Stations by where they lie. These reads cross stations: they belong to the directory.
use std::ops::RangeInclusive;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use kernel::db::Conn;
use kernel::db::literal::Fixed;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use crate::rules::place::Point;
use crate::schema::stations;

/// The number of a station's cell as [`Point::cells`] counts them, word for word what the index `stations_by_cell` holds.
const CELL: &str = "cast(round(lat * 10) as bigint) * 10000 + cast(round(lon * 10) as bigint)";

/// The stations in some cells. Those that have not said where they lie are in none.
pub fn in_cells(c: &mut Conn, cells: &[i64]) -> Result<Vec<(StationId, Point)>, Fault> {
    type Row = (i64, Option<f64>, Option<f64>);
    // The numbers of cells that are asked for are few: the statements are worth keeping.
    let rows: Vec<Row> = on!(c, c => Fixed(stations::table
        .filter(sql::<BigInt>(CELL).eq_any(cells))
        .select((stations::station_id, stations::lat, stations::lon)))
        .load(c))?;
    let lies = |(id, lat, lon): Row| Some((StationId(id), Point::new(lat?, lon?)?));
    Ok(rows.into_iter().filter_map(lies).collect())
}

/// Up to `most` stations with these keys but those of `told`, in their order; `lost`: only those that have not said where they
/// lie.
pub fn with_keys(
    c: &mut Conn,
    keys: &RangeInclusive<i64>,
    told: Option<&RangeInclusive<i64>>,
    lost: bool,
    most: i64,
) -> Result<Vec<StationId>, Fault> {
    // No key lies between 1 and 0.
    let (first, last) = told.map_or((1, 0), |told| (*told.start(), *told.end()));
    let of =
        stations::station_id.between(*keys.start(), *keys.end()).and(stations::station_id.not_between(first, last));
    let nowhere = stations::lat.is_null().or(stations::lon.is_null());
    let ids: Vec<i64> = match lost {
        true => on!(c, c => stations::table
            .filter(of.and(nowhere))
            .order(stations::station_id)
            .limit(most)
            .select(stations::station_id)
            .load(c))?,
        false => on!(c, c => stations::table
            .filter(of)
            .order(stations::station_id)
            .limit(most)
            .select(stations::station_id)
            .load(c))?,
    };
    Ok(ids.into_iter().map(StationId).collect())
}

/// Where the first of the stations with these keys lies that has said so.
pub fn first_place(c: &mut Conn, keys: &RangeInclusive<i64>) -> Result<Option<Point>, Fault> {
    let found: Option<(Option<f64>, Option<f64>)> = on!(c, c => stations::table
        .filter(stations::station_id.between(*keys.start(), *keys.end()))
        .filter(stations::lat.is_not_null().and(stations::lon.is_not_null()))
        .order(stations::station_id)
        .select((stations::lat, stations::lon))
        .first(c)
        .optional())?;
    Ok(found.and_then(|(lat, lon)| Point::new(lat?, lon?)))
}

/// Whether there is any station but this one.
pub fn others(c: &mut Conn, than: StationId) -> Result<bool, Fault> {
    let found: Option<i64> = on!(c, c => stations::table
        .filter(stations::station_id.ne(than.0))
        .select(stations::station_id)
        .first(c)
        .optional())?;
    Ok(found.is_some())
}
