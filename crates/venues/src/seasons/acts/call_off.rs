//! A round is called off, with a public reason, before anybody has got anything.
use std::sync::Arc;

use super::load::{held, record};
use super::tell;
use crate::RoundId;
use crate::seasons::rules::{NoSeason, Stands};
use crate::seasons::store;
use kernel::db::Conn;
use kernel::event::By;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// Doing it twice is fine; the first reason stays.
pub async fn call_off(
    house: &House,
    station: &Arc<Station>,
    (id, reason): (RoundId, String),
    staff: StaffId,
) -> Result<(), Not<NoSeason>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let (round, stands) = held(c, &station, id, now)?;
        match stands {
            Stands::CalledOff => return Ok(()),
            Stands::Open | Stands::Locked => {}
            Stands::Allocated | Stands::Confirmed => return Err(NoSeason::NotNow.into()),
        }
        store::call_off(c, station.id, id, &reason, now)?;
        let filed = store::of_round(c, station.id, id)?;
        tell::called_off(c, &h, &station, (&round, &filed), &reason)?;
        record(c, &station, (now, By::Staff(staff.0)), "season.called-off", (id, &serde_json::json!({})))?;
        Ok::<_, Not<NoSeason>>(())
    };
    house.db.write(work).await
}
