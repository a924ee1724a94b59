//! What places in line know of a resident: told to them, and forgotten.
use diesel::prelude::*;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::rules::WaitState;
use super::schema::waits as w;
use super::store as own;
use crate::rules::VenueId;
use crate::{WaitId, store};
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;
use people::{Holding, PersonId};

pub fn holding() -> Holding {
    Holding { name: "waiting", export, erase }
}

/// In the order in which venues are held everywhere.
fn all_of(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, VenueId, WaitId)>, Fault> {
    let theirs = w::table.filter(w::person_id.eq(person)).select((w::station_id, w::venue_id, w::id));
    let mut all: Vec<(StationId, VenueId, WaitId)> = on!(c, c => theirs.load(c))?;
    all.sort_unstable();
    Ok(all)
}

fn export(c: &mut Conn, _: &House, person: PersonId) -> Result<Value, Fault> {
    let one = |c: &mut Conn, (station, _, id)| {
        let wait = own::wait_by_id(c, station, id)?;
        let what = store::catalogue(c, station)?.offering_by_id(wait.offering).map(|o| o.name.zh.clone());
        let place = stations::by_id(c, station)?;
        Ok::<_, Fault>(json!({
            "station": place.name_zh,
            "what": what,
            "from_the_earliest": wait.earliest,
            "from_the_latest": wait.latest,
            "state": wait.state,
            "asked_at": wait.asked_at,
        }))
    };
    all_of(c, person)?.into_iter().map(|at| one(c, at)).collect()
}

/// Waits for nothing any more, and is named nowhere in the line.
fn erase(c: &mut Conn, _: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    for (station, venue, id) in all_of(c, person)? {
        store::hold(c, station, venue)?;
        let wait = own::wait_by_id(c, station, id)?;
        if wait.state.is_live() {
            own::set_wait(c, station, id, (WaitState::Stopped, wait.reservation), now)?;
        }
        unlink(c, station, id)?;
    }
    Ok(())
}

fn unlink(c: &mut Conn, station: StationId, id: WaitId) -> Result<(), Fault> {
    let nobody = (w::person_id.eq(None::<PersonId>), w::guest_sealed.eq(None::<Vec<u8>>));
    on!(c, c => diesel::update(w::table.find((station, id))).set(nobody).execute(c))?;
    Ok(())
}

/// Takes whoever it was out of up to `most` places in line for starts before `before`. Returns how many.
pub fn forget_before(c: &mut Conn, before: Timestamp, most: i64) -> Result<usize, Fault> {
    let somebodys = w::person_id.is_not_null().or(w::guest_sealed.is_not_null());
    let old: Vec<(StationId, WaitId)> = on!(c, c => w::table
        .filter(w::latest_at.lt(Ts(before)))
        .filter(somebodys)
        .limit(most)
        .select((w::station_id, w::id))
        .load(c))?;
    old.iter().try_for_each(|(station, id)| unlink(c, *station, *id))?;
    Ok(old.len())
}
