//! Calling the next: one press, which also finishes whoever is being served.
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Actor, day_of, declare, step, turn};
use crate::TicketId;
use crate::rules::{self, DeskId, Done, Next, Refusal, State};
use crate::store;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// What one press did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pressed {
    /// Who was being served, and is done.
    pub finished: Option<TicketId>,
    /// Who is called; nobody, if nobody waits in the hall.
    pub called: Option<TicketId>,
}

/// Calls the next at `desk`. Two desks never call one person: the days of the lines are held before anybody is chosen, and
/// the ticket is set only from the version that was read.
pub async fn call_next(
    house: &House,
    station: &Arc<Station>,
    (desk, staff): (DeskId, StaffId),
    once: Option<Once>,
) -> Result<Pressed, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| keep(c, (&h, &station), (desk, staff), now))
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    at: (&House, &Station),
    (desk, staff): (DeskId, StaffId),
    now: Timestamp,
) -> Result<Pressed, Not<Refusal>> {
    let (_, station) = at;
    let by = Actor::Staff(staff).by();
    let lines = store::serves(c, station.id, desk)?;
    if lines.is_empty() {
        return Err(Refusal::NoDesk.into());
    }
    let day = day_of(station, now);
    let counters = store::hold(c, station.id, day, &lines)?;
    if store::serves(c, station.id, desk)? != lines {
        // A manager was faster: the press is made again, for what the desk serves now.
        return Err(Fault::Clash(format!("desk {desk} serves other lines")).into());
    }
    let finished = finish_current(c, station, desk, (now, by))?;
    let official = store::by_staff(c, station.id, staff)?;
    if let Some(official) = &official {
        // Nobody calls a ticket from a village: who waited for them can be called by this very press.
        declare::seen_at_desk(c, at, official.id, (staff, now))?;
    }
    let mut best: Option<(rules::LineId, Next<TicketId>)> = None;
    for counter in counters {
        let waiting = store::candidates(c, station.id, counter.line, (official.as_ref().map(|o| o.id), now))?;
        let Some(next) = rules::next(&waiting, counter.favoured) else { continue };
        if best.as_ref().is_none_or(|(_, other)| next.rank() < other.rank()) {
            best = Some((counter.line, next));
        }
    }
    let Some((line, next)) = best else {
        return if finished.is_some() {
            Ok(Pressed { finished, called: None })
        } else {
            Err(Refusal::NobodyWaits.into())
        };
    };
    let kept = store::by_id(c, station.id, next.id)?;
    step::take(c, station, &kept, &Done::Call(desk), (now, by))?;
    store::set_favoured(c, station.id, day, line, next.favoured)?;
    Ok(Pressed { finished, called: Some(next.id) })
}

/// Whoever is being served at the desk is done. Somebody who was called and is not there yet is nobody's guess: the clerk has
/// to say whether they came.
fn finish_current(
    c: &mut Conn,
    station: &Station,
    desk: DeskId,
    how: (Timestamp, kernel::event::By),
) -> Result<Option<TicketId>, Not<Refusal>> {
    let Some(current) = store::at_desk(c, station.id, desk)? else { return Ok(None) };
    if current.ticket.state != State::Serving {
        return Err(Refusal::DeskTaken.into());
    }
    turn::finish(c, station, &current, how)?;
    Ok(Some(current.id))
}
