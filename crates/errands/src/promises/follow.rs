//! What happens to a ticket happens to what was promised about it: in the transaction of the step, or when time has decided.
use jiff::Timestamp;

use super::keep::{end, reopen};
use super::rules::{self, Ending, Kind, Promise};
use super::store;
use crate::TicketId;
use crate::answers;
use crate::reach::{self, About};
use crate::rules::{OfficialId, Place, State, Step, Ticket, shown};
use crate::store as kept;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use stations::Station;

/// Ends what the step ends. `before` is the ticket as it stood. Whoever has come or gone need not be told any more.
pub fn follow(
    c: &mut Conn,
    station: &Station,
    (id, before): (TicketId, &Ticket),
    step: Step,
    (now, by): (Timestamp, By),
) -> Result<(), Fault> {
    if matches!(step, Step::Arrive | Step::Call | Step::Cancel | Step::Close | Step::Expire) {
        reach::overtake(c, station.id, About::Ticket(id), now)?;
    }
    for promise in store::open_about(c, station.id, About::Ticket(id))? {
        let said = (promise.kind, promise.due_at);
        if let Some(ending) = rules::by_step(now, said, before.place, step) {
            end(c, station, &promise, ending, (now, by))?;
        }
    }
    Ok(())
}

/// Takes back what a press at `made` did, which is taken back itself. What was promised by it is not any more.
pub fn take_back(
    c: &mut Conn,
    station: &Station,
    id: TicketId,
    made: Timestamp,
    (now, by): (Timestamp, By),
) -> Result<(), Fault> {
    let all = store::about(c, station.id, About::Ticket(id))?;
    for promise in all.iter().filter(|p| p.made_at == made && p.ended.is_none()) {
        end(c, station, promise, Ending::Revised, (now, by))?;
    }
    // What another promise has taken the place of was no slip of the hand.
    for promise in all.iter().filter(|p| p.ended.is_some_and(|(_, at)| at == made) && p.next.is_none()) {
        // Nor was the return of an official whom the same press has shown to be in.
        if promise.kind != Kind::Return || !is_in(c, station, promise.official, now)? {
            reopen(c, station, promise, (now, by))?;
        }
    }
    Ok(())
}

fn is_in(c: &mut Conn, station: &Station, official: Option<OfficialId>, now: Timestamp) -> Result<bool, Fault> {
    let Some(official) = official else { return Ok(false) };
    let last = answers::last_declared(c, station, official)?;
    Ok(shown(answers::wall(station, now), last.as_ref(), None).is_in())
}

/// How a promise stands at `now`: as its row says, or as time has decided.
pub fn settle(promise: &Promise, there: bool, now: Timestamp) -> Option<Ending> {
    match promise.ended {
        Some((ending, _)) => Some(ending),
        None => rules::by_time(now, (promise.kind, promise.due_at), there),
    }
}

/// Writes down what time has decided about a promise, and says how it ended; nothing while it may still be kept.
pub fn late(c: &mut Conn, station: &Station, promise: &Promise, now: Timestamp) -> Result<Option<Ending>, Fault> {
    let there = match promise.about {
        About::Ticket(id) => is_there(&kept::by_id(c, station.id, id)?.ticket),
        _ => false,
    };
    let ending = rules::by_time(now, (promise.kind, promise.due_at), there);
    if let Some(ending) = ending {
        end(c, station, promise, ending, (now, By::Program))?;
    }
    Ok(ending)
}

/// Whether somebody is in the hall, as far as anybody knows.
pub fn is_there(ticket: &Ticket) -> bool {
    ticket.place == Place::OnSite && ticket.state.stands() && ticket.state != State::Missed
}
