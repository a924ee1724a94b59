//! Lots are laid out for a fair, written anew, closed and opened again.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde::Serialize;
use serde_json::json;
use stations::Station;

use crate::OccurrenceId;
use crate::fairday::{FairDay, answers};
use crate::parking::LotId;
use crate::parking::rules::{Bays, Class, Held, Lot, Name, NoParking};
use crate::parking::store;

/// The bays of a class as somebody writes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DraftBays {
    pub class: Class,
    pub capacity: i32,
    pub held: Vec<Held>,
}

/// A lot as somebody writes it, well-formed. Times are of the fair's day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Draft {
    pub slug: String,
    pub name: Name,
    pub address: String,
    pub at: Option<(f64, f64)>,
    pub place: i16,
    pub threshold: i16,
    pub opens: Time,
    pub closes: Time,
    pub leave_by: Option<Time>,
    pub bays: Vec<DraftBays>,
}

pub(super) fn instant(station: &Station, day: Date, time: Time) -> Result<Timestamp, Fault> {
    let at = station.zone.to_ambiguous_zoned_datetime(day.to_datetime(time)).compatible();
    Ok(at.map_err(Fault::broken)?.timestamp())
}

impl Draft {
    /// The lot that it makes of what was there: what is counted stays, and a class that was counted does not go.
    fn laid_out(&self, station: &Station, day: Date, id: LotId, old: Option<&Lot>) -> Result<Lot, Fault> {
        let fresh = |b: &DraftBays| {
            let was = old.and_then(|lot| lot.bays(b.class));
            Bays {
                class: b.class,
                capacity: b.capacity,
                held: b.held.clone(),
                parked: was.map_or(0, |w| w.parked),
                seen_at: was.and_then(|w| w.seen_at),
                recounted_at: was.and_then(|w| w.recounted_at),
                ahead: was.and_then(|w| w.ahead),
            }
        };
        let mut bays: Vec<Bays> = self.bays.iter().map(fresh).collect();
        for was in old.into_iter().flat_map(|lot| &lot.bays) {
            if was.are_counted() && !bays.iter().any(|b| b.class == was.class) {
                bays.push(was.clone());
            }
        }
        Ok(Lot {
            id,
            slug: self.slug.clone(),
            name: self.name.clone(),
            address: self.address.clone(),
            at: self.at,
            place: self.place,
            threshold: self.threshold,
            opens: instant(station, day, self.opens)?,
            closes: instant(station, day, self.closes)?,
            leave_by: self.leave_by.map(|time| instant(station, day, time)).transpose()?,
            shut: old.and_then(|lot| lot.shut.clone()),
            bays,
        })
    }
}

pub async fn add(
    house: &House,
    station: &Arc<Station>,
    (fair, draft): (OccurrenceId, Draft),
    (staff, once): (StaffId, Option<Once>),
) -> Result<LotId, Not<NoParking>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let fair = answers::fair(c, &station, fair)?;
            crate::store::hold_occurrence(c, station.id, fair.occurrence.id)?;
            if store::has_lot(c, station.id, (fair.occurrence.id, &draft.slug))? {
                return Err(NoParking::Twice.into());
            }
            Ok(found(c, &h, &station, (&fair, &draft), (By::Staff(staff.0), now))?)
        })
    };
    house.db.write(work).await
}

/// A lot as files or another act lay it out.
pub fn found(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (fair, draft): (&FairDay, &Draft),
    (by, now): (By, Timestamp),
) -> Result<LotId, Fault> {
    let day = fair.day(station);
    let lot = draft.laid_out(station, day, LotId(house.new_id()), None)?;
    store::insert_lot(c, station.id, (fair.occurrence.id, day), &lot, now)?;
    event::record(c, station.id, now, by, "parking.laid-out", &lot.id.to_string(), &json!({ "lot": lot.slug }))?;
    Ok(lot.id)
}

/// Writes a lot anew; what was counted stays.
pub async fn edit(
    house: &House,
    station: &Arc<Station>,
    (id, draft): (LotId, Draft),
    staff: StaffId,
) -> Result<(), Not<NoParking>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let old = store::hold_lot(c, station.id, id, now)?;
        let (fair, day) = (store::fair_of(c, station.id, id)?, store::day_of(c, station.id, id)?);
        if draft.slug != old.slug && store::has_lot(c, station.id, (fair, &draft.slug))? {
            return Err(NoParking::Twice.into());
        }
        let lot = draft.laid_out(&station, day, id, Some(&old))?;
        store::set_lot(c, station.id, &lot)?;
        for gone in old.bays.iter().filter(|was| lot.bays(was.class).is_none()) {
            store::remove_bays(c, station.id, id, gone.class)?;
        }
        for bays in &lot.bays {
            store::set_bays(c, station.id, id, bays)?;
        }
        event::record(c, station.id, now, By::Staff(staff.0), "parking.edited", &id.to_string(), &json!({}))?;
        Ok::<_, Not<NoParking>>(())
    };
    house.db.write(work).await
}

/// Closes a lot and says why to everybody, or opens it again.
pub async fn shut(
    house: &House,
    station: &Arc<Station>,
    (id, why): (LotId, Option<String>),
    staff: StaffId,
) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let mut lot = store::hold_lot(c, station.id, id, now)?;
        if lot.shut == why {
            return Ok(());
        }
        let kind = if why.is_some() { "parking.closed" } else { "parking.opened" };
        lot.shut.clone_from(&why);
        store::set_lot(c, station.id, &lot)?;
        event::record(c, station.id, now, By::Staff(staff.0), kind, &id.to_string(), &json!({}))?;
        Ok::<_, Fault>(())
    };
    house.db.write(work).await
}

/// Takes a lot away that nobody has counted at and nobody has a link to.
pub async fn remove(house: &House, station: &Arc<Station>, id: LotId, staff: StaffId) -> Result<(), Not<NoParking>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        store::hold_lot(c, station.id, id, now)?;
        let used = store::taps_of(c, station.id, id)? > 0
            || !store::passes_of(c, station.id, id)?.is_empty()
            || !store::moves_of(c, station.id, &[id])?.is_empty();
        if used {
            return Err(NoParking::Counted.into());
        }
        store::remove_lot(c, station.id, id)?;
        event::record(c, station.id, now, By::Staff(staff.0), "parking.removed", &id.to_string(), &json!({}))?;
        Ok::<_, Not<NoParking>>(())
    };
    house.db.write(work).await
}
