//! Whoever runs the station says how many people of a village could wish for what.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{Role, StaffAt};
use serde_json::json;
use stations::Station;

use crate::rules::{Kind, NoWish, Share};
use crate::store::shares;

fn only_managers(staff: &StaffAt) -> Result<(), Fault> {
    if staff.role >= Role::Manager { Ok(()) } else { Err(Fault::NotFound) }
}

/// In place of an earlier count.
pub async fn set_share(
    house: &House,
    station: &Arc<Station>,
    share: Share,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoWish>> {
    only_managers(staff)?;
    let (station, now, who) = (station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            if !stations::villages(c, &station.division)?.iter().any(|v| v.code == share.village) {
                return Err(NoWish::NoVillage.into());
            }
            shares::set(c, station.id, &share)?;
            let subject = format!("{} {}", share.village, share.kind.word());
            event::record(c, station.id, now, By::Staff(who.0), "wish.share-set", &subject, &json!({}))?;
            Ok::<_, Not<NoWish>>(())
        })
    };
    house.db.write(work).await
}

/// There is no count any more: cards do not say that village.
pub async fn remove_share(
    house: &House,
    station: &Arc<Station>,
    (village, kind): (i64, Kind),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Fault> {
    only_managers(staff)?;
    let (station, now, who) = (station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            if !shares::remove(c, station.id, (village, kind))? {
                return Err(Fault::NotFound);
            }
            let subject = format!("{village} {}", kind.word());
            event::record(c, station.id, now, By::Staff(who.0), "wish.share-removed", &subject, &json!({}))?;
            Ok(())
        })
    };
    house.db.write(work).await
}
