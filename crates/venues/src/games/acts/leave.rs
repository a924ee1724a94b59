//! Giving a place back. A filled game that somebody leaves in time looks for people again.
use std::sync::Arc;

use jiff::Timestamp;

use crate::ReservationId;
use crate::acts::Actor;
use crate::games::rules::{self, NoGame, Row, Stands};
use crate::games::store::{self, Seat};
use crate::rules::State;
use crate::store as kept;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

use super::load::{Held, held, record};
use super::tell::{self, News};

/// Gives the place `seat` back, or the person's own if none is named. Doing it twice is fine.
pub async fn leave(
    house: &House,
    station: &Arc<Station>,
    (id, seat): (ReservationId, Option<Id>),
    actor: Actor,
) -> Result<Stands, Not<NoGame>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    house.db.write(move |c: &mut Conn| keep(c, &h, &station, (id, seat, actor), now)).await
}

pub(super) fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, seat, actor): (ReservationId, Option<Id>, Actor),
    now: Timestamp,
) -> Result<Stands, Not<NoGame>> {
    let held = held(c, station, id, now)?;
    let may = |s: &&Seat| match actor {
        Actor::Person(person) => s.person == Some(person),
        Actor::Staff(_) => seat.is_some(),
    };
    let mut theirs = held.seats.iter().filter(may).filter(|s| seat.is_none_or(|id| id == s.id)).peekable();
    if theirs.peek().is_none() {
        return Err(Fault::NotFound.into());
    }
    let Some(leaving) = theirs.find(|s| s.is_taken()) else { return Ok(held.stands()) };
    rules::leave(now, &held.table, &leaving.player(), actor.is_staff())?;
    store::leave(c, station.id, id, leaving.id, now)?;
    if let Some(person) = leaving.person {
        free_time(c, station, &held, (person, leaving.id))?;
    }
    record(c, station, (now, actor.by()), "game.left", (id, held.game.venue))?;
    match (held.stands(), rules::reopened(now, &held.game.span)) {
        (Stands::Filled, Some(until)) => {
            reopen(c, house, station, &held, (until, actor), now)?;
            Ok(Stands::Open)
        }
        (stands, _) => Ok(stands),
    }
}

/// A guardian who plays along with two children leaves with the second.
fn free_time(c: &mut Conn, station: &Station, held: &Held, (person, leaving): (PersonId, Id)) -> Result<(), Fault> {
    let mut others = held.table.players.iter().filter(|p| p.person == Some(person) && p.id != leaving);
    if others.any(|p| p.entry.takes_their_time()) {
        return Ok(());
    }
    store::free_one(c, station.id, person, held.game.id)
}

fn reopen(
    c: &mut Conn,
    house: &House,
    station: &Station,
    held: &Held,
    (until, actor): (Timestamp, Actor),
    now: Timestamp,
) -> Result<(), Fault> {
    let game = &held.game;
    kept::set_state(c, station.id, &held.reservation, (State::Held, Some(until)), now)?;
    store::set_row(c, station.id, game.id, (Row::Open, None))?;
    store::announced(c, station.id, game.id, None)?;
    let seats = store::of_game(c, station.id, game.id)?;
    let taken: i32 = seats.iter().filter(|s| s.is_taken()).map(|s| s.entry.seats()).sum();
    let news = News::Missing((game.wanted - taken).max(1));
    tell::players(c, house, station, (game, &held.offering, &seats), (news, None))?;
    record(c, station, (now, actor.by()), "reservation.held", (game.id, game.venue))?;
    record(c, station, (now, actor.by()), "game.reopened", (game.id, game.venue))
}
