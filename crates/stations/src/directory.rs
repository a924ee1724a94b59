//! Finding a place among the country's divisions: down from the provinces, by a part of a name, by the start of a code.
use std::ops::RangeInclusive;

use kernel::db::Conn;
use kernel::fault::Fault;

use crate::rules::division::{Area, Depth, Division, TOWNSHIPS, VILLAGES, inside, is_filler};
use crate::rules::look_up::{Sought, common, cuts, grams, sought};
use crate::station::Station;
use crate::store::{divisions as store, stations};

/// A search shows this many divisions and says when there are more.
pub const MOST: usize = 60;
/// And this many areas whose name fits.
const MOST_AREAS: i64 = 12;
/// An area word that fits more areas than this is not narrow enough to look into.
const WIDEST: i64 = 40;

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    pub areas: Vec<Area>,
    pub divisions: Vec<Division>,
    /// There are more than [`MOST`].
    pub more: bool,
}

pub fn find(c: &mut Conn, text: &str) -> Result<Found, Fault> {
    match sought(text) {
        Sought::Nothing => Ok(Found::default()),
        Sought::Code(prefix) => {
            let areas = if Depth::of(prefix).is_some() { store::areas_in(c, &(prefix..=prefix))? } else { vec![] };
            cut_off(areas, store::with_prefix(c, prefix, MOST as i64 + 1)?)
        }
        Sought::Name { name, within } if within.is_empty() => {
            let mut areas = store::areas_named(c, &name, MOST_AREAS)?;
            areas.retain(|a| !is_filler(&a.name));
            let divisions = everywhere(c, &name)?;
            if areas.is_empty() && divisions.is_empty() {
                return cut_up(c, &name);
            }
            cut_off(areas, divisions)
        }
        Sought::Name { name, within } => {
            let divisions = named_within(c, &name, &within)?;
            cut_off(vec![], divisions)
        }
    }
}

fn cut_off(areas: Vec<Area>, mut divisions: Vec<Division>) -> Result<Found, Fault> {
    let more = divisions.len() > MOST;
    divisions.truncate(MOST);
    Ok(Found { areas, divisions, more })
}

/// 平安三合 without a space: the first way to cut it that finds something.
fn cut_up(c: &mut Conn, word: &str) -> Result<Found, Fault> {
    for (area, name) in cuts(word) {
        let divisions = named_within(c, &name, &[area])?;
        if !divisions.is_empty() {
            return cut_off(vec![], divisions);
        }
    }
    Ok(Found::default())
}

fn everywhere(c: &mut Conn, name: &str) -> Result<Vec<Division>, Fault> {
    let gram = grams(name).into_iter().next();
    // Without two characters there is no key to search by; villages would be too many to read through.
    let ranges = if gram.is_some() { vec![*TOWNSHIPS.start()..=*VILLAGES.end()] } else { vec![TOWNSHIPS] };
    in_ranges(c, name, &ranges)
}

fn named_within(c: &mut Conn, name: &str, within: &[String]) -> Result<Vec<Division>, Fault> {
    let mut groups: Vec<Vec<i64>> = vec![];
    for word in within {
        groups.push(store::areas_named(c, word, WIDEST)?.into_iter().map(|a| a.code).collect());
    }
    let ranges: Vec<RangeInclusive<i64>> =
        common(&groups).into_iter().flat_map(|area| inside(area, 9).into_iter().chain(inside(area, 12))).collect();
    in_ranges(c, name, &ranges)
}

fn in_ranges(c: &mut Conn, name: &str, ranges: &[RangeInclusive<i64>]) -> Result<Vec<Division>, Fault> {
    let gram = grams(name).into_iter().next();
    let mut found: Vec<Division> = vec![];
    for range in ranges {
        let room = (MOST + 1).saturating_sub(found.len());
        if room == 0 {
            break;
        }
        found.extend(store::named(c, name, gram.as_deref(), range, room as i64)?);
    }
    // An area and one inside it may both have fitted.
    found.sort_by_key(|d| d.code);
    found.dedup();
    Ok(found)
}

/// So many stations in all are shown before anybody has to choose a province.
const FEW: i64 = 8;

/// One step of the way down.
#[derive(Debug, Clone)]
pub enum Step {
    /// All provinces, and the stations as long as they are few.
    Country(Vec<Area>, Vec<Station>),
    /// The counties of a province, under their cities.
    Province(Area, Vec<(Area, Vec<Area>)>),
    /// The townships of a county, each with its stations.
    County { county: Area, city: Area, province: Area, townships: Vec<(Division, Vec<Station>)> },
}

/// Townships of one county: 62 at most in the list of 2023.
const MOST_TOWNSHIPS: i64 = 500;

/// What lies in the area `code`; without a code, the provinces. A city's code shows its province.
pub fn step(c: &mut Conn, code: Option<i64>) -> Result<Step, Fault> {
    let Some(code) = code else { return country(c) };
    match Depth::of(code).ok_or(Fault::NotFound)? {
        Depth::Province => province(c, code),
        Depth::City => province(c, code / 100),
        Depth::County => county(c, code),
    }
}

fn country(c: &mut Conn) -> Result<Step, Fault> {
    let provinces = store::areas_in(c, &(10..=99))?;
    let few = provinces.iter().map(|a| a.stations).sum::<i64>() <= FEW;
    let stations = if few { stations::listed(c, None, 0, FEW)? } else { vec![] };
    Ok(Step::Country(provinces, stations))
}

fn province(c: &mut Conn, code: i64) -> Result<Step, Fault> {
    let province = store::area(c, code)?;
    let cities = store::areas_in(c, &inside(code, 4).ok_or(Fault::NotFound)?)?;
    let counties = store::areas_in(c, &inside(code, 6).ok_or(Fault::NotFound)?)?;
    let of = |city: &Area| counties.iter().filter(|a| a.code / 100 == city.code).cloned().collect();
    let cities = cities
        .into_iter()
        .map(|city| {
            let counties = of(&city);
            (city, counties)
        })
        .collect();
    Ok(Step::Province(province, cities))
}

fn county(c: &mut Conn, code: i64) -> Result<Step, Fault> {
    let (county, city, province) = (store::area(c, code)?, store::area(c, code / 100)?, store::area(c, code / 10_000)?);
    let townships = store::with_prefix(c, code, MOST_TOWNSHIPS)?;
    let standing = stations::listed(c, Some(code), 0, MOST_TOWNSHIPS)?;
    let at = |d: &Division| standing.iter().filter(|s| s.id.0 / 100 == d.code).cloned().collect();
    let townships = townships
        .into_iter()
        .map(|d| {
            let here = at(&d);
            (d, here)
        })
        .collect();
    Ok(Step::County { county, city, province, townships })
}

/// Up to [`MOST`] divisions for programs: by the start of a code, or by a part of a name.
pub fn divisions(c: &mut Conn, prefix: Option<i64>, name: Option<&str>) -> Result<Vec<Division>, Fault> {
    let found = match (prefix, name) {
        (Some(prefix), _) => store::with_prefix(c, prefix, MOST as i64)?,
        (None, Some(name)) => find(c, name)?.divisions,
        (None, None) => vec![],
    };
    Ok(found)
}
