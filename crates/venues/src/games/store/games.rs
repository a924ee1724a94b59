//! Games: one row each, with the id of its reservation.
use std::collections::HashMap;

use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use crate::ReservationId;
use crate::games::rules::{Band, Level, Row};
use crate::games::schema::{game_players, games as g};
use crate::rules::{OfferingId, Span, State, VenueId};
use crate::schema::reservations as r;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// A game as its row says. How it stands, [`crate::games::rules::stands`] tells together with the reservation.
#[derive(Debug, Clone, PartialEq)]
pub struct Game {
    pub id: ReservationId,
    pub offering: OfferingId,
    pub venue: VenueId,
    pub poster: Option<PersonId>,
    pub span: Span,
    pub row: Row,
    pub wanted: i32,
    pub band: Option<Band>,
    pub level: Option<Level>,
    pub note: String,
    pub reason: String,
    pub made_at: Timestamp,
}

/// A game that is posted.
pub struct NewGame<'a> {
    pub id: ReservationId,
    pub offering: OfferingId,
    pub venue: VenueId,
    pub poster: Option<PersonId>,
    pub span: Span,
    pub wanted: i32,
    pub band: Option<Band>,
    pub level: Option<Level>,
    pub note: &'a str,
    pub now: Timestamp,
}

type Columns =
    ((ReservationId, i32, i32, Option<PersonId>, Ts, Ts), (i16, i32, Option<i16>, Option<i16>, String, String, Ts));

macro_rules! columns {
    () => {
        (
            (g::id, g::offering_id, g::venue_id, g::person_id, g::starts_at, g::ends_at),
            (g::state, g::wanted, g::band, g::level, g::note, g::reason, g::made_at),
        )
    };
}

fn to_game((ids, what): Columns) -> Result<Game, Fault> {
    let (id, offering, venue, poster, from, until) = ids;
    let (row, wanted, band, level, note, reason, made_at) = what;
    let odd = || Fault::broken(format!("game {id} has a row that makes no sense; run `yizhan check`"));
    Ok(Game {
        id,
        offering,
        venue,
        poster,
        span: Span::new(from.0, until.0).ok_or_else(odd)?,
        row: Row::from_column(row).ok_or_else(odd)?,
        wanted,
        band: band.and_then(Band::from_column),
        level: level.and_then(Level::from_column),
        note,
        reason,
        made_at: made_at.0,
    })
}

fn all(rows: Vec<Columns>) -> Result<Vec<Game>, Fault> {
    rows.into_iter().map(to_game).collect()
}

pub fn insert(c: &mut Conn, station: StationId, new: &NewGame<'_>) -> Result<(), Fault> {
    let row = (
        (g::station_id.eq(station), g::id.eq(new.id), g::offering_id.eq(new.offering), g::venue_id.eq(new.venue)),
        (g::person_id.eq(new.poster), g::starts_at.eq(Ts(new.span.from)), g::ends_at.eq(Ts(new.span.until))),
        (g::state.eq(Row::Open as i16), g::wanted.eq(new.wanted), g::band.eq(new.band.map(|b| b as i16))),
        (g::level.eq(new.level.map(|l| l as i16)), g::note.eq(new.note), g::reason.eq("")),
        g::made_at.eq(Ts(new.now)),
    );
    on!(c, c => diesel::insert_into(g::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: ReservationId) -> Result<Game, Fault> {
    let row: Columns = on!(c, c => g::table.find((station, id)).select(columns!()).first(c))?;
    to_game(row)
}

/// The games among `ids`.
pub fn find(c: &mut Conn, station: StationId, ids: &[ReservationId]) -> Result<Vec<Game>, Fault> {
    let rows: Vec<Columns> = on!(c, c => g::table
        .filter(g::station_id.eq(station).and(g::id.eq_any(ids)))
        .order((g::starts_at, g::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// Games that start inside `window`, whatever became of them.
pub fn between(c: &mut Conn, station: StationId, window: &Span) -> Result<Vec<Game>, Fault> {
    let rows: Vec<Columns> = on!(c, c => g::table
        .filter(g::station_id.eq(station))
        .filter(g::starts_at.ge(Ts(window.from)).and(g::starts_at.lt(Ts(window.until))))
        .order((g::starts_at, g::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// What the reservations of games are at `now`.
pub fn reservation_states(
    c: &mut Conn,
    station: StationId,
    ids: &[ReservationId],
    now: Timestamp,
) -> Result<HashMap<ReservationId, State>, Fault> {
    type Found = (ReservationId, i16, Option<Ts>, Ts);
    let rows: Vec<Found> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::id.eq_any(ids)))
        .select((r::id, r::state, r::lapses_at, r::ends_at))
        .load(c))?;
    let state = |(id, state, lapses_at, ends_at): Found| {
        let state = State::from_column(state)?;
        Some((id, state.at(now, lapses_at.map(|t| t.0), ends_at.0)))
    };
    Ok(rows.into_iter().filter_map(state).collect())
}

/// Notes how a game stands. `reason` is what the desk says about it; `None` leaves it.
pub fn set_row(
    c: &mut Conn,
    station: StationId,
    id: ReservationId,
    (row, reason): (Row, Option<&str>),
) -> Result<(), Fault> {
    let one = g::table.find((station, id));
    on!(c, c => diesel::update(one).set(g::state.eq(row as i16)).execute(c))?;
    if let Some(reason) = reason {
        on!(c, c => diesel::update(one).set(g::reason.eq(reason)).execute(c))?;
    }
    Ok(())
}

/// The game is played with fewer than were wanted.
pub fn set_wanted(c: &mut Conn, station: StationId, id: ReservationId, wanted: i32) -> Result<(), Fault> {
    on!(c, c => diesel::update(g::table.find((station, id))).set(g::wanted.eq(wanted)).execute(c))?;
    Ok(())
}

/// Up to `most` games of any station that stand by their rows while their reservations have ended.
pub fn due(c: &mut Conn, most: i64) -> Result<Vec<(StationId, VenueId, ReservationId)>, Fault> {
    let ended = g::table.inner_join(r::table.on(r::station_id.eq(g::station_id).and(r::id.eq(g::id))));
    Ok(on!(c, c => ended
        .filter(g::state.lt(Lit::<2>).and(r::state.ge(Lit::<3>)))
        .limit(most)
        .select((g::station_id, g::venue_id, g::id))
        .load(c))?)
}

/// Games of any station that stand by their rows and that nobody has been told of yet.
pub fn to_announce(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(StationId, VenueId, ReservationId)>, Fault> {
    Ok(on!(c, c => g::table
        .filter(g::state.lt(Lit::<2>).and(g::announced_at.is_null()))
        .filter(g::starts_at.gt(Ts(now)))
        .order((g::station_id, g::id))
        .limit(most)
        .select((g::station_id, g::venue_id, g::id))
        .load(c))?)
}

/// Notes that those who can play then were told; `None`: they shall be told again.
pub fn announced(c: &mut Conn, station: StationId, id: ReservationId, at: Option<Timestamp>) -> Result<(), Fault> {
    on!(c, c => diesel::update(g::table.find((station, id))).set(g::announced_at.eq(at.map(Ts))).execute(c))?;
    Ok(())
}

/// How long it is known who played with whom: long enough to block somebody afterwards.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Forgets who played in up to `most` games that are long over, and what was written about them.
pub fn tidy(c: &mut Conn, now: Timestamp, most: i64) -> Result<usize, Fault> {
    let old: Vec<(StationId, ReservationId)> = on!(c, c => g::table
        .filter(g::tidied_at.is_null().and(g::ends_at.lt(Ts(now - KNOWN_FOR))))
        .limit(most)
        .select((g::station_id, g::id))
        .load(c))?;
    for (station, id) in &old {
        let players =
            game_players::table.filter(game_players::station_id.eq(station).and(game_players::game_id.eq(id)));
        on!(c, c => diesel::delete(players).execute(c))?;
        on!(c, c => diesel::update(g::table.find((station, id)))
            .set((g::note.eq(""), g::person_id.eq(None::<PersonId>), g::tidied_at.eq(Some(Ts(now)))))
            .execute(c))?;
    }
    Ok(old.len())
}
