//! Members say that they are there, so that nobody takes the room for empty.
use std::sync::Arc;

use crate::acts::{self, Actor};
use crate::clubs::rules::NoClub;
use crate::clubs::store;
use crate::rules::State;
use crate::series::store::{self as series, Holder};
use crate::store as rooms;
use crate::{ClubId, ReservationId};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

use super::load::of_room;

/// "We are here", by any member or by staff. Doing it twice is fine.
pub async fn arrive(
    house: &House,
    station: &Arc<Station>,
    (club, id): (ClubId, ReservationId),
    actor: Actor,
) -> Result<State, Not<NoClub>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        theirs(c, &station, (club, id), actor)?;
        let seen = rooms::by_id(c, station.id, id)?;
        rooms::hold(c, station.id, seen.venue)?;
        let old = rooms::by_id(c, station.id, id)?;
        if old.state_at(now) == State::CheckedIn {
            return Ok(State::CheckedIn);
        }
        of_room(acts::arrive(c, &station, &old, (now, actor.by())))?;
        Ok(State::CheckedIn)
    };
    house.db.write(work).await
}

/// Whether it is a meeting of the club, and they are in it.
fn theirs(c: &mut Conn, station: &Station, (club, id): (ClubId, ReservationId), actor: Actor) -> Result<(), Fault> {
    let (of, _) = series::of_reservation(c, station.id, id)?.ok_or(Fault::NotFound)?;
    let is_in = match actor {
        Actor::Person(person) => store::of_club(c, station.id, club)?.iter().any(|m| m.is_in && m.person == person),
        Actor::Staff(_) => true,
    };
    let held = series::by_id(c, station.id, of)?.holder == Holder::Club(club.0);
    if is_in && held { Ok(()) } else { Err(Fault::NotFound) }
}
