//! Divisions, and what the directory keeps to find and to count them.
use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::on;

use crate::rules::division::{TOWNSHIPS, VILLAGES};
use crate::rules::look_up::grams;
use crate::schema::{areas, division_grams, divisions, stations};
use crate::store::keep_divisions::areas_of;

pub fn nested(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let all: BTreeMap<i64, Option<i64>> = on!(c, c => divisions::table
        .select((divisions::code, divisions::parent))
        .load::<(i64, Option<i64>)>(c))?
    .into_iter()
    .collect();
    let wrong = |(code, parent): (&i64, &Option<i64>)| match parent {
        None if TOWNSHIPS.contains(code) => None,
        None => Some(format!("{code} is no township, and names none as the one that it lies in")),
        Some(parent) if !VILLAGES.contains(code) || code / 1000 != *parent => {
            Some(format!("{code} does not begin with {parent}, in which it is said to lie"))
        }
        Some(parent) if !all.contains_key(parent) => Some(format!("{code} lies in {parent}, which is not there")),
        Some(_) => None,
    };
    Ok(all.iter().filter_map(wrong).collect())
}

pub fn found(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let names: Vec<(i64, String)> = on!(c, c => divisions::table.select((divisions::code, divisions::name)).load(c))?;
    let kept: BTreeSet<(i64, String)> =
        on!(c, c => division_grams::table.select((division_grams::code, division_grams::gram)).load(c))?
            .into_iter()
            .collect();
    let due: BTreeSet<(i64, String)> =
        names.into_iter().flat_map(|(code, name)| grams(&name).into_iter().map(move |gram| (code, gram))).collect();
    let missing = due.difference(&kept).map(|(code, gram)| format!("{code} is not found by “{gram}”"));
    let stray =
        kept.difference(&due).map(|(code, gram)| format!("{code} is found by “{gram}”, which its name has not"));
    Ok(missing.chain(stray).collect())
}

pub fn counted(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let codes: Vec<i64> = on!(c, c => divisions::table.select(divisions::code).load(c))?;
    let keys: Vec<i64> = on!(c, c => stations::table.select(stations::station_id).load(c))?;
    let kept: Vec<(i64, i64, i64)> =
        on!(c, c => areas::table.select((areas::code, areas::townships, areas::stations)).load(c))?;
    let mut due: BTreeMap<i64, (i64, i64)> = BTreeMap::new();
    for area in codes.iter().filter(|code| TOWNSHIPS.contains(code)).flat_map(|code| areas_of(code * 100)) {
        due.entry(area).or_default().0 += 1;
    }
    for area in keys.into_iter().flat_map(areas_of) {
        due.entry(area).or_default().1 += 1;
    }
    let kept: BTreeMap<i64, (i64, i64)> =
        kept.into_iter().map(|(code, townships, stations)| (code, (townships, stations))).collect();
    let all: BTreeSet<&i64> = due.keys().chain(kept.keys()).collect();
    let say =
        |n: Option<&(i64, i64)>| n.map_or("nothing".to_owned(), |(t, s)| format!("{t} townships and {s} stations"));
    let differs = |code: &&i64| due.get(*code) != kept.get(*code);
    let said = |code: &i64| format!("area {code} has {}, counted are {}", say(due.get(code)), say(kept.get(code)));
    Ok(all.into_iter().filter(differs).map(said).collect())
}
