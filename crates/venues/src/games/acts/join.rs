//! Taking a place. The last one turns the hold into a reservation, in the same transaction.
use std::sync::Arc;

use jiff::Timestamp;

use crate::ReservationId;
use crate::acts::Actor;
use crate::games::rules::{self, Entry, NoGame, Row, Stands};
use crate::games::store;
use crate::rules::State;
use crate::store as kept;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

use super::Coming;
use super::load::{Held, held, is_elsewhere, record, seat};
use super::tell::{self, News};

/// Gives whoever comes a place in the game. Somebody who has one already hears so: joining twice is joining once.
pub async fn join(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    coming: Coming,
    once: Option<Once>,
) -> Result<Stands, Not<NoGame>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work =
        move |c: &mut Conn| only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, (id, &coming), now));
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, coming): (ReservationId, &Coming),
    now: Timestamp,
) -> Result<Stands, Not<NoGame>> {
    let held = held(c, station, id, now)?;
    let person = match coming.by {
        Actor::Person(person) => Some(person),
        Actor::Staff(_) => None,
    };
    if is_in(&held, person, coming.entry) {
        return Ok(held.stands());
    }
    let (apart, elsewhere) = match person {
        Some(person) => {
            let others = held.table.players.iter().filter_map(|p| p.person);
            let apart = store::are_apart(c, person, others)?;
            let busy =
                coming.entry.takes_their_time() && is_elsewhere(c, station, person, (&held.game.span, Some(id)), now)?;
            (apart, busy)
        }
        None => (false, false),
    };
    let full = rules::join(&held.table, coming.entry, apart, elsewhere)?;
    seat(c, house, station, (coming, id, &held.game.span), now)?;
    record(c, station, (now, coming.by.by()), "game.joined", (id, held.game.venue))?;
    if full {
        fill(c, house, station, &held, (person, coming.by.by()), now)?;
        return Ok(Stands::Filled);
    }
    Ok(Stands::Open)
}

/// A person sits down once; with children they may take more places.
fn is_in(held: &Held, person: Option<PersonId>, entry: Entry) -> bool {
    let theirs = |p: &&rules::Player| p.person.is_some() && p.person == person;
    let mut mine = held.table.players.iter().filter(theirs);
    entry.takes_their_time() && mine.any(|p| p.entry.takes_their_time())
}

/// They are together: the hold becomes a reservation, and everybody else hears of it.
fn fill(
    c: &mut Conn,
    house: &House,
    station: &Station,
    held: &Held,
    (person, by): (Option<PersonId>, By),
    now: Timestamp,
) -> Result<(), Fault> {
    let (game, lapses_at) = (&held.game, rules::confirmed(now, &held.table));
    kept::set_state(c, station.id, &held.reservation, (State::Confirmed, lapses_at), now)?;
    store::set_row(c, station.id, game.id, (Row::Filled, None))?;
    let seats = store::of_game(c, station.id, game.id)?;
    tell::players(c, house, station, (game, &held.offering, &seats), (News::Filled, person))?;
    record(c, station, (now, by), "reservation.confirmed", (game.id, game.venue))?;
    record(c, station, (now, by), "game.filled", (game.id, game.venue))
}
