//! Saying where an official is. Appended, never changed.
use std::sync::Arc;

use jiff::Timestamp;

use super::away::{self, Decided, Settled};
use super::{Actor, day_of};
use crate::answers;
use crate::rules::{self, Declared, OfficialId, Presence, Refusal, Shown, Source};
use crate::store::{self, PresenceRow};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde::{Deserialize, Serialize};
use stations::Station;

/// What came of a declaration: what everybody sees, and what became of whoever waits for the official.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    pub shown: Shown,
    pub settled: Vec<Settled>,
}

/// Declares where `official` is. `said.from` is ignored: a declaration begins when it is made. Whoever waits for them is
/// provided for as is best.
pub async fn declare(
    house: &House,
    station: &Arc<Station>,
    official: OfficialId,
    said: Declared,
    (source, staff): (Source, Option<StaffId>),
    once: Option<Once>,
) -> Result<Shown, Not<Refusal>> {
    declare_with(house, station, (official, said), (source, staff, vec![]), once).await.map(|done| done.shown)
}

/// The same, with what was decided for each who waits.
pub async fn declare_with(
    house: &House,
    station: &Arc<Station>,
    (official, said): (OfficialId, Declared),
    (source, staff, decided): (Source, Option<StaffId>, Vec<Decided>),
    once: Option<Once>,
) -> Result<Declaration, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let done = only_once(c, station.id, once.as_ref(), now, |c| {
            keep(c, (&h, &station), (official, said.clone()), (source, staff, &decided), now)
        })?;
        // Asked again, what everybody sees now: something else may have been said since.
        let (last, desk) =
            (answers::last_declared(c, &station, official)?, store::official(c, station.id, official)?.desk);
        Ok(Declaration { shown: rules::shown(answers::wall(&station, now), last.as_ref(), desk), ..done })
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    at: (&House, &Station),
    (official, said): (OfficialId, Declared),
    (source, staff, decided): (Source, Option<StaffId>, &[Decided]),
    now: Timestamp,
) -> Result<Declaration, Not<Refusal>> {
    let (_, station) = at;
    let wall = answers::wall(station, now);
    let official = store::official(c, station.id, official)?;
    let kept = rules::declare(wall, said).map_err(Refusal::Undeclarable)?;
    // Nobody is called while tickets are moved.
    let lines: Vec<_> = store::lines(c, station.id)?.iter().map(|line| line.id).collect();
    store::hold(c, station.id, day_of(station, now), &lines)?;
    let before = answers::last_declared(c, station, official.id)?;
    let was_in = rules::shown(wall, before.as_ref(), None).is_in();
    append(c, station, official.id, &kept, (source, staff), now)?;
    let (shown, by) = (rules::shown(wall, Some(&kept), official.desk), by(staff));
    let settled = match shown {
        Shown::Away { back, .. } => {
            let back = back.map(|back| answers::instant(station, back)).transpose()?;
            away::leave(c, at, (official.id, back), decided, (now, by))?
        }
        shown if shown.is_in() && !was_in => away::back(c, at, official.id, (now, by)).map(|()| vec![])?,
        _ => vec![],
    };
    Ok(Declaration { shown, settled })
}

fn by(staff: Option<StaffId>) -> By {
    staff.map_or(By::Program, |s| Actor::Staff(s).by())
}

/// Calling a ticket proves that they are there. Nothing is written if that is known already.
pub(super) fn seen_at_desk(
    c: &mut Conn,
    at: (&House, &Station),
    official: OfficialId,
    (staff, now): (StaffId, Timestamp),
) -> Result<(), Fault> {
    let (_, station) = at;
    let wall = answers::wall(station, now);
    let last = answers::last_declared(c, station, official)?;
    let shown = rules::shown(wall, last.as_ref(), None);
    if matches!(shown, Shown::AtDesk(_)) {
        return Ok(());
    }
    let at_desk = Declared { presence: Presence::Desk, place: String::new(), village: None, from: wall, back: None };
    append(c, station, official, &at_desk, (Source::Call, Some(staff)), now)?;
    if shown.is_in() { Ok(()) } else { away::back(c, at, official, (now, by(Some(staff)))) }
}

fn append(
    c: &mut Conn,
    station: &Station,
    official: OfficialId,
    said: &Declared,
    (source, staff): (Source, Option<StaffId>),
    now: Timestamp,
) -> Result<(), Fault> {
    let number = store::last(c, station.id, official)?.map_or(0, |row| row.number) + 1;
    let row = PresenceRow {
        official,
        number,
        presence: said.presence,
        place: said.place.clone(),
        village: said.village,
        from_at: now,
        back_at: said.back.map(|back| answers::instant(station, back)).transpose()?,
        declared_at: now,
        source,
        by: staff.map(|s| s.0),
    };
    match store::append(c, station.id, &row) {
        // Two declared at once: the later one runs again and comes after the other.
        Err(Fault::AlreadyThere(what)) => return Err(Fault::Clash(what)),
        appended => appended?,
    }
    store::begin_counting(c, station.id, day_of(station, now))?;
    let by = by(staff);
    let data = serde_json::json!({ "state": said.presence.name() });
    event::record(c, station.id, now, by, "presence.declared", &official.to_string(), &data).map(|_| ())
}
