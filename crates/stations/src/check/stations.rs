//! Stations, their owners, who works there for whom, and the calendar.
use std::collections::{BTreeMap, BTreeSet};

use almanac::holidays::Dataset;
use almanac::hours::Hours;
use diesel::prelude::*;
use jiff::tz::TimeZone;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use crate::rules::division::station_key;
use crate::rules::naming::Slug;
use crate::schema::{divisions, holiday_files, owners as owner_rows, stations};

pub fn placed(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let all: Vec<(i64, i64, Option<i64>)> = on!(c, c => stations::table
        .left_join(divisions::table.on(divisions::code.eq(stations::division_code)))
        .order(stations::station_id)
        .select((stations::station_id, stations::division_code, divisions::code.nullable()))
        .load(c))?;
    let wrong = |(key, code, there): (i64, i64, Option<i64>)| {
        let (first, last) = (station_key(code, 1), station_key(code, 99));
        if there.is_none() {
            Some(format!("station {key}: no division has the code {code}"))
        } else if !(first..=last).contains(&key) {
            Some(format!("station {key}: a station in {code} has a number from {first} to {last}"))
        } else {
            None
        }
    };
    Ok(all.into_iter().filter_map(wrong).collect())
}

pub fn addressed(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let all: Vec<(i64, String)> = on!(c, c => stations::table.order(stations::station_id).select((stations::station_id, stations::slug)).load(c))?;
    let mut first: BTreeMap<String, i64> = BTreeMap::new();
    let mut wrong = vec![];
    for (key, slug) in all {
        if let Err(why) = slug.parse::<Slug>() {
            wrong.push(format!("station {key}: “{slug}” is no address: {why}"));
        }
        if let Some(other) = first.insert(slug, key) {
            wrong.push(format!("station {key}: station {other} has the same address"));
        }
    }
    Ok(wrong)
}

pub fn readable(c: &mut Conn) -> Result<Vec<String>, Fault> {
    type Row = (i64, String, String, Option<f64>, Option<f64>);
    let all: Vec<Row> = on!(c, c => stations::table
        .order(stations::station_id)
        .select((stations::station_id, stations::hours, stations::zone, stations::lat, stations::lon))
        .load(c))?;
    let mut wrong = vec![];
    for (key, hours, zone, lat, lon) in all {
        if let Err(why) = Hours::parse(&hours) {
            wrong.push(format!("station {key}: hours “{hours}”: {why}"));
        }
        if let Err(why) = TimeZone::get(&zone) {
            wrong.push(format!("station {key}: time zone “{zone}”: {why}"));
        }
        let on_earth = match (lat, lon) {
            (None, None) => true,
            (Some(lat), Some(lon)) => (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon),
            _ => false,
        };
        if !on_earth {
            wrong.push(format!("station {key}: {lat:?}, {lon:?} is no place on a map"));
        }
    }
    Ok(wrong)
}

pub fn owners(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let there = diesel::dsl::exists(stations::table.filter(stations::station_id.eq(owner_rows::station_id)));
    let key = (owner_rows::station_id, owner_rows::id);
    let stray: Vec<(i64, i32)> =
        on!(c, c => owner_rows::table.filter(diesel::dsl::not(there)).order(key).select(key).load(c))?;
    let nameless: Vec<(i64, i32)> =
        on!(c, c => owner_rows::table.filter(owner_rows::name_zh.eq("")).order(key).select(key).load(c))?;
    let stray =
        stray.into_iter().map(|(station, id)| format!("owner {id} belongs to station {station}, which is not there"));
    let nameless = nameless.into_iter().map(|(station, id)| format!("station {station}: owner {id} has no name"));
    Ok(stray.chain(nameless).collect())
}

pub fn roles(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let all = people::all_roles(c)?;
    let keys: BTreeSet<StationId> =
        on!(c, c => stations::table.select(stations::station_id).load(c))?.into_iter().map(StationId).collect();
    let known: BTreeSet<(StationId, i32)> =
        on!(c, c => owner_rows::table.select((owner_rows::station_id, owner_rows::id)).load::<(i64, i32)>(c))?
            .into_iter()
            .map(|(station, id)| (StationId(station), id))
            .collect();
    let wrong = |(station, staff, owner): (StationId, people::StaffId, Option<i32>)| {
        if !keys.contains(&station) {
            return Some(format!("{staff} has a role at station {station}, which is not there"));
        }
        let owner = owner.filter(|owner| !known.contains(&(station, *owner)))?;
        Some(format!("station {station}: {staff} answers to owner {owner}, which it has not"))
    };
    Ok(all.into_iter().filter_map(wrong).collect())
}

pub fn holidays(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let all: Vec<(i16, i16, String)> = on!(c, c => holiday_files::table
        .order((holiday_files::first_year, holiday_files::last_year))
        .select((holiday_files::first_year, holiday_files::last_year, holiday_files::content))
        .load(c))?;
    let wrong = |(first, last, content): (i16, i16, String)| match Dataset::parse(&content) {
        Err(why) => Some(format!("the file of {first} to {last}: {why}")),
        Ok(set) if set.years != (first..=last) => {
            Some(format!("the file of {first} to {last} is about {} to {}", set.years.start(), set.years.end()))
        }
        Ok(_) => None,
    };
    Ok(all.into_iter().filter_map(wrong).collect())
}
