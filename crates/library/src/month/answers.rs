//! A month, read from facts; and what stands idle, read from the copies as they are today.
use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fact;
use kernel::fault::Fault;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::rules::{Figures, Issue, Standing, add_up, idle_before, is_idle};
use super::store::{self, Kept};
use crate::TitleId;
use crate::catalogue::answers::{shelves, titles};
use crate::lending::answers::elsewhere;
use crate::rules::{Kind, Shelf, Stands};

/// So many idle copies of one shelf are listed.
pub const MOST_IDLE: usize = 300;

/// What a loan wrote down: lending says what these mean.
#[derive(Deserialize)]
struct Lent {
    children: bool,
    first: bool,
    kind: String,
}

#[derive(Deserialize)]
struct Back {
    late: bool,
}

#[derive(Deserialize)]
struct Pressed {
    taken: i64,
}

/// A month of a station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    pub figures: Figures,
    /// The first day of which anything is known.
    pub known_since: Option<Date>,
    /// What stands idle today, shelf by shelf. Of honesty shelves nobody writes down who takes what: they are not among them.
    pub shelves: Vec<IdleShelf>,
}

/// How much of a shelf nobody has taken for a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdleShelf {
    pub shelf: Shelf,
    /// What belongs there and stands here, or is lent.
    pub copies: usize,
    pub idle: usize,
}

pub fn month(c: &mut Conn, station: StationId, (month, today): (Date, Date)) -> Result<Month, Fault> {
    let (from, until) = (month.first_of_month(), month.first_of_month().saturating_add(1.month()));
    let lent: Vec<Lent> = facts(c, station, "library.issue", (from, until))?;
    let issues: Vec<Issue> = lent.into_iter().filter_map(issue).collect();
    let back: Vec<Back> = facts(c, station, "library.return", (from, until))?;
    let late: Vec<bool> = back.into_iter().map(|back| back.late).collect();
    let renewals = fact::between(c, station, "library.renewal", from, until)?.len();
    let pressed: Vec<Pressed> = facts(c, station, "library.honesty", (from, until))?;
    let honesty: Vec<i64> = pressed.into_iter().map(|pressed| pressed.taken).collect();
    let figures = add_up(&issues, &late, renewals, &honesty);
    let known_since = fact::first_day(c, station, "library.issue")?;
    Ok(Month { figures, known_since, shelves: idle_shelves(c, station, today)? })
}

/// Of a kind that this program does not know any more nothing is counted.
fn issue(lent: Lent) -> Option<Issue> {
    Some(Issue { kind: Kind::of_word(&lent.kind)?, children: lent.children, first: lent.first })
}

fn facts<T: DeserializeOwned>(
    c: &mut Conn,
    station: StationId,
    kind: &str,
    (from, until): (Date, Date),
) -> Result<Vec<T>, Fault> {
    let all = fact::between(c, station, kind, from, until)?;
    all.into_iter().map(|one| serde_json::from_value(one.data).map_err(Fault::broken)).collect()
}

/// Each copy that stands here or is lent, and whether it is idle.
fn standing(c: &mut Conn, station: StationId, today: Date) -> Result<Vec<(Kept, bool)>, Fault> {
    let (away, before) = (elsewhere(c, station)?, idle_before(today));
    let idle = |one: &Kept| {
        let (added_on, last_lent_on) = (one.added_on, one.last_lent_on);
        let elsewhere = away.contains(&one.copy);
        is_idle(&Standing { stands: Stands::Here, elsewhere, added_on, last_lent_on }, before)
    };
    let marked = |one: Kept| {
        let idle = idle(&one);
        (one, idle)
    };
    Ok(store::here(c, station)?.into_iter().map(marked).collect())
}

fn idle_shelves(c: &mut Conn, station: StationId, today: Date) -> Result<Vec<IdleShelf>, Fault> {
    let mut counts: BTreeMap<i32, (usize, usize)> = BTreeMap::new();
    for (one, idle) in standing(c, station, today)? {
        let (copies, n) = counts.entry(one.shelf).or_default();
        (*copies, *n) = (*copies + 1, *n + usize::from(idle));
    }
    let shelf = |shelf: Shelf| {
        let (copies, idle) = counts.get(&shelf.id).copied().unwrap_or_default();
        IdleShelf { shelf, copies, idle }
    };
    Ok(shelves(c, station)?.into_iter().filter(|shelf| !shelf.honesty).map(shelf).collect())
}

/// A copy that nobody has taken for a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idle {
    pub title: TitleId,
    pub name: String,
    pub barcode: String,
    pub added_on: Date,
    /// Never, without one.
    pub last_lent_on: Option<Date>,
}

/// The idle copies of a shelf: at most [`MOST_IDLE`] of so many, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdleList {
    pub shelf: Shelf,
    pub all: Vec<Idle>,
    pub n: usize,
}

pub fn idle(c: &mut Conn, station: StationId, code: &str, today: Date) -> Result<IdleList, Fault> {
    let shelf = shelves(c, station)?.into_iter().find(|shelf| shelf.code == code && !shelf.honesty);
    let shelf = shelf.ok_or(Fault::NotFound)?;
    let mut kept: Vec<Kept> = standing(c, station, today)?
        .into_iter()
        .filter(|(one, idle)| *idle && one.shelf == shelf.id)
        .map(|(one, _)| one)
        .collect();
    kept.sort_by_key(|one| (one.last_lent_on.unwrap_or(one.added_on), one.copy));
    let n = kept.len();
    kept.truncate(MOST_IDLE);
    let ids: Vec<TitleId> = kept.iter().map(|one| one.title).collect();
    let names: BTreeMap<TitleId, String> = titles(c, station, &ids)?.into_iter().map(|t| (t.id, t.title)).collect();
    let one = |one: Kept| Idle {
        name: names.get(&one.title).cloned().unwrap_or_default(),
        title: one.title,
        barcode: one.barcode,
        added_on: one.added_on,
        last_lent_on: one.last_lent_on,
    };
    Ok(IdleList { shelf, all: kept.into_iter().map(one).collect(), n })
}
