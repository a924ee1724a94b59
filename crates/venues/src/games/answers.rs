//! What there is to play: games with who is in them, as far as whoever asks may know. Reads only.
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::rules::{self, Entry, Shown, Stands, Table};
use super::store::{self, Game, Seat};
use crate::ReservationId;
use crate::answers::{self as rooms, Receipt};
use crate::rules::{Offering, Span, Venue};
use crate::store::{self as kept, Catalogue};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

/// The purpose under which names in games are sealed.
pub const PLAYER: &str = "game-player";

/// Somebody who has or had a place, and what of the name is shown.
#[derive(Debug, Clone)]
pub struct Seen {
    pub seat: Seat,
    pub shown: Option<Shown>,
}

/// A game, what it is and who is in it.
#[derive(Debug, Clone)]
pub struct OpenGame {
    pub game: Game,
    /// How it stands at the moment of reading.
    pub stands: Stands,
    pub venue: Venue,
    pub offering: Offering,
    pub seats: Vec<Seen>,
}

impl OpenGame {
    pub fn table(&self) -> Table {
        Table {
            stands: self.stands,
            span: self.game.span,
            wanted: self.game.wanted,
            band: self.game.band,
            poster: self.game.poster,
            players: self.taken().map(|s| s.seat.player()).collect(),
            policy: self.offering.policy.clone(),
        }
    }

    /// Those who have a place now.
    pub fn taken(&self) -> impl Iterator<Item = &Seen> {
        self.seats.iter().filter(|s| s.seat.is_taken())
    }

    pub fn left(&self) -> i32 {
        self.table().left()
    }

    pub fn is_in(&self, person: PersonId) -> bool {
        self.taken().any(|s| s.seat.person == Some(person))
    }

    /// Whether the person has or had a place: then they may keep away from somebody they met there.
    pub fn was_in(&self, person: PersonId) -> bool {
        self.seats.iter().any(|s| s.seat.person == Some(person))
    }

    /// Whether one of its players is among `kept`.
    fn has_one_of(&self, kept: &HashSet<PersonId>) -> bool {
        self.taken().filter_map(|s| s.seat.person).any(|p| kept.contains(&p))
    }
}

/// What of a player's name is shown.
pub fn shown_of(c: &mut Conn, house: &House, seat: &Seat) -> Result<Option<Shown>, Fault> {
    let name = match (&seat.name_sealed, seat.entry, seat.person) {
        (Some(sealed), ..) => Some(house.keys.open(PLAYER, sealed).map_err(Fault::broken)?),
        (None, Entry::Oneself, Some(person)) => people::name_of(c, house, person)?,
        _ => None,
    };
    Ok(name.as_deref().and_then(rules::shown))
}

/// Games with who is in them, in the given order.
fn with_seats(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (games, catalogue): (Vec<Game>, &Catalogue),
    now: Timestamp,
) -> Result<Vec<OpenGame>, Fault> {
    let ids: Vec<ReservationId> = games.iter().map(|g| g.id).collect();
    let states = store::reservation_states(c, station.id, &ids, now)?;
    let mut seats: HashMap<ReservationId, Vec<Seen>> = HashMap::new();
    for seat in store::of_games(c, station.id, &ids)? {
        let shown = shown_of(c, house, &seat)?;
        seats.entry(seat.game).or_default().push(Seen { seat, shown });
    }
    let missing = || Fault::broken("a game of a reservation or a room that is not there; run `yizhan check`");
    let mut whole = |game: Game| {
        let reservation = *states.get(&game.id).ok_or_else(missing)?;
        Ok(OpenGame {
            stands: rules::stands(game.row, reservation),
            venue: catalogue.venue(game.venue).ok_or_else(missing)?.clone(),
            offering: catalogue.offering_by_id(game.offering).ok_or_else(missing)?.clone(),
            seats: seats.remove(&game.id).unwrap_or_default(),
            game,
        })
    };
    games.into_iter().map(&mut whole).collect()
}

pub fn game(
    c: &mut Conn,
    house: &House,
    station: &Station,
    id: ReservationId,
    now: Timestamp,
) -> Result<OpenGame, Fault> {
    let game = store::by_id(c, station.id, id)?;
    let catalogue = rooms::catalogue(c, station)?;
    with_seats(c, house, station, (vec![game], &catalogue), now)?.pop().ok_or(Fault::NotFound)
}

/// How far ahead games are listed: as far as anybody may book.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 32);

/// Open games that `viewer` may join or is in, the next first. Nobody sees games of those they are kept from.
pub fn open(
    c: &mut Conn,
    house: &House,
    station: &Station,
    viewer: Option<PersonId>,
    now: Timestamp,
) -> Result<Vec<OpenGame>, Fault> {
    let kept = viewer.map(|p| store::kept_from(c, p)).transpose()?.unwrap_or_default();
    let window = Span { from: now, until: now + AHEAD };
    let mut all = in_window(c, house, station, &window, now)?;
    all.retain(|g| g.stands == Stands::Open && (!g.has_one_of(&kept) || viewer.is_some_and(|p| g.is_in(p))));
    Ok(all)
}

/// Every game that starts inside `window`.
pub fn in_window(
    c: &mut Conn,
    house: &House,
    station: &Station,
    window: &Span,
    now: Timestamp,
) -> Result<Vec<OpenGame>, Fault> {
    let games = store::between(c, station.id, window)?;
    if games.is_empty() {
        return Ok(vec![]);
    }
    let catalogue = rooms::catalogue(c, station)?;
    with_seats(c, house, station, (games, &catalogue), now)
}

/// Whether `viewer` is kept from somebody in the game.
pub fn is_kept_out(c: &mut Conn, game: &OpenGame, viewer: Option<PersonId>) -> Result<bool, Fault> {
    let Some(viewer) = viewer.filter(|p| !game.was_in(*p)) else { return Ok(false) };
    Ok(game.has_one_of(&store::kept_from(c, viewer)?))
}

/// One station and the games that somebody is in there.
pub type AtStation = (Arc<Station>, Vec<OpenGame>);

/// The games that a person is in and that are not over, at each station.
pub fn of_person(c: &mut Conn, house: &House, person: PersonId, now: Timestamp) -> Result<Vec<AtStation>, Fault> {
    let mut all: Vec<AtStation> = vec![];
    let theirs = store::games_of(c, person, now)?;
    let mut at = 0;
    while let Some((id, _)) = theirs.get(at) {
        let here: Vec<ReservationId> = theirs[at..].iter().take_while(|(s, _)| s == id).map(|(_, g)| *g).collect();
        at += here.len();
        let station = Arc::new(stations::by_id(c, *id)?);
        let games = store::find(c, *id, &here)?;
        let catalogue = rooms::catalogue(c, &station)?;
        let mut games = with_seats(c, house, &station, (games, &catalogue), now)?;
        games.retain(|g| g.stands.is_on());
        if !games.is_empty() {
            all.push((station, games));
        }
    }
    Ok(all)
}

/// The reservation of a game, for those who play.
pub fn receipt(c: &mut Conn, station: &Station, id: ReservationId, now: Timestamp) -> Result<Receipt, Fault> {
    rooms::receipt(c, station, id, now)
}

/// When the venue is open on the day of `at`, and the night after it.
pub fn open_around(
    c: &mut Conn,
    house: &House,
    station: &Station,
    venue: i32,
    at: Timestamp,
) -> Result<Vec<Span>, Fault> {
    let on = at.to_zoned_datetime(station.zone.clone()).date();
    let window = crate::rules::days(&station.zone, on, 2);
    Ok(kept::nearby(c, house, station, venue, &window, (at, None))?.open)
}
