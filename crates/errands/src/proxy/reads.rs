//! What the pages and the API show, gathered in one read each.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

use super::answers::{self, Seen};
use super::rules::State;
use super::{ConsentId, store};
use crate::rules::Matter;
use crate::store as errands;

/// What holds at a station now.
pub async fn holding(house: &House, station: &Arc<Station>) -> Result<Vec<Seen>, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    house.db.snapshot(move |c| answers::holding(c, &h, &station, now)).await
}

pub async fn consent(house: &House, station: &Arc<Station>, id: ConsentId) -> Result<Seen, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    house.db.snapshot(move |c| answers::one(c, &h, &station, id, now)).await
}

/// A consent of somebody's own; for anybody else it is not there.
pub async fn own(house: &House, station: &Arc<Station>, (id, person): (ConsentId, PersonId)) -> Result<Seen, Fault> {
    let seen = consent(house, station, id).await?;
    if seen.kept.person == Some(person) { Ok(seen) } else { Err(Fault::NotFound) }
}

/// What a person has agreed to and can still take back, of all stations.
pub async fn theirs(house: &House, person: PersonId) -> Result<Vec<(Arc<Station>, Seen)>, Fault> {
    let (h, now) = (house.clone(), house.now());
    let read = move |c: &mut Conn| {
        let mut all = vec![];
        for (at, kept) in store::theirs(c, person)? {
            let station = Arc::new(stations::by_id(c, at)?);
            let seen = answers::seen(c, &h, &station, kept, now)?;
            if seen.state == State::Holds {
                all.push((station, seen));
            }
        }
        Ok(all)
    };
    house.db.snapshot(read).await
}

/// What is done by proxy.
pub async fn matters(house: &House, station: &Arc<Station>) -> Result<Vec<Matter>, Fault> {
    let station = station.id;
    let all = house.db.read(move |c: &mut Conn| errands::matters(c, station)).await?;
    Ok(all.into_iter().filter(|m| m.draft.ways.proxy).collect())
}
