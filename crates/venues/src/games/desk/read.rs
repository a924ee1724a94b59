//! What the desk reads: games with the names and numbers of those who play.
use jiff::SignedDuration;

use crate::desk::here::Here;
use crate::games::answers::{self, OpenGame, PLAYER};
use crate::games::rules::Entry;
use crate::games::store::Seat;
use crate::rules::{self, Offering, Span};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::house::House;
use people::Phone;

/// Somebody at the table, as the desk may know them.
#[derive(Debug, Clone)]
pub struct Player {
    pub id: Id,
    pub name: Option<String>,
    pub phone: Option<Phone>,
    pub entry: Entry,
    pub is_poster: bool,
}

#[derive(Debug, Clone)]
pub struct DeskGame {
    pub game: OpenGame,
    pub players: Vec<Player>,
}

/// Today's games and those of the days that can be booked, and the rooms in which people find each other.
pub struct Games {
    pub all: Vec<DeskGame>,
    pub hosts: Vec<Offering>,
}

/// As far ahead as anybody may book.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 32);

pub async fn games(here: &Here) -> Result<Games, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| {
        let today = now.to_zoned_datetime(station.zone.clone()).date();
        let from = rules::days(&station.zone, today, 1).from;
        let found = answers::in_window(c, &house, &station, &Span { from, until: now + AHEAD }, now)?;
        let all = found.into_iter().map(|g| with_players(c, &house, g)).collect::<Result<_, Fault>>()?;
        let catalogue = crate::answers::catalogue(c, &station)?;
        let hosts = catalogue.offerings.into_iter().filter(crate::games::rules::hosts_games).collect();
        Ok(Games { all, hosts })
    };
    here.house.db.snapshot(read).await
}

fn with_players(c: &mut Conn, house: &House, game: OpenGame) -> Result<DeskGame, Fault> {
    let seats: Vec<Seat> = game.taken().map(|s| s.seat.clone()).collect();
    let mut players = vec![];
    for seat in seats {
        let typed = seat.name_sealed.as_ref().map(|s| house.keys.open(PLAYER, s).map_err(Fault::broken)).transpose()?;
        let (name, phone) = match seat.person {
            Some(person) => (people::name_of(c, house, person)?, people::phone_of(c, house, person)?),
            None => (None, None),
        };
        let is_poster = seat.person.is_some() && seat.person == game.game.poster;
        players.push(Player { id: seat.id, name: typed.or(name), phone, entry: seat.entry, is_poster });
    }
    Ok(DeskGame { game, players })
}
