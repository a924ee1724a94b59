//! Programme, places and terms, as managers write them.
use std::sync::Arc;

use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::lottery::Seed;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use crate::OccurrenceId;
use crate::fair::EntryId;
use crate::fair::rules::{Entry, NoStall, Place, Rule};
use crate::fair::store;
use crate::fairday::{FairDay, answers};

/// The purpose under which the seeds of draws are sealed.
pub(super) const SEED: &str = "stall-draw-seed";

/// Holds the fair, so that whoever plans and whoever gives places away come one after the other.
pub(super) fn held(c: &mut Conn, station: &Station, fair: OccurrenceId) -> Result<FairDay, Fault> {
    crate::store::hold_occurrence(c, station.id, fair)?;
    answers::fair(c, station, fair)
}

fn record(
    c: &mut Conn,
    station: &Station,
    (kind, fair): (&str, OccurrenceId),
    by: By,
    now: Timestamp,
) -> Result<(), Fault> {
    event::record(c, station.id, now, by, kind, &fair.to_string(), &json!({})).map(|_| ())
}

/// Adds something to the programme. Its id is made here.
pub async fn add_entry(
    house: &House,
    station: &Arc<Station>,
    (fair, entry): (OccurrenceId, Entry),
    (staff, once): (StaffId, Option<Once>),
) -> Result<EntryId, Fault> {
    let (station, now, id) = (station.clone(), house.now(), EntryId(house.new_id()));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            held(c, &station, fair)?;
            store::insert_entry(c, station.id, fair, &Entry { id, ..entry.clone() })?;
            record(c, &station, ("fair.entry-added", fair), By::Staff(staff.0), now)?;
            Ok::<_, Fault>(id)
        })
    };
    house.db.write(work).await
}

pub async fn edit_entry(
    house: &House,
    station: &Arc<Station>,
    (fair, entry): (OccurrenceId, Entry),
    staff: StaffId,
) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        held(c, &station, fair)?;
        if !store::set_entry(c, station.id, fair, &entry)? {
            return Err(Fault::NotFound);
        }
        record(c, &station, ("fair.entry-edited", fair), By::Staff(staff.0), now)
    };
    house.db.write(work).await
}

/// Calls something of the programme off, for a reason that everybody reads.
pub async fn call_off_entry(
    house: &House,
    station: &Arc<Station>,
    (fair, id, why): (OccurrenceId, EntryId, String),
    staff: StaffId,
) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        held(c, &station, fair)?;
        let all = store::entries(c, station.id, fair)?;
        let old = all.into_iter().find(|e| e.id == id).ok_or(Fault::NotFound)?;
        store::set_entry(c, station.id, fair, &Entry { off: Some(why.clone()), ..old })?;
        record(c, &station, ("fair.entry-called-off", fair), By::Staff(staff.0), now)
    };
    house.db.write(work).await
}

pub async fn remove_entry(
    house: &House,
    station: &Arc<Station>,
    (fair, id): (OccurrenceId, EntryId),
    staff: StaffId,
) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        if !store::remove_entry(c, station.id, (fair, id))? {
            return Err(Fault::NotFound);
        }
        record(c, &station, ("fair.entry-removed", fair), By::Staff(staff.0), now)
    };
    house.db.write(work).await
}

pub async fn add_place(
    house: &House,
    station: &Arc<Station>,
    (fair, place): (OccurrenceId, Place),
    staff: StaffId,
) -> Result<(), Not<NoStall>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        held(c, &station, fair)?;
        match store::insert_place(c, station.id, fair, &place) {
            Err(Fault::AlreadyThere(_)) => return Err(NoStall::InUse.into()),
            kept => kept?,
        }
        record(c, &station, ("fair.place-added", fair), By::Staff(staff.0), now)?;
        Ok::<_, Not<NoStall>>(())
    };
    house.db.write(work).await
}

/// Takes a place off the plan that nobody has.
pub async fn remove_place(
    house: &House,
    station: &Arc<Station>,
    (fair, code): (OccurrenceId, String),
    staff: StaffId,
) -> Result<(), Not<NoStall>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        held(c, &station, fair)?;
        if store::stalls(c, station.id, fair)?.iter().any(|k| k.stall.code.as_ref() == Some(&code)) {
            return Err(NoStall::InUse.into());
        }
        if !store::remove_place(c, station.id, (fair, &code))? {
            return Err(Fault::NotFound.into());
        }
        record(c, &station, ("fair.place-removed", fair), By::Staff(staff.0), now)?;
        Ok::<_, Not<NoStall>>(())
    };
    house.db.write(work).await
}

/// How stall places are given away, and until when one may apply. The seed of a draw is bound from the first.
pub async fn set_terms(
    house: &House,
    station: &Arc<Station>,
    (fair, rule, until): (OccurrenceId, Rule, Timestamp),
    staff: StaffId,
) -> Result<(), Not<NoStall>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        held(c, &station, fair)?;
        if store::terms(c, station.id, fair)?.is_some_and(|t| t.drawn_at.is_some()) {
            return Err(NoStall::Drawn.into());
        }
        bind(c, &h, &station, fair, (rule, until))?;
        record(c, &station, ("fair.terms-set", fair), By::Staff(staff.0), now)?;
        Ok::<_, Not<NoStall>>(())
    };
    house.db.write(work).await
}

/// Keeps the terms. A seed is fixed and sealed with the first of them, and stays.
fn bind(
    c: &mut Conn,
    house: &House,
    station: &Station,
    fair: OccurrenceId,
    terms: (Rule, Timestamp),
) -> Result<(), Fault> {
    let seed = Seed::draw(&house.chance);
    let sealed = house.keys.seal(SEED, seed.text(), &house.chance);
    store::set_terms(c, station.id, fair, terms, (&seed.commitment(), &sealed))
}

/// A fair as files or another act lay it out.
pub fn found(
    c: &mut Conn,
    house: &House,
    station: &Station,
    fair: OccurrenceId,
    (entries, places, terms): (&[Entry], &[Place], Option<(Rule, Timestamp)>),
) -> Result<(), Fault> {
    for entry in entries {
        store::insert_entry(c, station.id, fair, &Entry { id: EntryId(house.new_id()), ..entry.clone() })?;
    }
    for place in places {
        store::insert_place(c, station.id, fair, place)?;
    }
    if let Some(terms) = terms {
        bind(c, house, station, fair, terms)?;
    }
    Ok(())
}

/// Programme and plan of the fair before, for one that has neither yet.
pub async fn copy(
    house: &House,
    station: &Arc<Station>,
    fair: OccurrenceId,
    staff: StaffId,
) -> Result<(), Not<NoStall>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let fair = held(c, &station, fair)?;
        let id = fair.occurrence.id;
        if !store::places(c, station.id, id)?.is_empty() || !store::entries(c, station.id, id)?.is_empty() {
            return Err(NoStall::LaidOut.into());
        }
        let all = crate::store::of_series(c, station.id, fair.occurrence.series)?;
        for x in all.into_iter().rev().filter(|x| x.starts_at < fair.occurrence.starts_at) {
            let (entries, places) = (store::entries(c, station.id, x.id)?, store::places(c, station.id, x.id)?);
            if entries.is_empty() && places.is_empty() {
                continue;
            }
            let old = FairDay { occurrence: x, series: fair.series.clone() };
            let days = (fair.day(&station) - old.day(&station)).get_days();
            let moved: Result<Vec<Entry>, Fault> = entries.iter().map(|e| later(&station, e, days)).collect();
            found(c, &h, &station, id, (&moved?, &places, None))?;
            record(c, &station, ("fair.copied", id), By::Staff(staff.0), now)?;
            return Ok(());
        }
        Err(NoStall::NothingToCopy.into())
    };
    house.db.write(work).await
}

/// The same at the same time of another day.
fn later(station: &Station, entry: &Entry, days: i32) -> Result<Entry, Fault> {
    let moved = |at: Timestamp| {
        let wall = stations::wall(at, &station.zone).checked_add(days.days()).map_err(Fault::broken)?;
        let zoned = station.zone.to_ambiguous_zoned_datetime(wall).compatible().map_err(Fault::broken)?;
        Ok::<_, Fault>(zoned.timestamp())
    };
    Ok(Entry { from: moved(entry.from)?, until: moved(entry.until)?, off: None, ..entry.clone() })
}
