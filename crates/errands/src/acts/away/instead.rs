//! What whoever holds a ticket chooses instead of waiting for an official.
use jiff::Timestamp;

use super::facts::Scene;
use super::rules::{Case, Instead};
use crate::acts::step;
use crate::answers::{self, Kept};
use crate::promises::{self, Ending};
use crate::reach::About;
use crate::rules::{Done, Move, Refusal, State};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

/// What they can choose now. Nothing for whoever does not wait for somebody.
pub fn ways(c: &mut Conn, at: (&House, &Station), kept: &Kept, now: Timestamp) -> Result<Case, Fault> {
    Ok(case(c, at, kept, now)?.unwrap_or_default())
}

/// How things stand for whoever waits for an official: held for them, or while they are away.
fn case(c: &mut Conn, at: (&House, &Station), kept: &Kept, now: Timestamp) -> Result<Option<Case>, Fault> {
    let (State::Held | State::Waiting, Some(official)) = (kept.ticket.state, kept.ticket.official) else {
        return Ok(None);
    };
    let scene = Scene::read(c, at, official, now)?;
    let is_in = scene.people.iter().any(|p| p.official.id == official && p.shown.is_in());
    let past = kept.day != answers::wall(at.1, now).date();
    if past || is_in && kept.ticket.state == State::Waiting {
        return Ok(None);
    }
    let matters = scene.matters_of(c, kept)?;
    scene.case(kept, &matters, None).map(Some)
}

/// Takes the way that was chosen. What was promised is given back: they need it no more.
pub(in crate::acts) fn keep(
    c: &mut Conn,
    at: (&House, &Station),
    kept: &Kept,
    instead: Instead,
    (now, by): (Timestamp, By),
) -> Result<Kept, Not<Refusal>> {
    let case = ways(c, at, kept, now)?;
    let to = match (instead, case.stand_in) {
        (Instead::StandIn, Some(other)) => Some(other),
        (Instead::DropOff, _) if case.drop_off => None,
        _ => return Err(Refusal::NoSuchWay.into()),
    };
    for promise in promises::open_about(c, at.1.id, About::Ticket(kept.id))? {
        promises::end(c, at.1, &promise, Ending::GivenBack, (now, by))?;
    }
    step::take(c, at.1, kept, &Done::Move(Move::To(to)), (now, by))
}
