//! What signups know of a resident: told to them, and forgotten.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};
use serde_json::{Value, json};

use super::fill::{fill, held, leave};
use crate::signups::answers;
use crate::signups::rules::State;
use crate::signups::store;

pub fn holding() -> Holding {
    Holding { name: "signups", export, erase }
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let now = house.now();
    let mut all = vec![];
    for (at, signup) in store::all_theirs(c, person)? {
        let station = stations::by_id(c, at)?;
        let known = answers::known(c, &station, signup.occurrence)?;
        let guest = answers::guest(c, house, signup, now)?;
        all.push(json!({
            "station": station.name_zh,
            "activity": known.title(),
            "starts_at": known.occurrence.starts_at,
            "seats": guest.signup.seats,
            "child": guest.nickname,
            "child_age": guest.signup.band.map(people::Band::name),
            "name": guest.name,
            "state": guest.state,
            "number_in_draw": guest.signup.entry,
            "came": guest.signup.came,
            "signed_up_at": guest.signup.made_at,
        }));
    }
    Ok(json!(all))
}

/// A place that is still to come is given back, and fills itself. That so many came stays; who it was does not.
fn erase(c: &mut Conn, house: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    for (at, before) in store::all_theirs(c, person)? {
        let station = stations::by_id(c, at)?;
        let known = held(c, house, &station, before.occurrence, now)?;
        let signup = store::by_id(c, at, before.id)?;
        let leaves = signup.state.stands() && now < known.occurrence.starts_at;
        if leaves {
            leave(c, &station, &signup, (State::GivenBack, By::Resident), now)?;
        }
        store::forget(c, at, signup.id)?;
        if leaves {
            fill(c, house, &station, &known, now)?;
        }
    }
    Ok(())
}
