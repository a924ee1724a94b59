//! What there is to see of rounds. Reads only.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::acts::known;
use super::rules::{Application, Awarded, Change, FORMAT, Published as _, Sheet, Stands, awarded};
use super::store::{self, Filed, Given, Round};
use crate::RoundId;
use crate::series::rules::{Outcome, Why};
use crate::series::store as series;
use kernel::db::Conn;
use kernel::fault::Fault;
use people::PersonId;
use stations::Station;

/// A round and everything about it, whatever may be shown of it now.
#[derive(Debug, Clone)]
pub struct Look {
    pub round: Round,
    pub stands: Stands,
    pub previous: Option<kernel::db::types::Id>,
    /// By id.
    pub filed: Vec<Filed>,
    pub changes: Vec<Change>,
    /// Who has what, as far as it is decided.
    pub awards: Vec<Awarded>,
    /// What became of the awards, once they are final.
    pub given: Vec<Made>,
}

/// An award and the dates of its series.
#[derive(Debug, Clone)]
pub struct Made {
    pub given: Given,
    /// How many dates have a reservation, so far as they are booked.
    pub booked: usize,
    /// Those that do not take place or had no room, and why.
    pub without: Vec<(Date, Why)>,
    pub clashes: usize,
}

pub fn look(c: &mut Conn, station: &Station, id: RoundId, now: Timestamp) -> Result<Look, Fault> {
    let round = store::by_id(c, station.id, id)?;
    whole(c, station, round, now)
}

fn whole(c: &mut Conn, station: &Station, round: Round, now: Timestamp) -> Result<Look, Fault> {
    let stands = round.stands(now);
    let open = matches!(stands, Stands::Open | Stands::CalledOff);
    let (previous, filed) = match open {
        true => (round.previous, store::of_round(c, station.id, round.id)?),
        false => known(c, station, &round)?,
    };
    let changes = store::changes_of(c, station.id, round.id)?;
    let awards = round.allocation.as_ref().map(|a| awarded(a, &changes)).unwrap_or_default();
    let given = store::awards_of(c, station.id, round.id)?;
    let given = given.into_iter().map(|g| made(c, station, g)).collect::<Result<_, _>>()?;
    Ok(Look { round, stands, previous, filed, changes, awards, given })
}

fn made(c: &mut Conn, station: &Station, given: Given) -> Result<Made, Fault> {
    let dates = given.series.map(|id| series::dates_of(c, station.id, id)).transpose()?.unwrap_or_default();
    let booked = dates.iter().filter(|d| d.outcome.reservation().is_some()).count();
    let clashes = dates.iter().filter(|d| matches!(d.outcome, Outcome::Clash(_))).count();
    let without = dates.into_iter().filter_map(|d| match d.outcome {
        Outcome::Skipped(why) | Outcome::Clash(why) => Some((d.on, why)),
        Outcome::Booked { .. } | Outcome::NotKnown => None,
    });
    Ok(Made { given, booked, without: without.collect(), clashes })
}

impl Look {
    /// The round as everybody may see it: nobody's wishes before nothing can be changed any more.
    pub fn sheet(&self, station: &Station) -> Sheet {
        let locked = matches!(self.stands, Stands::Locked | Stands::Allocated | Stands::Confirmed);
        let applications: Vec<Application> =
            self.filed.iter().filter(|_| locked).map(|f| f.application.clone()).collect();
        Sheet {
            format: FORMAT.into(),
            station: station.slug.to_string(),
            round: self.round.id.0,
            state: self.stands,
            terms: self.round.terms.clone(),
            commitment: self.round.commitment.clone(),
            previous: self.previous,
            // What was written down stays, whatever has become of the applications since.
            locked: locked.then(|| self.round.locked.clone().unwrap_or_else(|| Sheet::digest_of(&applications))),
            applications,
            seed: self.round.seed.clone(),
            allocation: self.round.allocation.clone(),
            changes: self.changes.clone(),
            awards: self.awards.clone(),
            confirmed_at: self.round.confirmed_at,
            sum: String::new(),
        }
        .signed()
    }

    pub fn of(&self, person: PersonId) -> Option<&Filed> {
        self.filed.iter().find(|f| f.person == Some(person))
    }
}

/// The rounds of a station, the newest first.
pub fn all(c: &mut Conn, station: &Station) -> Result<Vec<Round>, Fault> {
    store::all(c, station.id)
}

/// Those in which one can apply, for the home page: the results of all rounds before are not read.
pub fn open(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<Round>, Fault> {
    store::open(c, station.id, now)
}

/// One station and the rounds in which a person has applied there.
pub type AtStation = (Arc<Station>, Vec<(Look, Filed)>);

/// What a person has applied for in seasons that are not over.
pub fn of_person(c: &mut Conn, person: PersonId, now: Timestamp) -> Result<Vec<AtStation>, Fault> {
    let mut all: Vec<AtStation> = vec![];
    for (at, round, id) in store::of_person(c, person)? {
        let station = match all.last() {
            Some((station, _)) if station.id == at => station.clone(),
            _ => Arc::new(stations::by_id(c, at)?),
        };
        let today = now.to_zoned_datetime(station.zone.clone()).date();
        let round = store::by_id(c, at, round)?;
        if round.terms.ends_on < today {
            continue;
        }
        let look = whole(c, &station, round, now)?;
        let Some(filed) = look.filed.iter().find(|f| f.id == id).cloned() else { continue };
        match all.last_mut() {
            Some((last, rounds)) if last.id == at => rounds.push((look, filed)),
            _ => all.push((station, vec![(look, filed)])),
        }
    }
    Ok(all)
}
