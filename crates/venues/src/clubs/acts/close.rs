//! A club ends: its meetings to come go back, its members are told and forgotten.
use std::sync::Arc;

use jiff::Timestamp;

use crate::ClubId;
use crate::acts::Actor;
use crate::clubs::rules::NoClub;
use crate::clubs::store;
use crate::series::acts::{Doing, end_from};
use crate::series::store as series;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

use super::load::{held, is_led, of_room, record};
use super::tell::{self, News};

/// The leader or staff close a club; `reason` is what the desk says about it. Doing it twice is fine.
pub async fn close(
    house: &House,
    station: &Arc<Station>,
    (id, actor, reason): (ClubId, Actor, String),
) -> Result<(), Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| keep(c, &h, &station, (id, actor, &reason), now);
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, actor, reason): (ClubId, Actor, &str),
    now: Timestamp,
) -> Result<(), Not<NoClub>> {
    let held = held(c, station, id)?;
    // Nobody leads it any more, whoever has closed it. That it is over is no secret.
    if held.club.closed_at.is_some() {
        return Ok(());
    }
    if !is_led(&held.club, actor) {
        return Err(Fault::NotFound.into());
    }
    let doing = Doing { house, station, now, by: actor.by() };
    let mut all = series::of_club(c, station.id, id.0)?;
    // Venues are held in one order, as everywhere.
    all.sort_unstable_by_key(|s| (s.venue, s.id));
    for one in all {
        of_room(end_from(c, &doing, one.id, (doing.today(), false)))?;
    }
    let except = match actor {
        Actor::Person(person) => Some(person),
        Actor::Staff(_) => None,
    };
    tell::people(c, house, station, &held.people(except), (&held.club.name, News::Closed(reason)))?;
    store::close(c, station.id, id, reason, now)?;
    store::remove_all(c, station.id, id)?;
    store::remove_of(c, station.id, id)?;
    Ok(record(c, station, (now, actor.by()), "club.closed", id)?)
}
