//! What the pages and the API show, gathered in one read each.
use std::sync::Arc;

use super::answers::{self, AtStation, Look};
use super::store::Round;
use crate::RoundId;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

pub async fn look(house: &House, station: &Arc<Station>, id: RoundId) -> Result<Look, Fault> {
    let (station, now) = (station.clone(), house.now());
    house.db.snapshot(move |c| answers::look(c, &station, id, now)).await
}

/// The rounds of a station, the newest first.
pub async fn all(house: &House, station: &Arc<Station>) -> Result<Vec<Round>, Fault> {
    let station = station.clone();
    house.db.read(move |c| answers::all(c, &station)).await
}

/// Those in which one can apply now.
pub async fn open(house: &House, station: &Arc<Station>) -> Result<Vec<Round>, Fault> {
    let (station, now) = (station.clone(), house.now());
    house.db.read(move |c| answers::open(c, &station, now)).await
}

pub async fn of_person(house: &House, person: PersonId) -> Result<Vec<AtStation>, Fault> {
    let now = house.now();
    house.db.snapshot(move |c: &mut Conn| answers::of_person(c, person, now)).await
}
