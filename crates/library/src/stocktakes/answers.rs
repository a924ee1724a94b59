//! What staff ask about walks: which run, how far one is, what it would find missing.
use std::collections::{BTreeMap, BTreeSet};

use data_encoding::HEXLOWER;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::rules::{Becomes, Progress, Standing, Stocktake};
use super::store::{copies, seen, walks};
use crate::catalogue::answers::{shelves, titles};
use crate::lending::answers;
use crate::rules::Shelf;
use crate::{CopyId, StocktakeId, TitleId};

/// So many that are over are listed.
const ENDED: i64 = 12;

/// The walks of a station, and the shelves that one may go along.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// The oldest first.
    pub open: Vec<Walk>,
    /// The last first.
    pub ended: Vec<Walk>,
    pub shelves: Vec<Shelf>,
}

/// A walk, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    pub stocktake: Stocktake,
    /// The shelf that it goes along; all of them without one.
    pub shelf: Option<Shelf>,
    /// Who began it, as long as they are known here.
    pub by: Option<String>,
    /// So many copies were scanned in it.
    pub scanned: i64,
}

pub fn overview(c: &mut Conn, station: &Station) -> Result<Overview, Fault> {
    let shelves = shelves(c, station.id)?;
    let (open, ended) = (walks::open(c, station.id)?, walks::ended(c, station.id, ENDED)?);
    let open = open.into_iter().map(|one| walk(c, station, one, &shelves)).collect::<Result<_, _>>()?;
    let ended = ended.into_iter().map(|one| walk(c, station, one, &shelves)).collect::<Result<_, _>>()?;
    Ok(Overview { open, ended, shelves })
}

fn walk(c: &mut Conn, station: &Station, stocktake: Stocktake, shelves: &[Shelf]) -> Result<Walk, Fault> {
    let shelf = stocktake.shelf.and_then(|id| shelves.iter().find(|s| s.id == id).cloned());
    let by = people::staff_name(c, stocktake.begun_by)?;
    let scanned = seen::count(c, station.id, stocktake.id)?;
    Ok(Walk { stocktake, shelf, by, scanned })
}

/// One walk as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Here {
    pub walk: Walk,
    pub shelves: Vec<Shelf>,
    pub progress: Progress,
}

pub fn here(c: &mut Conn, station: &Station, id: StocktakeId) -> Result<Here, Fault> {
    let stocktake = walks::by_id(c, station.id, id)?;
    let shelves = shelves(c, station.id)?;
    let all = standing(c, station, &stocktake)?;
    let progress = Progress::of(&all, |shelf| stocktake.covers(shelf));
    Ok(Here { walk: walk(c, station, stocktake, &shelves)?, shelves, progress })
}

/// All copies that a walk is about: those that belong to its shelves, and those that were seen.
pub(super) fn standing(c: &mut Conn, station: &Station, walk: &Stocktake) -> Result<Vec<Standing>, Fault> {
    let seen = seen::of(c, station.id, walk.id)?;
    let mut known = copies::belonging(c, station.id, walk.shelf)?;
    let there: BTreeSet<CopyId> = known.iter().map(|one| one.copy).collect();
    let strays: Vec<CopyId> = seen.keys().filter(|copy| !there.contains(copy)).copied().collect();
    known.extend(copies::these(c, station.id, &strays)?);
    let elsewhere = answers::elsewhere(c, station.id)?;
    let begun_on = walk.begun_at.to_zoned_datetime(station.zone.clone()).date();
    let one = |one: copies::Known| Standing {
        copy: one.copy,
        title: one.title,
        shelf: one.shelf,
        stands: one.stands,
        elsewhere: elsewhere.contains(&one.copy),
        // Keys grow with time: what came in since the walk began has a larger one than the walk.
        since: one.copy.0 > walk.id.0 || one.seen_on >= Some(begun_on),
        seen: seen.get(&one.copy).map(|(shelf, ..)| *shelf),
        stood: seen.get(&one.copy).map(|(.., stood)| *stood),
        barcode: one.barcode,
    };
    Ok(known.into_iter().map(one).collect())
}

/// A copy of a walk with the title of what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub standing: Standing,
    pub title: String,
}

/// What would become of the copies if the walk ended now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ending {
    /// By shelf.
    pub missing: Vec<Listed>,
    /// Had been missing, or under repair.
    pub again: Vec<Listed>,
    /// Stand on a shelf where they do not belong.
    pub misplaced: Vec<Listed>,
    /// What whoever ends it says that they have read: it stands for exactly these missing copies.
    pub read: String,
}

pub fn ending(c: &mut Conn, house: &House, station: &Station, id: StocktakeId) -> Result<(Here, Ending), Fault> {
    let here = here(c, station, id)?;
    let all = standing(c, station, &here.walk.stocktake)?;
    let missing = becoming(&all, Becomes::Missing);
    let read = mark(house, &missing.iter().map(|one| one.copy).collect::<Vec<_>>());
    let missing = listed(c, station, missing)?;
    let again = listed(c, station, becoming(&all, Becomes::HereAgain))?;
    let misplaced = listed(c, station, all.into_iter().filter(Standing::misplaced).collect())?;
    Ok((here, Ending { missing, again, misplaced, read }))
}

/// What is missing still of the shelves of a walk that is over: the list grows shorter as things turn up.
pub fn still_missing(c: &mut Conn, station: &Station, walk: &Stocktake) -> Result<Vec<Listed>, Fault> {
    let all = standing(c, station, walk)?;
    let missing = |one: &Standing| one.stands == crate::rules::Stands::Missing;
    listed(c, station, all.into_iter().filter(missing).collect())
}

pub(super) fn becoming(all: &[Standing], becomes: Becomes) -> Vec<Standing> {
    all.iter().filter(|one| one.becomes() == becomes).cloned().collect()
}

fn listed(c: &mut Conn, station: &Station, all: Vec<Standing>) -> Result<Vec<Listed>, Fault> {
    let ids: BTreeSet<TitleId> = all.iter().map(|one| one.title).collect();
    let known = titles(c, station.id, &ids.into_iter().collect::<Vec<_>>())?;
    let names: BTreeMap<TitleId, String> = known.into_iter().map(|one| (one.id, one.title)).collect();
    let name = |one: &Standing| names.get(&one.title).cloned().unwrap_or_default();
    Ok(all.into_iter().map(|one| Listed { title: name(&one), standing: one }).collect())
}

/// A short word for these copies and no others.
pub(super) fn mark(house: &House, copies: &[CopyId]) -> String {
    let mut sorted = copies.to_vec();
    sorted.sort_unstable();
    let all: Vec<String> = sorted.iter().map(CopyId::to_string).collect();
    HEXLOWER.encode(&house.keys.lookup("stocktake", &all.join(" "))[..8])
}
