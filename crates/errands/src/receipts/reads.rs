//! What the pages and the API show, gathered in one read each.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::DateTime;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

use super::ReceiptId;
use super::answers::{self, Seen};
use super::rules::State;
use super::store::{self, Made};
use crate::answers::wall;
use crate::proxy::{self, ConsentId};
use crate::rules::Matter;
use crate::store as errands;

pub async fn receipt(house: &House, station: &Arc<Station>, id: ReceiptId) -> Result<(Seen, Vec<Made>), Fault> {
    let (h, station) = (house.clone(), station.clone());
    house.db.snapshot(move |c| answers::one(c, &h, &station, id)).await
}

/// All that are at the desk.
pub async fn standing(house: &House, station: &Arc<Station>) -> Result<Vec<Seen>, Fault> {
    let (h, station) = (house.clone(), station.clone());
    house.db.snapshot(move |c| answers::standing(c, &h, &station)).await
}

/// A person's papers that are at a desk, of all stations.
pub async fn theirs(house: &House, person: PersonId) -> Result<Vec<(Arc<Station>, Seen)>, Fault> {
    let h = house.clone();
    let read = move |c: &mut Conn| {
        let mut all = vec![];
        for (at, kept) in store::theirs(c, person)? {
            if kept.state != State::HandedBack {
                let station = Arc::new(stations::by_id(c, at)?);
                let seen = answers::seen(c, &h, &station, kept)?;
                all.push((station, seen));
            }
        }
        Ok(all)
    };
    house.db.snapshot(read).await
}

/// What papers are left for, and the consent under which.
pub async fn leaving(
    house: &House,
    station: &Arc<Station>,
    consent: Option<ConsentId>,
) -> Result<(Vec<Matter>, Option<proxy::Seen>), Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let mut matters = errands::matters(c, station.id)?;
        matters.retain(|m| m.draft.ways.drop_off);
        let consent = consent.map(|id| proxy::one(c, &h, &station, id, now)).transpose()?;
        Ok((matters, consent))
    };
    house.db.snapshot(read).await
}

/// A time that can be kept: the end of the station's next day with hours.
pub fn usual(house: &House, station: &Station, now: Timestamp) -> DateTime {
    let today = wall(station, now).date();
    let tomorrow = today.tomorrow().unwrap_or(today);
    let calendar = stations::calendar(house);
    let opens = station.hours.next_opening(tomorrow.at(0, 0, 0, 0), &calendar);
    let day = opens.map_or(tomorrow, |opens| opens.date());
    day.at(17, 0, 0, 0)
}
