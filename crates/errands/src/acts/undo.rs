//! Taking a mis-press back. The step stays in the log and says that it was undone.
use std::sync::Arc;

use jiff::Timestamp;

use super::{Actor, After, step};
use crate::TicketId;
use crate::promises;
use crate::rules::{self, Outcome, Refusal, Step, Ticket};
use crate::store;
use kernel::db::Conn;
use kernel::event::By;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// Takes back the last press on a ticket, within [`rules::UNDO`]. The desk must be free for whoever comes back to it.
pub async fn undo(
    house: &House,
    station: &Arc<Station>,
    (id, staff): (TicketId, StaffId),
    once: Option<Once>,
) -> Result<After, Not<Refusal>> {
    let (station, now) = (station.clone(), house.now());
    let by = Actor::Staff(staff).by();
    let work =
        move |c: &mut Conn| only_once(c, station.id, once.as_ref(), now, |c| take_back(c, &station, id, (now, by)));
    house.db.write(work).await
}

fn take_back(c: &mut Conn, station: &Station, id: TicketId, (now, by): (Timestamp, By)) -> Result<After, Not<Refusal>> {
    let kept = store::by_id(c, station.id, id)?;
    let made = store::last_step(c, station.id, id, kept.ticket.priority)?;
    let [last, before] = made.as_slice() else { return Err(Refusal::TooLate.into()) };
    if !rules::can_undo(now, last.step, last.from_at) {
        return Err(Refusal::TooLate.into());
    }
    store::undo(c, station.id, id, last.after.version)?;
    for (matter, _, outcome) in store::matters_of(c, station.id, id)? {
        if last.step == Step::Finish && outcome != Outcome::Open {
            store::set_outcome(c, station.id, (id, matter), Outcome::Open)?;
        }
    }
    promises::take_back(c, station, id, last.from_at, (now, by))?;
    let after = Ticket { version: kept.ticket.version + 1, ..before.after.clone() };
    let kept = step::keep(c, station, &kept, (Step::Undo, after), (now, by))?;
    Ok(After { state: kept.ticket.state, version: kept.ticket.version })
}
