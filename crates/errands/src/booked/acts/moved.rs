//! Moving an appointment: whoever has it asks.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use stations::Station;

use super::write::{self, Whose};
use crate::TicketId;
use crate::acts::{Actor, has_one, take_step};
use crate::answers::{self, Kept};
use crate::booked::rules::{self, No};
use crate::booked::store;
use crate::forecast::Span;
use crate::promises::{self, Ending, Kind};
use crate::reach::About;
use crate::rules::{Done, MatterId, OfficialId, Refusal, State};
use crate::store as kept_store;

/// Where an appointment goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct To {
    pub from: Timestamp,
    /// By whom; nobody = any desk of the line.
    pub official: Option<OfficialId>,
}

/// Moves an appointment to another time of its day, or to another day: the ticket, its log, its reminder and its promise, which is
/// given back. Whether there is room has been asked before.
///
/// A ticket of another day has another number, so it is another ticket: it is returned, the old one is given back, and its page
/// leads to the new one.
///
/// # Errors
/// [`Refusal::NotNow`] if it does not stand booked any more, [`Refusal::TooEarly`] for a time that is over, [`Refusal::HasOne`] if
/// they have a ticket in the line on that day already, [`Refusal::Changed`] if somebody else was faster.
fn move_to(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (kept, to): (&Kept, To),
    (now, by): (Timestamp, By),
) -> Result<Kept, Not<No>> {
    if kept.ticket.state != State::Booked {
        return Err(No::Ticket(Refusal::NotNow(kept.ticket.state)).into());
    }
    let booking = store::booking(c, station.id, kept.id)?.ok_or_else(|| odd(kept))?;
    let span = Span { from: to.from, until: to.from + booking.length() };
    let on = answers::wall(station, to.from).date();
    if on == kept.day {
        kept_store::hold(c, station.id, on, &[kept.line])?;
        let done = Done::Book(to.from, to.official);
        let moved = take_step(c, station, kept, &done, (now, by)).map_err(write::of_ticket)?;
        store::remind_next(c, station.id, kept.id, rules::next_reminder(now, span.from, &station.zone))?;
        pass_on(c, (house, station), (kept, &moved), (now, by))?;
        return Ok(moved);
    }
    if to.from <= now {
        return Err(No::Ticket(Refusal::TooEarly).into());
    }
    if has_one(c, station, kept.person, (on, kept.line))? {
        return Err(No::Ticket(Refusal::HasOne).into());
    }
    // Two who move against each other hold the days in one order.
    for day in [kept.day.min(on), kept.day.max(on)] {
        kept_store::hold(c, station.id, day, &[kept.line])?;
    }
    let whose = Whose {
        person: kept.person,
        name_sealed: kept.name_sealed.clone(),
        phone: booking.phone.map(|(sealed, hash, _)| (sealed, hash)),
        priority: kept.ticket.priority,
        way: kept.way,
    };
    let matters: Vec<(MatterId, i32)> =
        kept_store::matters_of(c, station.id, kept.id)?.into_iter().map(|(id, version, _)| (id, version)).collect();
    let where_to = (kept.line, on, matters.as_slice());
    let moved = write::ticket(c, (house, station), where_to, (span, to.official), (whose, now, by))?;
    pass_on(c, (house, station), (kept, &moved), (now, by))?;
    take_step(c, station, kept, &Done::Cancel, (now, by)).map_err(write::of_ticket)?;
    store::point(c, station.id, kept.id, moved.id)?;
    Ok(moved)
}

fn odd(kept: &Kept) -> Fault {
    Fault::broken(format!("ticket {} is booked and has no booking; run `yizhan check`", kept.id))
}

/// The promise of the old time is given back, for nobody failed them, and the new time is promised.
fn pass_on(
    c: &mut Conn,
    (house, station): (&House, &Station),
    (before, after): (&Kept, &Kept),
    (now, by): (Timestamp, By),
) -> Result<(), Fault> {
    let open = promises::open_about(c, station.id, About::Ticket(before.id))?;
    if let Some(old) = open.iter().find(|p| p.kind == Kind::Slot) {
        promises::end(c, station, old, Ending::GivenBack, (now, by))?;
    }
    write::promise(c, (house, station), after, (now, by))
}

/// Gives an appointment another time that is free, because whoever has it asks for it. Returns the ticket, which is another one on
/// another day.
pub async fn reschedule(
    house: &House,
    station: &Arc<Station>,
    (id, to): (TicketId, To),
    actor: Actor,
    once: Option<Once>,
) -> Result<TicketId, Not<No>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| keep(c, (&h, &station), (id, to), (actor, now)))
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    (house, station): (&House, &Station),
    (id, to): (TicketId, To),
    (actor, now): (Actor, Timestamp),
) -> Result<TicketId, Not<No>> {
    let kept = kept_store::by_id(c, station.id, id)?;
    let stands = (kept.booked_at, kept.ticket.official);
    if kept.ticket.state == State::Booked
        && stands.0 == Some(to.from)
        && (to.official.is_none() || to.official == stands.1)
    {
        // Sent twice, or the same time again.
        return Ok(id);
    }
    let matters: Vec<MatterId> = kept_store::matters_of(c, station.id, id)?.into_iter().map(|(id, ..)| id).collect();
    let asked = (matters.as_slice(), to.from, Some(kept.day));
    let facts = write::facts(c, (house, station), asked, to.official, now)?;
    let slot = facts.judge(c, station, Some(id))?;
    if facts.wanted.on != kept.day && !matches!(actor, Actor::Staff(_)) {
        let phone = store::booking(c, station.id, id)?.and_then(|booking| booking.phone);
        facts.limits(c, station, (kept.person, phone.as_ref().map(|(_, hash, _)| hash.as_slice())))?;
    }
    let to = To { from: to.from, official: slot.official };
    Ok(move_to(c, house, station, (&kept, to), (now, actor.by()))?.id)
}
