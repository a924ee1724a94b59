//! Looking for people to play with: a held slot, and a game that says how many are missing.
use std::sync::Arc;

use crate::ReservationId;
use crate::acts::Actor;
use crate::answers as rooms;
use crate::games::rules::{self, Level, NoGame};
use crate::games::store::{self, NewGame};
use crate::rules::{Ask, CELL_MINUTES, Source, Span};
use crate::store::{self as kept, NewReservation};
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use stations::Station;

use super::Coming;
use super::load::{is_elsewhere, of_room, record, seat, taken_if_there};

/// What shall be played.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The slug of the offering.
    pub offering: String,
    pub from: Timestamp,
    /// Without it, the usual length.
    pub minutes: Option<i32>,
    /// How many others.
    pub more: i32,
    pub level: Option<Level>,
    pub note: String,
}

/// Posts a game. The slot is taken from now on, so nobody overlaps it.
pub async fn post(
    house: &House,
    station: &Arc<Station>,
    coming: Coming,
    wish: Wish,
    once: Option<Once>,
) -> Result<ReservationId, Not<NoGame>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, (&coming, &wish), now))
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (coming, wish): (&Coming, &Wish),
    now: Timestamp,
) -> Result<ReservationId, Not<NoGame>> {
    let offering = of_room(rooms::offering(c, station, &wish.offering))?;
    let (offering_id, venue) = (offering.id, offering.venue);
    kept::hold(c, station.id, venue)?;
    let minutes = wish.minutes.unwrap_or(offering.policy.usual);
    let around = Span::of_minutes(wish.from, minutes.clamp(CELL_MINUTES, 24 * 60))
        .ok_or(NoGame::Room(crate::rules::Refusal::EndsBeforeStart))?;
    let person = match coming.by {
        Actor::Person(person) => Some(person),
        Actor::Staff(_) => None,
    };
    let elsewhere = match person.filter(|_| coming.entry.takes_their_time()) {
        Some(person) => is_elsewhere(c, station, person, (&around, None), now)?,
        None => false,
    };
    let facts = kept::facts_for(c, house, station, offering, &around, (person, None), now)?;
    let ask = Ask { from: wish.from, minutes, group: 1, said: None };
    let by_staff = coming.by.is_staff();
    let posted = rules::post(now, (&ask, wish.more), coming.entry, (by_staff, elsewhere), &facts)?;
    let id = ReservationId(house.new_id());
    let guest = coming.name.as_ref().filter(|_| by_staff);
    let guest = guest.map(|name| house.keys.seal(crate::acts::GUEST, name, &house.chance));
    let reservation = NewReservation {
        id,
        offering: offering_id,
        venue,
        person,
        guest_sealed: guest.as_deref(),
        source: Source::Game,
        code: None,
        now,
    };
    taken_if_there(kept::insert(c, station.id, &reservation, &posted.booking))?;
    let game = NewGame {
        id,
        offering: offering_id,
        venue,
        poster: person,
        span: posted.booking.span,
        wanted: posted.booking.group,
        band: posted.band,
        level: wish.level,
        note: &wish.note,
        now,
    };
    store::insert(c, station.id, &game)?;
    seat(c, house, station, (coming, id, &game.span), now)?;
    events(c, station, coming, (id, venue), now)?;
    Ok(id)
}

fn events(
    c: &mut Conn,
    station: &Station,
    coming: &Coming,
    what: (ReservationId, i32),
    now: Timestamp,
) -> Result<(), Fault> {
    record(c, station, (now, coming.by.by()), "reservation.held", what)?;
    record(c, station, (now, coming.by.by()), "game.posted", what)
}
