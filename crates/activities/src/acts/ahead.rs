//! Going on as time does: new days come within reach, holidays are published, rooms are lost and found.
use std::collections::BTreeSet;

use jiff::{SignedDuration, Span as Days};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use stations::NoRoom;

use super::dates;
use super::doing::{Doing, Ports};
use super::rooms::{self, Clashes};
use crate::SeriesId;
use crate::rules::State;
use crate::store::{self, Occurrence, Series};

/// How many series are looked at in one transaction.
const BATCH: i64 = 20;

/// Rooms of what starts so soon are looked after again and again, not only once a day.
const SOON: SignedDuration = SignedDuration::from_hours(48);

/// Looks at every series that is due, and after the rooms of what is on soon.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House, ports: Ports) -> Result<(), Fault> {
    loop {
        let (h, now) = (house.clone(), house.now());
        let work = move |c: &mut Conn| {
            let due = store::due(c, now, BATCH)?;
            each(c, &h, ports, &due, extend)?;
            Ok::<_, Fault>(due.len())
        };
        if house.db.write(work).await? == 0 {
            break;
        }
    }
    let now = house.now();
    let soon = house.db.read(move |c| store::holding(c, now, now + SOON)).await?;
    for some in soon.chunks(usize::try_from(BATCH).unwrap_or(1)) {
        let (h, some) = (house.clone(), some.to_vec());
        house.db.write(move |c| each(c, &h, ports, &some, find_lost)).await?;
    }
    Ok(())
}

type Look = fn(&mut Conn, &Doing<'_>, SeriesId) -> Result<(), Fault>;

fn each(c: &mut Conn, house: &House, ports: Ports, all: &[(StationId, SeriesId)], look: Look) -> Result<(), Fault> {
    for (station, id) in all {
        let station = stations::by_id(c, *station)?;
        look(c, &Doing { house, station: &station, ports, now: house.now(), by: By::Program }, *id)?;
    }
    Ok(())
}

/// Gives a series the days that have come within reach. Doing it twice does nothing.
fn extend(c: &mut Conn, doing: &Doing<'_>, id: SeriesId) -> Result<(), Fault> {
    let mut series = store::hold_series(c, doing.station.id, id)?;
    published(c, doing, &series)?;
    let after = series.known_until.map(|on| on.saturating_add(Days::new().days(1)));
    let mut days = dates::days(doing, &series.plan, after.unwrap_or(series.plan.terms.starts_on));
    // What is there from when days were there further ahead stays as it is.
    let there = store::of_series(c, doing.station.id, id)?;
    days.retain(|on| there.iter().all(|one| one.on != *on));
    let new = dates::add(c, doing, &series, (&days, doing.now), &mut Clashes::default())?;
    dates::looked(c, doing, &mut series)?;
    if new > 0 {
        doing.record(c, "activity.extended", id, &serde_json::json!({ "times": new }))?;
    }
    find_lost(c, doing, id)
}

/// A day turns out to be a holiday on which it does not take place.
fn published(c: &mut Conn, doing: &Doing<'_>, series: &Series) -> Result<(), Fault> {
    for before in to_come(c, doing, series.id)? {
        if before.moved || dates::takes_place(doing, &series.plan, before.on) {
            continue;
        }
        let holiday = stations::calendar(doing.house).holiday(before.on).map(|name| name.zh.clone());
        let reason = holiday.unwrap_or_default();
        let mut after = Occurrence { state: State::CalledOff, reason, ..before.clone() };
        rooms::settle(c, doing, &series.plan, &mut after)?;
        doing.keep(c, series, &before, after)?;
        doing.record(c, "occurrence.called-off", before.id, &serde_json::json!({ "activity": series.id }))?;
    }
    Ok(())
}

/// The times of a series that are on and have not begun.
fn to_come(c: &mut Conn, doing: &Doing<'_>, id: SeriesId) -> Result<Vec<Occurrence>, Fault> {
    let all = store::of_series(c, doing.station.id, id)?;
    Ok(all.into_iter().filter(|one| one.state == State::On && one.starts_at > doing.now).collect())
}

/// Times whose room is no longer theirs say so: a closure took it, or somebody gave it back.
fn find_lost(c: &mut Conn, doing: &Doing<'_>, id: SeriesId) -> Result<(), Fault> {
    let station = doing.station.id;
    let series = store::hold_series(c, station, id)?;
    let all = to_come(c, doing, id)?;
    let held: Vec<Id> = all.iter().filter_map(|one| one.reservation).collect();
    let standing: BTreeSet<Id> = (doing.ports.rooms.standing)(c, station, &held, doing.now)?.into_iter().collect();
    for before in all.iter().filter(|one| one.reservation.is_some_and(|id| !standing.contains(&id))) {
        let after = Occurrence { reservation: None, no_room: Some(NoRoom::Lost), ..before.clone() };
        doing.keep(c, &series, before, after)?;
        doing.record(c, "occurrence.room-lost", before.id, &serde_json::json!({ "activity": id }))?;
    }
    Ok(())
}
