//! What a manager writes of deputies.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use crate::acts::{NotKept, seen};
use crate::deputies::store::{self, Deputy};

fn fits(c: &mut Conn, station: &Station, deputy: &Deputy) -> Result<(), Not<NotKept>> {
    let Some(staff) = deputy.staff else { return Ok(()) };
    let works_here = people::staff_of(c, station.id)?.iter().any(|s| s.id == staff);
    let other = store::deputies(c, station.id)?.iter().any(|d| d.staff == Some(staff) && d.id != deputy.id);
    if works_here && !other { Ok(()) } else { Err(NotKept::StaffTaken.into()) }
}

/// Two who write at once: the later one runs again and sees what the other has written.
fn again(written: Result<(), Fault>) -> Result<(), Fault> {
    match written {
        Err(Fault::AlreadyThere(what)) => Err(Fault::Clash(what)),
        written => written,
    }
}

/// A new deputy; `deputy.id` is ignored.
pub async fn add_deputy(
    house: &House,
    station: &Arc<Station>,
    deputy: Deputy,
    (staff, once): (StaffId, Option<Once>),
) -> Result<i32, Not<NotKept>> {
    let (station, now) = (station.clone(), house.now());
    let add = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let deputy = Deputy { id: store::last_deputy(c, station.id)? + 1, ..deputy.clone() };
            fits(c, &station, &deputy)?;
            again(store::add_deputy(c, station.id, &deputy))?;
            let subject = deputy.id.to_string();
            event::record(c, station.id, now, By::Staff(staff.0), "deputy.added", &subject, &json!({}))?;
            Ok::<_, Not<NotKept>>(deputy.id)
        })
    };
    house.db.write(add).await
}

/// Writes a deputy anew; with `retired` they receive no more, and their days stay.
pub async fn edit_deputy(
    house: &House,
    station: &Arc<Station>,
    (deputy, retired): (Deputy, bool),
    (seen_as, staff): (String, StaffId),
) -> Result<(), Not<NotKept>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let edit = move |c: &mut Conn| {
        store::hold_deputies(c, station.id)?;
        let old = store::deputies(c, station.id)?.into_iter().find(|d| d.id == deputy.id).ok_or(Fault::NotFound)?;
        if old == deputy && !retired {
            return Ok(());
        }
        if seen(&h, &old) != seen_as {
            return Err(NotKept::Changed.into());
        }
        fits(c, &station, &deputy)?;
        again(store::edit_deputy(c, station.id, &deputy, retired))?;
        let kind = if retired { "deputy.retired" } else { "deputy.changed" };
        event::record(c, station.id, now, By::Staff(staff.0), kind, &deputy.id.to_string(), &json!({}))?;
        Ok::<_, Not<NotKept>>(())
    };
    house.db.write(edit).await
}

/// Writes a station's deputies down for the first time, as an import does.
pub fn found(c: &mut Conn, station: StationId, deputies: &[Deputy]) -> Result<(), Fault> {
    deputies.iter().try_for_each(|deputy| store::add_deputy(c, station, deputy))
}
