//! Somebody begins a walk, or gives one up: then nothing of it stays.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use crate::StocktakeId;
use crate::stocktakes::rules::{NoStocktake, Stocktake, may_begin};
use crate::stocktakes::store::{seen, walks};

/// Along one shelf, or along all.
pub async fn begin(
    house: &House,
    station: &Arc<Station>,
    shelf: Option<i32>,
    (staff, once): (StaffId, Option<Once>),
) -> Result<StocktakeId, Not<NoStocktake>> {
    let (station, now, id) = (station.clone(), house.now(), StocktakeId(house.new_id()));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let shelves = walks::hold_shelves(c, station.id)?;
            may_begin(shelf, &shelves, &walks::open(c, station.id)?)?;
            let walk = Stocktake { id, shelf, begun_at: now, begun_by: staff, ended_at: None };
            walks::insert(c, station.id, &walk)?;
            event::record(c, station.id, now, By::Staff(staff.0), "stocktake.begun", &id.to_string(), &json!({}))?;
            Ok::<_, Not<NoStocktake>>(id)
        })
    };
    house.db.write(work).await
}

/// It was begun by mistake: no copy changes, and what was scanned is forgotten.
pub async fn give_up(
    house: &House,
    station: &Arc<Station>,
    id: StocktakeId,
    (staff, once): (StaffId, Option<Once>),
) -> Result<(), Not<NoStocktake>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            walks::held(c, station.id, id)?.runs()?;
            seen::remove(c, station.id, id)?;
            walks::remove(c, station.id, id)?;
            event::record(c, station.id, now, By::Staff(staff.0), "stocktake.given-up", &id.to_string(), &json!({}))?;
            Ok::<_, Not<NoStocktake>>(())
        })
    };
    house.db.write(work).await
}
