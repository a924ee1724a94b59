//! The deadline has decided: it is written down what can no longer be changed, with its hash.
use jiff::Timestamp;

use super::known::known;
use super::load::{held, record};
use crate::RoundId;
use crate::seasons::rules::{Application, Sheet, Stands};
use crate::seasons::store::{self, Round};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

/// How many rounds are locked in one transaction.
const BATCH: i64 = 20;

pub async fn jobs(house: &House) -> Result<(), Fault> {
    loop {
        let now = house.now();
        let work = move |c: &mut Conn| {
            let due = store::to_lock(c, now, BATCH)?;
            due.iter().try_for_each(|at| one(c, *at, now))?;
            Ok::<_, Fault>(due.len())
        };
        if house.db.write(work).await? == 0 {
            return Ok(());
        }
    }
}

fn one(c: &mut Conn, (station, id): (StationId, RoundId), now: Timestamp) -> Result<(), Fault> {
    let station = stations::by_id(c, station)?;
    let (round, stands) = held(c, &station, id, now)?;
    if stands == Stands::Locked { locked(c, &station, &round, now).map(|_| ()) } else { Ok(()) }
}

/// Locks a round whose time is over, unless it is, and returns its applications.
pub fn locked(c: &mut Conn, station: &Station, round: &Round, now: Timestamp) -> Result<Vec<Application>, Fault> {
    let (previous, filed) = known(c, station, round)?;
    let all: Vec<Application> = filed.into_iter().map(|f| f.application).collect();
    if round.locked.is_none() {
        all.iter().try_for_each(|known| store::set_known(c, station.id, round.id, known))?;
        store::set_locked(c, station.id, round.id, (&Sheet::digest_of(&all), previous), now)?;
        let data = serde_json::json!({ "applications": all.len() });
        record(c, station, (now, By::Program), "season.locked", (round.id, &data))?;
    }
    Ok(all)
}
