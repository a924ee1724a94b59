//! Making and ending promises, inside the change that they belong to.
use jiff::Timestamp;
use serde_json::json;

use super::rules::{Ending, Kind, Promise, PromiseId};
use super::store;
use crate::answers;
use crate::reach::{About, Reached};
use crate::rules::OfficialId;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

/// A promise that is being made.
#[derive(Debug, Clone, Copy)]
pub struct NewPromise {
    pub about: About,
    pub kind: Kind,
    pub official: Option<OfficialId>,
    pub due_at: Timestamp,
}

/// Makes a promise. An open one of the same kind about the same thing gives way to it ([`Ending::Revised`], told on the page):
/// nobody is promised two times for one thing.
pub fn make(
    c: &mut Conn,
    house: &House,
    station: &Station,
    new: NewPromise,
    (now, by): (Timestamp, By),
) -> Result<PromiseId, Fault> {
    let open = store::open_about(c, station.id, new.about)?;
    match open.into_iter().find(|p| p.kind == new.kind) {
        Some(same) if same.due_at == new.due_at && same.official == new.official => Ok(same.id),
        Some(before) => {
            revise(c, house, station, &before, (Some(new), Reached::Page), (now, by)).map(|id| id.unwrap_or(before.id))
        }
        None => write(c, house, station, new, (now, by)),
    }
}

fn write(
    c: &mut Conn,
    house: &House,
    station: &Station,
    new: NewPromise,
    (now, by): (Timestamp, By),
) -> Result<PromiseId, Fault> {
    let id = PromiseId(house.new_id());
    let promise = Promise {
        id,
        about: new.about,
        kind: new.kind,
        official: new.official,
        due_at: new.due_at,
        made_at: now,
        ended: None,
        next: None,
        reached: Reached::Page,
    };
    store::insert(c, station.id, &promise)?;
    event::record(c, station.id, now, by, "promise.made", &id.to_string(), &json!({ "kind": new.kind.name() }))?;
    Ok(id)
}

/// Ends a promise as revised, with the one that takes its place, if any does; `reached` says how the person is told.
pub fn revise(
    c: &mut Conn,
    house: &House,
    station: &Station,
    before: &Promise,
    (new, reached): (Option<NewPromise>, Reached),
    (now, by): (Timestamp, By),
) -> Result<Option<PromiseId>, Fault> {
    // The old one ends first: only one of a kind is open.
    close(c, station, before, (Ending::Revised, reached), (now, by))?;
    let Some(new) = new else { return Ok(None) };
    let id = write(c, house, station, new, (now, by))?;
    store::point(c, station.id, before.id, id)?;
    Ok(Some(id))
}

/// Ends a promise. One that has ended stays as it ended.
pub fn end(
    c: &mut Conn,
    station: &Station,
    promise: &Promise,
    ending: Ending,
    how: (Timestamp, By),
) -> Result<(), Fault> {
    close(c, station, promise, (ending, promise.reached), how)
}

fn close(
    c: &mut Conn,
    station: &Station,
    promise: &Promise,
    (ending, reached): (Ending, Reached),
    (now, by): (Timestamp, By),
) -> Result<(), Fault> {
    if !store::end(c, station.id, promise.id, (ending, reached), now)? {
        return Ok(());
    }
    let (id, day) = (promise.id.to_string(), answers::wall(station, promise.due_at).date());
    event::record(c, station.id, now, by, "promise.ended", &id, &json!({ "ending": ending.name() }))?;
    let counted = json!({ "kind": promise.kind, "ended": ending, "delivered": reached.is_delivered() });
    // A promise ends once, so its fact has its id: a press that is taken back takes the fact back too.
    fact::record(c, station.id, promise.id.0, "promise-ended", (day, now), &counted)
}

/// Opens again what a press has ended that was a slip of the hand.
pub(super) fn reopen(
    c: &mut Conn,
    station: &Station,
    promise: &Promise,
    (now, by): (Timestamp, By),
) -> Result<(), Fault> {
    if !store::reopen(c, station.id, promise.id)? {
        return Ok(());
    }
    fact::take_back(c, station.id, promise.id.0)?;
    event::record(c, station.id, now, by, "promise.reopened", &promise.id.to_string(), &json!({})).map(|_| ())
}
