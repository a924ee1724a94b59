//! Promises whose time is over without anything having happened: written down, and whoever relied on a return is told.
use jiff::Timestamp;

use super::facts::Scene;
use super::told::{self, News};
use crate::promises::{self, Ending, Kind, LATE, Promise};
use crate::reach::About;
use crate::rules::State;
use crate::store;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

/// Ends up to `most` promises that time has decided. Whether there may be more.
pub(in crate::acts) fn late(c: &mut Conn, house: &House, now: Timestamp, most: i64) -> Result<bool, Fault> {
    let due = promises::due(c, now - LATE, most)?;
    for (station, promise) in &due {
        let station = stations::by_id(c, *station)?;
        if promises::late(c, &station, promise, now)? == Some(Ending::Broken) && promise.kind == Kind::Return {
            apologise(c, (house, &station), promise, now)?;
        }
    }
    Ok(due.len() as i64 == most)
}

/// Somebody waits for an official of whom nobody knows where they are: they need not wait in vain.
fn apologise(c: &mut Conn, at: (&House, &Station), promise: &Promise, now: Timestamp) -> Result<(), Fault> {
    let (About::Ticket(id), Some(official)) = (promise.about, promise.official) else { return Ok(()) };
    let kept = store::by_id(c, at.1.id, id)?;
    if !matches!(kept.ticket.state, State::Held | State::Waiting) || kept.ticket.official != Some(official) {
        return Ok(());
    }
    let scene = Scene::read(c, at, official, now)?;
    let matters = scene.matters_of(c, &kept)?;
    told::tell(c, &scene, (&kept, &matters), News::Late(promise.due_at)).map(|_| ())
}
