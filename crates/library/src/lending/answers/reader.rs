//! All that a station knows of one reader, for themselves and for whoever serves them.
use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

use super::days::{day_of, settings};
use super::holds::{self as waiting, HoldSeen};
use super::loans::{self as having, LoanSeen, late};
use crate::TitleId;
use crate::catalogue::answers as catalogue;
use crate::lending::store::{history, holds, loans, readers};
use crate::rules::Title;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    pub loans: Vec<LoanSeen>,
    pub holds: Vec<HoldSeen>,
    /// They get nothing more: something of theirs was due on that day.
    pub blocked_since: Option<Date>,
    /// They want a list of what they have read.
    pub history: bool,
}

pub fn at_reader(c: &mut Conn, house: &House, station: &Station, person: PersonId) -> Result<Reader, Fault> {
    let today = day_of(station, house.now());
    let decided = settings(c, station.id)?;
    let theirs = loans::of_person(c, Some(station.id), person)?;
    let blocked_since = late(&theirs, &decided, today).map(|(since, _)| since);
    let waited = holds::of_person(c, Some(station.id), person)?;
    Ok(Reader {
        loans: having::seen(c, station.id, theirs, today)?.into_iter().map(|(one, _)| one).collect(),
        holds: waiting::seen(c, station.id, waited)?.into_iter().map(|(one, _)| one).collect(),
        blocked_since,
        history: decided.history && readers::of(c, station.id, person)?.history,
    })
}

/// Something that somebody had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    pub title: Title,
    pub lent_on: Date,
    pub returned_on: Date,
}

/// What somebody has read, everywhere where they keep a list of it; the newest first.
pub fn history_of(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, Read)>, Fault> {
    let all = history::of_person(c, person)?;
    let mut by_station: BTreeMap<StationId, Vec<TitleId>> = BTreeMap::new();
    for one in &all {
        by_station.entry(one.station).or_default().push(one.title);
    }
    let mut titles: BTreeMap<(StationId, TitleId), Title> = BTreeMap::new();
    for (at, of) in by_station {
        titles.extend(catalogue::titles(c, at, &of)?.into_iter().map(|title| ((at, title.id), title)));
    }
    let read = |one: history::Kept| {
        let title = titles.get(&(one.station, one.title)).cloned()?;
        Some((one.station, Read { title, lent_on: one.lent_on, returned_on: one.returned_on }))
    };
    Ok(all.into_iter().filter_map(read).collect())
}
