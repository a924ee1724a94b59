//! Whoever posted a game plays with those who are there, or calls it off; the desk may, with a reason.
use std::sync::Arc;

use jiff::Timestamp;

use crate::ReservationId;
use crate::acts::Actor;
use crate::games::rules::{self, NoGame, Row, Stands};
use crate::games::store;
use crate::rules::{self as rooms, State};
use crate::store as kept;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

use super::load::{Held, held, of_room, record, taken_if_there};
use super::tell::{self, News};

/// The game with its venue held, for whoever may decide about the whole of it.
fn own(
    c: &mut Conn,
    station: &Station,
    (id, actor): (ReservationId, Actor),
    now: Timestamp,
) -> Result<(Held, Option<PersonId>), Fault> {
    let held = held(c, station, id, now)?;
    match actor {
        Actor::Person(person) if held.game.poster == Some(person) => Ok((held, Some(person))),
        Actor::Person(_) => Err(Fault::NotFound),
        Actor::Staff(_) => Ok((held, None)),
    }
}

/// Begins with fewer than were wanted: the slot is theirs from now on.
pub async fn play_with_fewer(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    actor: Actor,
) -> Result<Stands, Not<NoGame>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let (held, person) = own(c, &station, (id, actor), now)?;
        if held.stands() == Stands::Filled {
            return Ok(Stands::Filled);
        }
        let units = kept::units_of(c, station.id, id)?;
        let booking = rules::fewer(now, &held.table, (&held.offering, &held.atoms), &units)?;
        taken_if_there(kept::set_time(c, station.id, &held.reservation, &booking, now))?;
        store::set_wanted(c, station.id, id, booking.group)?;
        store::set_row(c, station.id, id, (Row::Filled, None))?;
        let what = (&held.game, &held.offering, held.seats.as_slice());
        tell::players(c, &h, &station, what, (News::Filled, person))?;
        record(c, &station, (now, actor.by()), "reservation.confirmed", (id, held.game.venue))?;
        record(c, &station, (now, actor.by()), "game.filled", (id, held.game.venue))?;
        Ok(Stands::Filled)
    };
    house.db.write(work).await
}

/// Calls a game off. `reason` is what the desk says about it. Doing it twice is fine.
pub async fn call_off(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    (actor, reason): (Actor, String),
) -> Result<Stands, Not<NoGame>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let (held, person) = own(c, &station, (id, actor), now)?;
        match held.stands() {
            Stands::Open | Stands::Filled => {}
            Stands::CalledOff => return Ok(Stands::CalledOff),
            Stands::Unfilled | Stands::Over => return Err(NoGame::NotNow.into()),
        }
        let standing = held.reservation.standing(held.offering.policy.cancel_until);
        let state = of_room(rooms::cancel(now, &standing, actor.is_staff()).map_err(Not::Refused))?;
        end(c, &h, &station, &held, (state, now))?;
        store::set_row(c, station.id, id, (Row::CalledOff, Some(&reason)))?;
        let what = (&held.game, &held.offering, held.seats.as_slice());
        tell::players(c, &h, &station, what, (News::CalledOff(&reason), person))?;
        record(c, &station, (now, actor.by()), "reservation.cancelled", (id, held.game.venue))?;
        record(c, &station, (now, actor.by()), "game.called-off", (id, held.game.venue))?;
        Ok(Stands::CalledOff)
    };
    house.db.write(work).await
}

/// Gives the slot and everybody's time back.
fn end(
    c: &mut Conn,
    house: &House,
    station: &Station,
    held: &Held,
    (state, now): (State, Timestamp),
) -> Result<(), Fault> {
    kept::set_state(c, station.id, &held.reservation, (state, None), now)?;
    kept::note_end(c, house, station.id, &held.reservation, state, now)?;
    store::free(c, station.id, held.game.id)
}
