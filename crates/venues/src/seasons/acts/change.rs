//! Staff give a slot or take one, with a reason that everybody reads.
use std::sync::Arc;

use super::load::{held, record};
use crate::seasons::rules::{Change, NoSeason, Stands, awarded, changeable};
use crate::seasons::store;
use crate::{ApplicationId, RoundId};
use kernel::db::Conn;
use kernel::event::By;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// A change that staff ask for.
#[derive(Debug, Clone)]
pub struct NewChange {
    pub application: ApplicationId,
    pub slot: i32,
    pub gives: bool,
    pub reason: String,
}

pub async fn change(
    house: &House,
    station: &Arc<Station>,
    (id, new): (RoundId, NewChange),
    staff: StaffId,
    once: Option<Once>,
) -> Result<(), Not<NoSeason>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let (round, stands) = held(c, &station, id, now)?;
            let Some(allocation) = round.allocation.as_ref().filter(|_| stands == Stands::Allocated) else {
                return Err(NoSeason::NotNow.into());
            };
            let filed = store::application(c, station.id, id, new.application)?;
            let before = store::changes_of(c, station.id, id)?;
            changeable(&round.terms, &filed.application, &awarded(allocation, &before), (new.slot, new.gives))?;
            let change = Change {
                application: new.application.0,
                slot: new.slot,
                gives: new.gives,
                reason: new.reason.clone(),
                at: now,
            };
            store::insert_change(c, station.id, id, before.len(), &change)?;
            let data = serde_json::json!({ "application": new.application, "slot": new.slot, "gives": new.gives });
            record(c, &station, (now, By::Staff(staff.0)), "season.changed", (id, &data))?;
            Ok::<_, Not<NoSeason>>(())
        })
    };
    house.db.write(work).await
}
