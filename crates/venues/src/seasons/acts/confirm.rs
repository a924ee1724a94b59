//! The result becomes final: whoever leads a group is told, and each award becomes a series.
use std::sync::Arc;

use super::award::make_awards;
use super::load::{held, record};
use super::tell;
use crate::seasons::rules::{NoSeason, Stands, awarded};
use crate::seasons::store;
use crate::{ApplicationId, RoundId};
use kernel::db::Conn;
use kernel::event::By;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// Doing it twice is fine.
pub async fn confirm(house: &House, station: &Arc<Station>, id: RoundId, staff: StaffId) -> Result<(), Not<NoSeason>> {
    let (h, at, now) = (house.clone(), station.clone(), house.now());
    let by = By::Staff(staff.0);
    let work = move |c: &mut Conn| {
        let (round, stands) = held(c, &at, id, now)?;
        let Some(allocation) = round.allocation.as_ref().filter(|_| stands == Stands::Allocated) else {
            return if stands == Stands::Confirmed { Ok(()) } else { Err(NoSeason::NotNow.into()) };
        };
        let changes = store::changes_of(c, at.id, id)?;
        let awards = awarded(allocation, &changes);
        for award in &awards {
            store::insert_award(c, at.id, id, (ApplicationId(award.application), award.slot))?;
        }
        store::set_confirmed(c, at.id, id, now)?;
        let filed = store::of_round(c, at.id, id)?;
        tell::result(c, &h, &at, (&round, &filed), &awards)?;
        record(c, &at, (now, by), "season.confirmed", (id, &serde_json::json!({ "awards": awards.len() })))?;
        Ok::<_, Not<NoSeason>>(())
    };
    house.db.write(work).await?;
    Ok(make_awards(house, station, id, by).await?)
}
