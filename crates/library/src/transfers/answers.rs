//! What staff ask about transfers, each station of its own side.
use std::collections::{BTreeMap, BTreeSet};

use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use stations::Station;

use super::rules::{State, Transfer};
use super::store::{rooms, transfers};
use crate::catalogue::answers::{self as catalogue, Found};
use crate::catalogue::rules::{Only, barcode};
use crate::lending::answers::{CopyState, copy_states};
use crate::rules::{Copy, Shelf, Title};
use crate::{CopyId, TitleId, TransferId};

/// So many of each list are shown.
const MOST: i64 = 100;
/// What is scanned on arrival is looked for among so many.
const MOST_COMING: i64 = 2000;
/// So many that are over.
const OVER: i64 = 20;
/// So many titles of another station are shown at once.
pub const FOUND: i64 = 20;
/// A county has fewer stations.
const NEAR: i64 = 200;

/// Another station, as far as this one has to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    pub slug: String,
    pub name_zh: String,
    /// May be empty.
    pub name_en: String,
}

impl Other {
    pub fn of(station: Station) -> Other {
        Other { slug: station.slug, name_zh: station.name_zh, name_en: station.name_en }
    }
}

/// A transfer with what both sides may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub transfer: Transfer,
    /// It is a copy of the station that asks.
    pub ours: bool,
    pub other: Other,
    pub title: Title,
}

/// All of one station.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// Others would like to have it.
    pub wanted: Vec<Seen>,
    /// On its way to here.
    pub coming: Vec<Seen>,
    /// Asked for by this station.
    pub asked: Vec<Seen>,
    /// On its way to others.
    pub sent: Vec<Seen>,
    /// The last that are over.
    pub over: Vec<Seen>,
}

pub fn overview(c: &mut Conn, station: StationId) -> Result<Overview, Fault> {
    const ENDS: &[State] = &[State::Arrived, State::Declined, State::CalledBack];
    let mut over = transfers::all_from(c, station, ENDS, OVER)?;
    over.extend(transfers::all_to(c, station, ENDS, OVER)?);
    over.sort_by_key(|one| (std::cmp::Reverse(one.ended_at), one.id));
    over.truncate(usize::try_from(OVER).unwrap_or(usize::MAX));
    let lists = [
        transfers::all_from(c, station, &[State::Asked], MOST)?,
        transfers::all_to(c, station, &[State::Sent], MOST)?,
        transfers::all_to(c, station, &[State::Asked], MOST)?,
        transfers::all_from(c, station, &[State::Sent], MOST)?,
        over,
    ];
    let mut seen = vec![];
    for list in lists {
        seen.push(all_seen(c, station, list)?);
    }
    let mut lists = seen.into_iter();
    let mut next = || lists.next().unwrap_or_default();
    Ok(Overview { wanted: next(), coming: next(), asked: next(), sent: next(), over: next() })
}

fn all_seen(c: &mut Conn, station: StationId, all: Vec<Transfer>) -> Result<Vec<Seen>, Fault> {
    let mut of: BTreeMap<StationId, Vec<TitleId>> = BTreeMap::new();
    for one in &all {
        of.entry(one.from).or_default().push(one.title);
    }
    let mut titles: BTreeMap<(StationId, TitleId), Title> = BTreeMap::new();
    for (from, ids) in of {
        titles.extend(catalogue::titles(c, from, &ids)?.into_iter().map(|title| ((from, title.id), title)));
    }
    let others: BTreeSet<StationId> = all.iter().map(|one| other(station, one)).collect();
    let known = stations::by_ids(c, &others.into_iter().collect::<Vec<_>>())?;
    let known: BTreeMap<StationId, Other> = known.into_iter().map(|one| (one.id, Other::of(one))).collect();
    let one = |one: Transfer| {
        let title = titles.get(&(one.from, one.title)).cloned()?;
        Some(Seen {
            ours: one.from == station,
            other: known.get(&other(station, &one)).cloned()?,
            title,
            transfer: one,
        })
    };
    Ok(all.into_iter().filter_map(one).collect())
}

fn other(station: StationId, one: &Transfer) -> StationId {
    if one.from == station { one.to } else { one.from }
}

/// One transfer with what can be done about it here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct One {
    pub seen: Seen,
    /// Of our own: the copies of what was asked for, as they stand. Nobody else's are shown.
    pub copies: Vec<(Copy, CopyState)>,
    /// Of our own: what was sent.
    pub sent: Option<Copy>,
    /// Where it may stand.
    pub shelves: Vec<Shelf>,
}

/// As this station sees it; a transfer between two others is not there.
pub fn one(c: &mut Conn, station: StationId, id: TransferId) -> Result<One, Fault> {
    let transfer = match transfers::from_here(c, station, id) {
        Err(Fault::NotFound) => transfers::to_here(c, station, id)?,
        read => read?,
    };
    let ours = transfer.from == station;
    let mut one =
        One { copies: vec![], sent: None, shelves: catalogue::shelves(c, station)?, seen: seen(c, station, transfer)? };
    if ours {
        let transfer = &one.seen.transfer;
        one.sent = transfer.copy.map(|copy| catalogue::copy(c, station, copy)).transpose()?;
        if transfer.state == State::Asked {
            let copies = catalogue::copies_of(c, station, transfer.title)?;
            let states = copy_states(c, station, &copies)?;
            one.copies = copies.into_iter().zip(states).collect();
        }
    }
    Ok(one)
}

fn seen(c: &mut Conn, station: StationId, transfer: Transfer) -> Result<Seen, Fault> {
    let id = transfer.id;
    let odd = || Fault::broken(format!("transfer {id} is of a station or a title that there is not"));
    all_seen(c, station, vec![transfer])?.pop().ok_or_else(odd)
}

/// What is on its way to here under that barcode of whoever sent it. Stations count for themselves: there may be several.
pub fn coming_as(c: &mut Conn, station: StationId, typed: &str) -> Result<Vec<TransferId>, Fault> {
    let Some(code) = barcode::read(typed) else { return Ok(vec![]) };
    let mut of: BTreeMap<StationId, Vec<(CopyId, TransferId)>> = BTreeMap::new();
    for one in transfers::all_to(c, station, &[State::Sent], MOST_COMING)? {
        of.entry(one.from).or_default().extend(one.copy.map(|copy| (copy, one.id)));
    }
    let mut found = vec![];
    for (from, sent) in of {
        let ids: Vec<CopyId> = sent.iter().map(|(copy, _)| *copy).collect();
        let named = catalogue::copies(c, from, &ids)?.into_iter().filter(|copy| copy.barcode == code);
        let named: BTreeSet<CopyId> = named.map(|copy| copy.id).collect();
        found.extend(sent.into_iter().filter(|(copy, _)| named.contains(copy)).map(|(_, id)| id));
    }
    Ok(found)
}

/// The stations of the same county that have a reading room, without this one.
pub fn near(c: &mut Conn, station: &Station) -> Result<Vec<Other>, Fault> {
    let county = station.division.code / 1000;
    let all = stations::some(c, Some(county), 0, NEAR)?;
    let rooms = rooms::with_shelves(c, &all.iter().map(|one| one.id).collect::<Vec<_>>())?;
    let there = |one: &Station| one.id != station.id && rooms.contains(&one.id);
    Ok(all.into_iter().filter(there).map(Other::of).collect())
}

/// What another station has: what fits what was typed, or what is newest there. As everybody may read it.
pub fn offered(c: &mut Conn, from: StationId, typed: &str) -> Result<Vec<Found>, Fault> {
    let only = Only { with_copies: true, ..Only::default() };
    match typed.trim() {
        "" => catalogue::newest(c, from, None, only, FOUND),
        typed => catalogue::search_only(c, from, typed, (only, FOUND)),
    }
}

/// The copy of this station with that barcode, and what it is.
pub fn own_copy(c: &mut Conn, station: StationId, typed: &str) -> Result<Option<(Copy, Title)>, Fault> {
    let Some(code) = barcode::read(typed) else { return Ok(None) };
    let Some(copy) = catalogue::copy_by_barcode(c, station, &code)? else { return Ok(None) };
    let title = catalogue::title(c, station, copy.title)?;
    Ok(Some((copy, title)))
}
