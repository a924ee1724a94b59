//! What games know of a resident: told to them, and forgotten.
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{leave, settle};
use crate::acts::Actor;
use crate::games::store;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::{Holding, PersonId};

pub fn holding() -> Holding {
    Holding { name: "games", export, erase }
}

fn export(c: &mut Conn, _: &House, person: PersonId) -> Result<Value, Fault> {
    let mut played = vec![];
    for (station, id) in store::games_with(c, person)? {
        let (game, place) = (store::by_id(c, station, id)?, stations::by_id(c, station)?);
        let note = (game.poster == Some(person)).then_some(game.note);
        played
            .push(json!({ "station": place.name_zh, "from": game.span.from, "until": game.span.until, "note": note }));
    }
    let times = store::spare_of(c, person)?;
    let time = |t: &store::Spare| {
        json!({ "activity": t.activity, "weekday": t.weekly.weekday, "from_minute": t.weekly.from,
            "until_minute": t.weekly.until, "until": t.weekly.ends_on })
    };
    let apart = store::blocks_of(c, person)?.len();
    Ok(json!({ "games": played, "spare_times": times.iter().map(time).collect::<Vec<_>>(), "keeps_away_from": apart }))
}

/// Games that they posted are off (their reservations are given back before this), in all others their place is free again,
/// and nothing says that they ever played.
fn erase(c: &mut Conn, house: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    for (station, id) in store::games_with(c, person)? {
        settle::settle(c, house, station, id, now)?;
        let game = store::by_id(c, station, id)?;
        if game.poster != Some(person) && game.span.until > now {
            leave_all(c, house, person, (station, id), now)?;
        }
    }
    store::forget(c, person)
}

fn leave_all(
    c: &mut Conn,
    house: &House,
    person: PersonId,
    (station, id): (kernel::db::types::StationId, crate::ReservationId),
    now: Timestamp,
) -> Result<(), Fault> {
    let place = stations::by_id(c, station)?;
    for seat in store::of_game(c, station, id)? {
        if seat.person != Some(person) || !seat.is_taken() {
            continue;
        }
        match leave::keep(c, house, &place, (id, Some(seat.id), Actor::Person(person)), now) {
            // Too late to leave by the rules: the place stays taken, by nobody in particular.
            Ok(_) | Err(Not::Refused(_)) => {}
            Err(Not::Fault(fault)) => return Err(fault),
        }
    }
    Ok(())
}
