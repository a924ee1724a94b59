//! The acts on rooms, each one transaction: hold -> facts -> rule -> keep, and an event as the last thing.
//!
//! Pages and the JSON API call the same functions, so they have the same rules.
mod tell;
mod book;
mod change;
mod offer;
mod wait;
mod opening;
mod edit;
mod settle;
mod check;

pub(crate) use book::GUEST;
pub use book::{Booked, Booker, book, walk_in};
pub(crate) use change::arrive;
pub use change::{cancel, check_in, complete, confirm, decide_request, move_to, resend_code};
pub use check::checks;
pub(crate) use check::for_both;
pub use edit::{edit_offering, edit_venue, make_offering, make_venue};
pub use offer::{accept_offer, decline_offer, offer_code};
pub use opening::{Closing, close_or_open, reopen};
pub use settle::jobs;
pub use wait::{Wish, stop_waiting, wait};

use jiff::Timestamp;

use crate::ReservationId;
use crate::rules::{Refusal, State};
use crate::store::{self, Reservation};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::{PersonId, StaffId};
use stations::Station;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    Person(PersonId),
    Staff(StaffId),
}

impl Actor {
    pub fn is_staff(self) -> bool {
        matches!(self, Actor::Staff(_))
    }
    pub fn by(self) -> By {
        match self {
            Actor::Person(_) => By::Resident,
            Actor::Staff(id) => By::Staff(id.0),
        }
    }
}

/// Loads a reservation through what the actor may see, with its venue held: from here on nobody else decides about it.
pub(crate) fn held(c: &mut Conn, station: &Station, id: ReservationId, actor: Actor) -> Result<Reservation, Fault> {
    let seen = store::by_id(c, station.id, id)?;
    let theirs = match actor {
        Actor::Person(person) => seen.person == Some(person),
        Actor::Staff(_) => true,
    };
    if !theirs {
        return Err(Fault::NotFound);
    }
    store::hold(c, station.id, seen.venue)?;
    // Again, now that nobody else can change it.
    store::by_id(c, station.id, id)
}

/// A cell that somebody else has is a slot that is taken, however it came about.
pub(crate) fn taken_if_there(kept: Result<(), Fault>) -> Result<(), Not<Refusal>> {
    match kept {
        Err(Fault::AlreadyThere(_)) => Err(Refusal::Taken.into()),
        kept => Ok(kept?),
    }
}

/// A refusal of another slice, as one of ours.
fn ours<T, R>(result: Result<T, Not<R>>) -> Result<T, Not<Refusal>>
where
    Refusal: From<R>,
{
    result.map_err(|not| match not {
        Not::Refused(r) => Not::Refused(r.into()),
        Not::Fault(f) => Not::Fault(f),
    })
}

/// Ends a reservation: its row, the fact for those who count, the event.
pub(crate) fn end(
    c: &mut Conn,
    house: &House,
    station: &Station,
    old: &Reservation,
    (state, now, by): (State, Timestamp, By),
) -> Result<(), Fault> {
    store::set_state(c, station.id, old, (state, None), now)?;
    store::note_end(c, house, station.id, old, state, now)?;
    record(c, station, (now, by), &format!("reservation.{}", state.name()), old.id, old.venue)
}

pub(crate) fn record(
    c: &mut Conn,
    station: &Station,
    (now, by): (Timestamp, By),
    kind: &str,
    r: ReservationId,
    venue: i32,
) -> Result<(), Fault> {
    let data = serde_json::json!({ "venue": venue });
    kernel::event::record(c, station.id, now, by, kind, &r.to_string(), &data).map(|_| ())
}
