//! The lots of the year before are taken over.
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use super::lots::instant;
use crate::OccurrenceId;
use crate::fairday::{FairDay, answers};
use crate::parking::LotId;
use crate::parking::rules::{Bays, Lot, NoParking};
use crate::parking::store;

/// The lots of the fair before, for a fair that has none yet. Returns how many.
pub async fn copy(
    house: &House,
    station: &Arc<Station>,
    fair: OccurrenceId,
    staff: StaffId,
) -> Result<usize, Not<NoParking>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let fair = answers::fair(c, &station, fair)?;
        crate::store::hold_occurrence(c, station.id, fair.occurrence.id)?;
        if !store::of_fair(c, station.id, fair.occurrence.id, now)?.is_empty() {
            return Err(NoParking::LaidOut.into());
        }
        let before = last_laid_out(c, &station, &fair, now)?.ok_or(NoParking::NothingToCopy)?;
        let shift = (fair.day(&station) - before.0).get_days();
        for old in &before.1 {
            let moved = as_of_next_year(&h, &station, old, shift)?;
            store::insert_lot(c, station.id, (fair.occurrence.id, fair.day(&station)), &moved, now)?;
        }
        let id = fair.occurrence.id.to_string();
        event::record(
            c,
            station.id,
            now,
            By::Staff(staff.0),
            "parking.copied",
            &id,
            &json!({ "lots": before.1.len() }),
        )?;
        Ok::<_, Not<NoParking>>(before.1.len())
    };
    house.db.write(work).await
}

/// The newest fair of the series before this one that has lots, and its day.
fn last_laid_out(
    c: &mut Conn,
    station: &Station,
    fair: &FairDay,
    now: Timestamp,
) -> Result<Option<(Date, Vec<Lot>)>, Fault> {
    let all = crate::store::of_series(c, station.id, fair.occurrence.series)?;
    for x in all.into_iter().rev().filter(|x| x.starts_at < fair.occurrence.starts_at) {
        let lots = store::of_fair(c, station.id, x.id, now)?;
        if !lots.is_empty() {
            let day = FairDay { occurrence: x, series: fair.series.clone() }.day(station);
            return Ok(Some((day, lots)));
        }
    }
    Ok(None)
}

/// The same lot, empty and not yet counted, at the same times of another day.
fn as_of_next_year(house: &House, station: &Station, old: &Lot, days: i32) -> Result<Lot, Fault> {
    let moved = |at: Timestamp| {
        let wall = stations::wall(at, &station.zone).checked_add(days.days()).map_err(Fault::broken)?;
        instant(station, wall.date(), wall.time())
    };
    let empty = |b: &Bays| Bays { parked: 0, seen_at: None, recounted_at: None, ahead: None, ..b.clone() };
    Ok(Lot {
        id: LotId(house.new_id()),
        opens: moved(old.opens)?,
        closes: moved(old.closes)?,
        leave_by: old.leave_by.map(moved).transpose()?,
        shut: None,
        bays: old.bays.iter().map(empty).collect(),
        ..old.clone()
    })
}
