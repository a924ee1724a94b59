//! What somebody has, waits for, and has read.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

use crate::catalogue::answers as catalogue;
use crate::lending::answers::{self as lending, HoldSeen, LoanSeen, Read};

/// What somebody has and waits for at one station.
#[derive(Clone)]
pub struct Mine {
    pub station: Arc<Station>,
    pub loans: Vec<LoanSeen>,
    pub holds: Vec<HoldSeen>,
    /// The station offers a list of what one has read.
    pub offers_history: bool,
}

/// The same at all stations where there is anything, in the order of their keys.
pub async fn mine(house: &House, person: PersonId) -> Result<Vec<Mine>, Fault> {
    let now = house.now();
    house.db.snapshot(move |c: &mut Conn| everywhere(c, person, now)).await
}

fn everywhere(c: &mut Conn, person: PersonId, now: Timestamp) -> Result<Vec<Mine>, Fault> {
    let loans = lending::loans_of(c, None, person, now)?;
    let holds = lending::holds_of(c, person)?;
    let mut ids: Vec<StationId> = loans.iter().map(|(at, _)| *at).chain(holds.iter().map(|(at, _)| *at)).collect();
    ids.sort_unstable();
    ids.dedup();
    let stations = stations::by_ids(c, &ids)?;
    let mut all = vec![];
    for station in stations {
        let offers_history = catalogue::settings(c, station.id)?.history;
        let id = station.id;
        all.push(Mine {
            loans: loans.iter().filter(|(at, _)| *at == id).map(|(_, loan)| loan.clone()).collect(),
            holds: holds.iter().filter(|(at, _)| *at == id).map(|(_, hold)| hold.clone()).collect(),
            station: Arc::new(station),
            offers_history,
        });
    }
    Ok(all)
}

/// Whether somebody wants a list of what they read here, and the list. Where the station offers none, there is none.
pub async fn history(house: &House, station: &Arc<Station>, me: PersonId) -> Result<(bool, Vec<Read>), Fault> {
    let (h, at) = (house.clone(), station.clone());
    let read = move |c: &mut Conn| {
        if !catalogue::settings(c, at.id)?.history {
            return Err(Fault::NotFound);
        }
        let wanted = lending::at_reader(c, &h, &at, me)?.history;
        let all = lending::history_of(c, me)?.into_iter().filter(|(station, _)| *station == at.id);
        Ok((wanted, all.map(|(_, read)| read).collect()))
    };
    house.db.snapshot(read).await
}
