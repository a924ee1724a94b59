//! One step of a ticket: decided by the rule, kept by comparing and setting, written down as an interval, told as an event.
use jiff::Timestamp;

use super::day_of;
use crate::TicketId;
use crate::promises;
use crate::rules::{self, Done, Place, Refusal, State, Step, Ticket};
use crate::store::{self, Kept};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::refusal::Not;
use stations::Station;

/// Takes the step, and returns the ticket after it. If somebody else was faster, nothing happens: [`Refusal::Changed`].
pub fn take(
    c: &mut Conn,
    station: &Station,
    kept: &Kept,
    done: &Done,
    (now, by): (Timestamp, By),
) -> Result<Kept, Not<Refusal>> {
    // Somebody who presses "I am here" for tomorrow is told so.
    if *done == Done::Arrive && kept.ticket.state == State::Booked && kept.day != day_of(station, now) {
        return Err(Refusal::NotToday.into());
    }
    let after = keep(c, station, kept, (done.step(), rules::apply(now, &kept.ticket, done)?), (now, by))?;
    // Whoever is called in the hall is in it, and so is who calls.
    if done.step() == Step::Call && after.ticket.place == Place::OnSite {
        stations::seen_open(c, station, now)?;
    }
    Ok(after)
}

/// Keeps what a rule has decided.
pub fn keep(
    c: &mut Conn,
    station: &Station,
    kept: &Kept,
    (step, after): (Step, Ticket),
    (now, by): (Timestamp, By),
) -> Result<Kept, Not<Refusal>> {
    match store::set(c, station.id, kept.id, &after) {
        Ok(true) => {}
        Ok(false) => return Err(Refusal::Changed.into()),
        // One desk has one ticket, by a unique index.
        Err(Fault::AlreadyThere(_)) => return Err(Refusal::DeskTaken.into()),
        Err(fault) => return Err(fault.into()),
    }
    store::add_step(c, station.id, kept.id, (step, &after), (now, by))?;
    promises::follow(c, station, (kept.id, &kept.ticket), step, (now, by))?;
    record(c, station, (now, by), step, kept.id)?;
    let booked_at = if after.state == State::Booked { Some(after.order_at) } else { kept.booked_at };
    Ok(Kept { ticket: after, booked_at, ..kept.clone() })
}

pub fn record(
    c: &mut Conn,
    station: &Station,
    (now, by): (Timestamp, By),
    step: Step,
    id: TicketId,
) -> Result<(), Fault> {
    let kind = format!("ticket.{}", step.name());
    event::record(c, station.id, now, by, &kind, &id.to_string(), &serde_json::Value::Null).map(|_| ())
}
