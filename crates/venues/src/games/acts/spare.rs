//! When somebody can play. Nobody else reads it; it only decides who is told of a new game.
use std::sync::Arc;

use crate::answers as rooms;
use crate::games::rules::{NoGame, Weekly, last_day};
use crate::games::store::{self, Spare};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

/// So many weekly times are enough for one person at one station.
const MOST: usize = 10;

/// Adds a weekly time for the activity of the offering called `slug`. Returns its id.
pub async fn add(
    house: &House,
    station: &Arc<Station>,
    person: PersonId,
    (slug, weekly): (String, Weekly),
    once: Option<Once>,
) -> Result<Id, Not<NoGame>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let offering = super::load::of_room(rooms::offering(c, &station, &slug))?;
            let mine = store::of_person(c, station.id, person)?;
            let same = mine.iter().find(|s| {
                (s.weekly.weekday, s.weekly.from, s.weekly.until) == (weekly.weekday, weekly.from, weekly.until)
                    && s.activity == offering.activity
            });
            if let Some(same) = same {
                store::renew(c, station.id, person, same.id, weekly.ends_on)?;
                return Ok(same.id);
            }
            if mine.len() >= MOST {
                return Err(NoGame::EnoughTimes { most: i32::try_from(MOST).unwrap_or(i32::MAX) }.into());
            }
            let id = h.new_id();
            let spare = Spare { id, station: station.id, person, activity: offering.activity, weekly };
            store::insert_spare(c, &spare, now)?;
            Ok(id)
        })
    };
    house.db.write(work).await
}

/// One tap: it lasts as long as it can again.
pub async fn renew(house: &House, station: &Arc<Station>, person: PersonId, id: Id) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let today = now.to_zoned_datetime(station.zone.clone()).date();
    house.db.write(move |c| store::renew(c, station.id, person, id, last_day(today))).await
}

/// Takes a weekly time back. Doing it twice is fine.
pub async fn forget(house: &House, station: &Arc<Station>, person: PersonId, id: Id) -> Result<(), Fault> {
    let station = station.id;
    house.db.write(move |c| store::end(c, station, person, id)).await
}

pub async fn times(house: &House, station: &Arc<Station>, person: PersonId) -> Result<Vec<Spare>, Fault> {
    let station = station.id;
    house.db.read(move |c| store::of_person(c, station, person)).await
}
