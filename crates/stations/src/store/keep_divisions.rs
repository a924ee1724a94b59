//! Writing an imported file. Divisions that the file does not name stay: stations may stand in them.
use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::on;

use super::divisions::{DivisionRow, to_division};
use crate::rules::division::{Area, Division, TOWNSHIPS};
use crate::rules::look_up::grams;
use crate::schema::{areas, division_grams, divisions, stations};

/// Rows per statement: 6 values each, far below what either engine takes (32,766 and 65,535).
const BATCH: usize = 1000;

/// A division and, for a village, its township.
pub type Entry = (Division, Option<i64>);

/// All townships, or the villages inside `townships`.
fn known(c: &mut Conn) -> Result<HashMap<i64, Division>, Fault> {
    let rows: Vec<DivisionRow> = on!(c, c => divisions::table
        .select((divisions::code, divisions::name, divisions::county, divisions::city, divisions::province))
        .load(c))?;
    Ok(rows.into_iter().map(|row| (row.0, to_division(row))).collect())
}

pub fn townships(c: &mut Conn) -> Result<HashMap<i64, Division>, Fault> {
    let mut all = known(c)?;
    all.retain(|code, _| TOWNSHIPS.contains(code));
    Ok(all)
}

/// Writes what is new or different; tells `progress` how many entries are done. Returns how many were written.
pub fn keep(c: &mut Conn, entries: &[Entry], progress: &mut dyn FnMut(usize)) -> Result<usize, Fault> {
    let known = known(c)?;
    let changed: Vec<&Entry> = entries.iter().filter(|(d, _)| known.get(&d.code) != Some(d)).collect();
    let mut done = entries.len() - changed.len();
    progress(done);
    for batch in changed.chunks(BATCH) {
        forget(c, batch, &known)?;
        insert(c, batch)?;
        done += batch.len();
        progress(done);
    }
    if !changed.is_empty() {
        count_areas(c)?;
    }
    Ok(changed.len())
}

/// Takes out entries of `batch` that are there under another name.
fn forget(c: &mut Conn, batch: &[&Entry], known: &HashMap<i64, Division>) -> Result<(), Fault> {
    let old: Vec<&Division> = batch.iter().filter_map(|(d, _)| known.get(&d.code)).collect();
    for d in &old {
        let found = division_grams::gram.eq_any(grams(&d.name)).and(division_grams::code.eq(d.code));
        on!(c, c => diesel::delete(division_grams::table.filter(found)).execute(c))?;
    }
    let codes: Vec<i64> = old.iter().map(|d| d.code).collect();
    on!(c, c => diesel::delete(divisions::table.filter(divisions::code.eq_any(&codes))).execute(c))?;
    Ok(())
}

fn insert(c: &mut Conn, batch: &[&Entry]) -> Result<(), Fault> {
    let rows: Vec<_> = batch
        .iter()
        .map(|(d, parent)| {
            (
                divisions::code.eq(d.code),
                divisions::name.eq(&d.name),
                divisions::county.eq(&d.county),
                divisions::city.eq(&d.city),
                divisions::province.eq(&d.province),
                divisions::parent.eq(*parent),
            )
        })
        .collect();
    on!(c, c => diesel::insert_into(divisions::table).values(&rows).execute(c))?;
    let mut pairs: Vec<(String, i64)> =
        batch.iter().flat_map(|(d, _)| grams(&d.name).into_iter().map(|g| (g, d.code))).collect();
    // In the order of the key: neighbours land on one page.
    pairs.sort();
    for pairs in pairs.chunks(BATCH * 3) {
        let rows: Vec<_> =
            pairs.iter().map(|(gram, code)| (division_grams::gram.eq(gram), division_grams::code.eq(*code))).collect();
        on!(c, c => diesel::insert_into(division_grams::table).values(&rows).execute(c))?;
    }
    Ok(())
}

/// Counts townships and stations by province, city and county anew.
fn count_areas(c: &mut Conn) -> Result<(), Fault> {
    let mut counted: BTreeMap<i64, Area> = BTreeMap::new();
    for (code, d) in townships(c)? {
        for (area, name) in [(code / 10_000_000, &d.province), (code / 100_000, &d.city), (code / 1000, &d.county)] {
            let new = || Area { code: area, name: name.clone(), townships: 0, stations: 0 };
            counted.entry(area).or_insert_with(new).townships += 1;
        }
    }
    let keys: Vec<i64> = on!(c, c => stations::table.select(stations::station_id).load(c))?;
    for key in keys {
        for area in areas_of(key) {
            counted.entry(area).and_modify(|a| a.stations += 1);
        }
    }
    on!(c, c => diesel::delete(areas::table).execute(c))?;
    let rows: Vec<_> = counted
        .values()
        .map(|a| {
            (
                areas::code.eq(a.code),
                areas::name.eq(&a.name),
                areas::townships.eq(a.townships),
                areas::stations.eq(a.stations),
            )
        })
        .collect();
    for rows in rows.chunks(BATCH) {
        on!(c, c => diesel::insert_into(areas::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// The county, city and province in which a station stands, by its key.
pub fn areas_of(station_key: i64) -> [i64; 3] {
    let township = station_key / 100;
    [township / 1000, township / 100_000, township / 10_000_000]
}
