//! Taking a mis-press back. The step stays in the log and says that it was undone.
use std::sync::Arc;

use super::{Actor, step};
use crate::TicketId;
use crate::rules::{self, Outcome, Refusal, Step, Ticket};
use crate::store::{self, Kept};
use kernel::db::Conn;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// Takes back the last press on a ticket, within [`rules::UNDO`]. The desk must be free for whoever comes back to it.
pub async fn undo(house: &House, station: &Arc<Station>, id: TicketId, staff: StaffId) -> Result<Kept, Not<Refusal>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
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
        let after = Ticket { version: kept.ticket.version + 1, ..before.after.clone() };
        step::keep(c, &station, &kept, (Step::Undo, after), (now, Actor::Staff(staff).by()))
    };
    house.db.write(work).await
}
