//! A game with its venue held: from here on nobody else decides about it.
use jiff::Timestamp;

use crate::ReservationId;
use crate::acts::Actor;
use crate::games::answers::PLAYER;
use crate::games::rules::{self, Entry, NoGame, Stands, Table};
use crate::games::store::{self, Game, NewPlayer, Seat};
use crate::rules::{Atom, Offering, Refusal, Span};
use crate::store::{self as rooms, Reservation};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

use super::Coming;

/// A game and all that a decision about it depends on.
pub struct Held {
    pub game: Game,
    pub reservation: Reservation,
    pub seats: Vec<Seat>,
    pub offering: Offering,
    pub atoms: Vec<Atom>,
    pub table: Table,
}

pub fn held(c: &mut Conn, station: &Station, id: ReservationId, now: Timestamp) -> Result<Held, Fault> {
    let seen = store::by_id(c, station.id, id)?;
    rooms::hold(c, station.id, seen.venue)?;
    // Again, now that nobody else can change it.
    let game = store::by_id(c, station.id, id)?;
    let reservation = rooms::by_id(c, station.id, id)?;
    let seats = store::of_game(c, station.id, id)?;
    let catalogue = rooms::catalogue(c, station.id)?;
    let offering = catalogue.offering_by_id(game.offering).cloned().ok_or(Fault::NotFound)?;
    let table = Table {
        stands: rules::stands(game.row, reservation.state_at(now)),
        span: game.span,
        wanted: game.wanted,
        band: game.band,
        poster: game.poster,
        players: seats.iter().filter(|s| s.is_taken()).map(Seat::player).collect(),
        policy: offering.policy.clone(),
    };
    let atoms = catalogue.atoms_of(game.venue);
    Ok(Held { game, reservation, seats, offering, atoms, table })
}

impl Held {
    pub fn stands(&self) -> Stands {
        self.table.stands
    }
}

/// Whether the person is in another game during `span`. Time that games which are off still have is given back first.
pub fn is_elsewhere(
    c: &mut Conn,
    station: &Station,
    person: PersonId,
    (span, except): (&Span, Option<ReservationId>),
    now: Timestamp,
) -> Result<bool, Fault> {
    let mut others = store::games_at(c, station.id, person, span)?;
    others.retain(|id| Some(*id) != except);
    let states = store::reservation_states(c, station.id, &others, now)?;
    let mut elsewhere = false;
    for game in store::find(c, station.id, &others)? {
        match states.get(&game.id).map(|state| rules::stands(game.row, *state)) {
            Some(stands) if stands.is_on() => elsewhere = true,
            _ => store::free_one(c, station.id, person, game.id)?,
        }
    }
    Ok(elsewhere)
}

/// Gives whoever comes a place, and their time to the game.
pub fn seat(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (coming, game, span): (&Coming, ReservationId, &Span),
    now: Timestamp,
) -> Result<(), Not<NoGame>> {
    let person = match coming.by {
        Actor::Person(person) => Some(person),
        Actor::Staff(_) => None,
    };
    let sealed = match (coming.entry, &coming.name) {
        (Entry::Oneself, _) | (_, None) => None,
        (_, Some(name)) => Some(house.keys.seal(PLAYER, name, &house.chance)),
    };
    if let (Entry::Oneself, Some(person), Some(name)) = (coming.entry, person, &coming.name) {
        let name = name.parse::<people::Name>().map_err(|p| Fault::broken(p.key()))?;
        people::name_if_unnamed(c, house, person, &name)?;
    }
    let new = NewPlayer { id: house.new_id(), person, name_sealed: sealed.as_deref(), entry: coming.entry };
    store::insert_player(c, station.id, game, &new, now)?;
    let Some(person) = person else { return Ok(()) };
    if coming.entry.takes_their_time() {
        match store::take(c, station.id, person, (game, span)) {
            // The rule was asked before; this is somebody who joins two games at the same moment.
            Err(Fault::AlreadyThere(_)) => return Err(NoGame::Elsewhere.into()),
            taken => taken?,
        }
    }
    people::keep_until(c, person, span.until)?;
    Ok(())
}

/// A refusal of the room is one of the game.
pub fn of_room<T>(result: Result<T, Not<Refusal>>) -> Result<T, Not<NoGame>> {
    result.map_err(|not| match not {
        Not::Refused(r) => Not::Refused(r.into()),
        Not::Fault(f) => Not::Fault(f),
    })
}

/// A cell that somebody else has is a slot that is taken, however it came about.
pub fn taken_if_there(kept: Result<(), Fault>) -> Result<(), Not<NoGame>> {
    match kept {
        Err(Fault::AlreadyThere(_)) => Err(NoGame::Room(Refusal::Taken).into()),
        kept => Ok(kept?),
    }
}

pub fn record(
    c: &mut Conn,
    station: &Station,
    (now, by): (Timestamp, By),
    kind: &str,
    (id, venue): (ReservationId, i32),
) -> Result<(), Fault> {
    let data = serde_json::json!({ "venue": venue });
    event::record(c, station.id, now, by, kind, &id.to_string(), &data).map(|_| ())
}
