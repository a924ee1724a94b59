//! Tells those who said they can play then: at most once a day, never at night, never of somebody they keep away from.
use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::ReservationId;
use crate::games::answers::{open_around, shown_of};
use crate::games::rules::{self, Stands};
use crate::games::says;
use crate::games::store;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Lang;
use people::PersonId;
use stations::Station;

use super::load::{Held, held, is_elsewhere};
use super::tell::{self, News};

/// How many games are looked at in one round.
const MOST: i64 = 500;

pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    let new = house.db.read(move |c| store::to_announce(c, now, MOST)).await?;
    for (station, _, id) in new {
        let h = house.clone();
        house.db.write(move |c| announce(c, &h, (station, id), now)).await?;
    }
    Ok(())
}

fn announce(
    c: &mut Conn,
    house: &House,
    (station, id): (StationId, ReservationId),
    now: Timestamp,
) -> Result<(), Fault> {
    let station = stations::by_id(c, station)?;
    if rules::is_quiet(now, &station.zone) {
        return Ok(());
    }
    let held = held(c, &station, id, now)?;
    // Strangers are never called to play with children.
    if held.stands() == Stands::Open && held.game.band.is_none() {
        tell_all(c, house, &station, &held, now)?;
    }
    store::announced(c, station.id, id, Some(now))
}

fn tell_all(c: &mut Conn, house: &House, station: &Station, held: &Held, now: Timestamp) -> Result<(), Fault> {
    let v = View::plain(house, Lang::Zh);
    let mut names = vec![];
    for seat in held.seats.iter().filter(|s| s.is_taken()) {
        names.push(says::player(&v, shown_of(c, house, seat)?.as_ref()));
    }
    let today = now.to_zoned_datetime(station.zone.clone()).date();
    for person in who_can(c, house, station, held)? {
        let players = held.table.players.iter().filter_map(|p| p.person);
        let busy = is_elsewhere(c, station, person, (&held.game.span, None), now)?;
        if busy || store::are_apart(c, person, players)? || !store::tell_once(c, station.id, person, today)? {
            continue;
        }
        let news = News::Fits(held.table.left());
        tell::one(c, house, station, person, (&held.game, &held.offering), (news, &names))?;
    }
    Ok(())
}

/// Those whose weekly times hold all of the game, as far as the room is open then.
fn who_can(c: &mut Conn, house: &House, station: &Station, held: &Held) -> Result<BTreeSet<PersonId>, Fault> {
    let span = held.game.span;
    let on = span.from.to_zoned_datetime(station.zone.clone()).date();
    let weekday = i16::from(on.weekday().to_monday_zero_offset());
    let spare = store::others(c, station.id, &held.offering.activity, (weekday, on))?;
    if spare.is_empty() {
        return Ok(BTreeSet::new());
    }
    let open = open_around(c, house, station, held.game.venue, span.from)?;
    let is_in = |person: PersonId| held.seats.iter().any(|s| s.person == Some(person));
    let fits = |s: &store::Spare| s.weekly.fits(&span, &open, &station.zone) && !is_in(s.person);
    Ok(spare.into_iter().filter(fits).map(|s| s.person).collect())
}
