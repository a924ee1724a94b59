//! Looking things up among the country's divisions.
use std::ops::RangeInclusive;

use diesel::prelude::*;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::on;

use crate::rules::division::{Area, Division, TOWNSHIPS, as_township, inside};
use crate::schema::{areas, division_grams, divisions};

pub type DivisionRow = (i64, String, String, String, String);

pub fn to_division((code, name, county, city, province): DivisionRow) -> Division {
    Division { code, name, county, city, province }
}

fn to_area((code, name, townships, stations): (i64, String, i64, i64)) -> Area {
    Area { code, name, townships, stations }
}

macro_rules! columns {
    () => {
        (divisions::code, divisions::name, divisions::county, divisions::city, divisions::province)
    };
}

pub fn by_code(c: &mut Conn, code: i64) -> Result<Option<Division>, Fault> {
    let found = on!(c, c => divisions::table.find(code).select(columns!()).first::<DivisionRow>(c).optional())?;
    Ok(found.map(to_division))
}

/// The two divisions below and the two above `code` in the order of codes, townships only: neighbours in the same county,
/// mostly.
pub fn nearest(c: &mut Conn, code: i64) -> Result<Vec<Division>, Fault> {
    let code = as_township(code);
    let townships = divisions::code.between(*TOWNSHIPS.start(), *TOWNSHIPS.end());
    let mut below: Vec<DivisionRow> = on!(c, c => divisions::table
        .filter(townships.and(divisions::code.lt(code)))
        .order(divisions::code.desc())
        .limit(2)
        .select(columns!())
        .load(c))?;
    let above: Vec<DivisionRow> = on!(c, c => divisions::table
        .filter(townships.and(divisions::code.gt(code)))
        .order(divisions::code)
        .limit(2)
        .select(columns!())
        .load(c))?;
    below.reverse();
    Ok(below.into_iter().chain(above).map(to_division).collect())
}

/// Divisions whose code starts with `prefix`: townships, and the villages of a whole township.
pub fn with_prefix(c: &mut Conn, prefix: i64, most: i64) -> Result<Vec<Division>, Fault> {
    let villages = inside(prefix, 12).filter(|r| r.end() - r.start() < 1000);
    let mut found = vec![];
    for range in inside(prefix, 9).into_iter().chain(villages) {
        found.extend(in_range(c, &range, most)?);
    }
    Ok(found)
}

/// The villages of a township, or of the township of a village.
pub fn villages(c: &mut Conn, code: i64) -> Result<Vec<Division>, Fault> {
    let range = inside(as_township(code), 12);
    range.map_or_else(|| Ok(vec![]), |range| in_range(c, &range, 1000))
}

fn in_range(c: &mut Conn, range: &RangeInclusive<i64>, most: i64) -> Result<Vec<Division>, Fault> {
    let rows: Vec<DivisionRow> = on!(c, c => divisions::table
        .filter(divisions::code.between(*range.start(), *range.end()))
        .order(divisions::code)
        .limit(most)
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_division).collect())
}

/// Divisions in `range` whose name contains `part`, in the order of codes. Two characters or more are found by a key
/// whatever the size of the list; a single one by reading names until there are enough.
pub fn named(
    c: &mut Conn,
    part: &str,
    gram: Option<&str>,
    range: &RangeInclusive<i64>,
    most: i64,
) -> Result<Vec<Division>, Fault> {
    let like = contains(part);
    let (from, until) = (*range.start(), *range.end());
    let rows: Vec<DivisionRow> = match gram {
        Some(gram) => on!(c, c => division_grams::table
            .inner_join(divisions::table.on(divisions::code.eq(division_grams::code)))
            .filter(division_grams::gram.eq(gram).and(division_grams::code.between(from, until)))
            .filter(divisions::name.like(&like).escape('\\'))
            .order(division_grams::code)
            .limit(most)
            .select(columns!())
            .load(c))?,
        None => on!(c, c => divisions::table
            .filter(divisions::code.between(from, until))
            .filter(divisions::name.like(&like).escape('\\'))
            .order(divisions::code)
            .limit(most)
            .select(columns!())
            .load(c))?,
    };
    Ok(rows.into_iter().map(to_division).collect())
}

/// The areas whose code lies in `range`: all provinces, the cities of one, the counties of one.
pub fn areas_in(c: &mut Conn, range: &RangeInclusive<i64>) -> Result<Vec<Area>, Fault> {
    let rows: Vec<(i64, String, i64, i64)> = on!(c, c => areas::table
        .filter(areas::code.between(*range.start(), *range.end()))
        .order(areas::code)
        .load(c))?;
    Ok(rows.into_iter().map(to_area).collect())
}

pub fn area(c: &mut Conn, code: i64) -> Result<Area, Fault> {
    Ok(to_area(on!(c, c => areas::table.find(code).first(c))?))
}

/// The areas whose name contains `part`; the whole list has 3,351 of them.
pub fn areas_named(c: &mut Conn, part: &str, most: i64) -> Result<Vec<Area>, Fault> {
    let like = contains(part);
    let rows: Vec<(i64, String, i64, i64)> = on!(c, c => areas::table
        .filter(areas::name.like(&like).escape('\\'))
        .order(areas::code)
        .limit(most)
        .load(c))?;
    Ok(rows.into_iter().map(to_area).collect())
}

/// A LIKE pattern for names that contain `part` as it stands.
pub fn contains(part: &str) -> String {
    format!("%{}%", part.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}
