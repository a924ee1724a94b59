//! Saying where an official is. Appended, never changed.
use std::sync::Arc;

use jiff::Timestamp;

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
use stations::Station;

/// Declares where `official` is. `said.from` is ignored: a declaration begins when it is made. Returns what everybody sees.
pub async fn declare(
    house: &House,
    station: &Arc<Station>,
    official: OfficialId,
    said: Declared,
    how: (Source, Option<StaffId>),
    once: Option<Once>,
) -> Result<Shown, Not<Refusal>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let wall = answers::wall(&station, now);
        let official = store::official(c, station.id, official)?;
        only_once(c, station.id, once.as_ref(), now, |c| {
            let kept = rules::declare(wall, said.clone()).map_err(Refusal::Undeclarable)?;
            Ok::<_, Not<Refusal>>(append(c, &station, official.id, &kept, how, now)?)
        })?;
        let last = answers::last_declared(c, &station, official.id)?;
        Ok(rules::shown(wall, last.as_ref(), official.desk))
    };
    house.db.write(work).await
}

/// Calling a ticket proves that they are there. Nothing is written if that is known already.
pub(super) fn seen_at_desk(
    c: &mut Conn,
    station: &Station,
    official: OfficialId,
    (staff, now): (StaffId, Timestamp),
) -> Result<(), Fault> {
    let wall = answers::wall(station, now);
    let last = answers::last_declared(c, station, official)?;
    if matches!(rules::shown(wall, last.as_ref(), None), Shown::AtDesk(_)) {
        return Ok(());
    }
    let at_desk = Declared { presence: Presence::Desk, place: String::new(), village: None, from: wall, back: None };
    append(c, station, official, &at_desk, (Source::Call, Some(staff)), now)
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
    let by = staff.map_or(By::Program, |s| Actor::Staff(s).by());
    let data = serde_json::json!({ "state": said.presence.name() });
    event::record(c, station.id, now, by, "presence.declared", &official.to_string(), &data).map(|_| ())
}
