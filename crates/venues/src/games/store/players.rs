//! Who has a place in a game, and who had one.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::ReservationId;
use crate::games::rules::{Band, Entry, Player};
use crate::games::schema::{game_players as p, games as g};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// A place in a game, taken or given back.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    pub id: Id,
    pub game: ReservationId,
    pub person: Option<PersonId>,
    /// A name that a clerk typed, or what a child is called.
    pub name_sealed: Option<Vec<u8>>,
    pub entry: Entry,
    pub left_at: Option<Timestamp>,
}

impl Seat {
    pub fn player(&self) -> Player {
        Player { id: self.id, person: self.person, entry: self.entry }
    }

    pub fn is_taken(&self) -> bool {
        self.left_at.is_none()
    }
}

/// A place that is taken now.
pub struct NewPlayer<'a> {
    pub id: Id,
    pub person: Option<PersonId>,
    pub name_sealed: Option<&'a [u8]>,
    pub entry: Entry,
}

type Columns = (Id, ReservationId, Option<PersonId>, Option<Vec<u8>>, Option<i16>, bool, Option<Ts>);

macro_rules! columns {
    () => {
        (p::id, p::game_id, p::person_id, p::name_sealed, p::band, p::along, p::left_at)
    };
}

fn to_seat((id, game, person, name_sealed, band, along, left_at): Columns) -> Seat {
    let entry = match (band.and_then(Band::from_column), person) {
        (Some(band), _) => Entry::Child { band, along },
        (None, Some(_)) => Entry::Oneself,
        (None, None) => Entry::Guest,
    };
    Seat { id, game, person, name_sealed, entry, left_at: left_at.map(|t| t.0) }
}

pub fn insert_player(
    c: &mut Conn,
    station: StationId,
    game: ReservationId,
    new: &NewPlayer<'_>,
    now: Timestamp,
) -> Result<(), Fault> {
    let along = matches!(new.entry, Entry::Child { along: true, .. });
    let row = (
        (p::station_id.eq(station), p::game_id.eq(game), p::id.eq(new.id), p::person_id.eq(new.person)),
        (p::name_sealed.eq(new.name_sealed), p::band.eq(new.entry.band().map(|b| b as i16)), p::along.eq(along)),
        p::joined_at.eq(Ts(now)),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

/// Everybody who has or had a place, in the order in which they came.
pub fn of_game(c: &mut Conn, station: StationId, game: ReservationId) -> Result<Vec<Seat>, Fault> {
    of_games(c, station, &[game])
}

pub fn of_games(c: &mut Conn, station: StationId, games: &[ReservationId]) -> Result<Vec<Seat>, Fault> {
    let rows: Vec<Columns> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::game_id.eq_any(games)))
        .order((p::game_id, p::joined_at, p::id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_seat).collect())
}

/// Gives a place back.
pub fn leave(c: &mut Conn, station: StationId, game: ReservationId, id: Id, now: Timestamp) -> Result<(), Fault> {
    let one = p::table.find((station, game, id)).filter(p::left_at.is_null());
    on!(c, c => diesel::update(one).set(p::left_at.eq(Some(Ts(now)))).execute(c))?;
    Ok(())
}

/// The games that a person is in and that end after `after`, anywhere: their own question.
pub fn games_of(c: &mut Conn, person: PersonId, after: Timestamp) -> Result<Vec<(StationId, ReservationId)>, Fault> {
    let theirs = p::table.inner_join(g::table.on(g::station_id.eq(p::station_id).and(g::id.eq(p::game_id))));
    Ok(on!(c, c => theirs
        .filter(p::person_id.eq(person).and(p::left_at.is_null()))
        .filter(g::ends_at.gt(Ts(after)))
        .select((g::station_id, g::id))
        .distinct()
        .order((g::station_id, g::id))
        .load(c))?)
}
