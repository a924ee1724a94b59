//! One time becomes another, or is called off.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

use super::doing::{Doing, Ports};
use super::rooms::{self, Clashes};
use crate::OccurrenceId;
use crate::rules::{Refusal, State};
use crate::store;

/// How one time shall be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneTime {
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    /// `None` = as its series says.
    pub title: Option<String>,
    pub place: Option<String>,
    /// What is to be said of this one only; may be empty.
    pub note: String,
    /// A room of its own; `None` = as its series has it.
    pub room: Option<i32>,
    pub without_room: bool,
    /// `None` = everybody may come.
    pub capacity: Option<i32>,
}

/// Writes one time anew. `seen` is its sequence as whoever writes has read it.
pub async fn change_one(
    house: &House,
    (ports, station): (Ports, &Arc<Station>),
    (id, seen, time, anyway): (OccurrenceId, Option<i32>, OneTime, bool),
    staff: StaffId,
) -> Result<(), Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let doing = Doing { house: &h, station: &station, ports, now, by: By::Staff(staff.0) };
        let seen_series = store::occurrence(c, station.id, id)?.series;
        let series = store::hold_series(c, station.id, seen_series)?;
        let before = store::hold_occurrence(c, station.id, id)?;
        let mut after = before.clone();
        (after.starts_at, after.ends_at) = (time.starts_at, time.ends_at);
        let usual = series.plan.terms.span_on(before.on, &station.zone);
        after.moved = usual != Some((time.starts_at, time.ends_at));
        (after.title, after.place, after.note) = (time.title.clone(), time.place.clone(), time.note.clone());
        (after.room, after.without_room) = (time.room, time.without_room);
        after.capacity = time.capacity;
        after.own_capacity = time.capacity != series.plan.capacity;
        // A room that it still lacks is asked for again.
        if after == before && before.state == State::On && (before.no_room.is_none() || anyway) {
            return Ok(());
        }
        may_change(&before, &after, (seen, now))?;
        rooms::settle(c, &doing, &series.plan, &mut after)?;
        let mut clashes = Clashes::default();
        clashes.count(&series.plan, &after);
        clashes.judged(c, &doing, anyway)??;
        doing.keep(c, &series, &before, after)?;
        doing.record(c, "occurrence.changed", id, &serde_json::json!({ "activity": series.id }))?;
        Ok::<_, Not<Refusal>>(())
    };
    house.db.write(work).await
}

fn may_change(
    before: &store::Occurrence,
    after: &store::Occurrence,
    (seen, now): (Option<i32>, Timestamp),
) -> Result<(), Refusal> {
    if before.state == State::CalledOff {
        return Err(Refusal::CalledOff);
    }
    if before.ends_at <= now
        || (before.starts_at <= now || after.starts_at <= now) && before.starts_at != after.starts_at
    {
        return Err(Refusal::Begun);
    }
    if seen.is_some_and(|seen| seen != before.sequence) {
        return Err(Refusal::Changed);
    }
    match after.capacity {
        Some(places) if places < before.taken => Err(Refusal::Fuller { taken: before.taken }),
        _ => Ok(()),
    }
}

/// Calls one time off, with a reason that everybody reads. Twice is once.
pub async fn call_off(
    house: &House,
    (ports, station): (Ports, &Arc<Station>),
    (id, reason): (OccurrenceId, String),
    staff: StaffId,
) -> Result<(), Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let doing = Doing { house: &h, station: &station, ports, now, by: By::Staff(staff.0) };
        let seen = store::occurrence(c, station.id, id)?.series;
        let series = store::hold_series(c, station.id, seen)?;
        let before = store::hold_occurrence(c, station.id, id)?;
        if before.state == State::CalledOff {
            return Ok(());
        }
        if before.ends_at <= now {
            return Err(Refusal::Begun.into());
        }
        let mut after = store::Occurrence { state: State::CalledOff, reason: reason.clone(), ..before.clone() };
        rooms::settle(c, &doing, &series.plan, &mut after)?;
        doing.keep(c, &series, &before, after)?;
        doing.record(c, "occurrence.called-off", id, &serde_json::json!({ "activity": series.id }))?;
        Ok::<_, Not<Refusal>>(())
    };
    house.db.write(work).await
}
