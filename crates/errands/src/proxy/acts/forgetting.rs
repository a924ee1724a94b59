//! What consents know of a resident: told to them, and forgotten.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};
use serde_json::{Value, json};

use super::consent::take_back;
use crate::acts::Actor;
use crate::proxy::answers;
use crate::proxy::store;
use crate::store as errands;

pub fn holding() -> Holding {
    Holding { name: "proxies", export, erase }
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let now = house.now();
    let mut all = vec![];
    for (at, kept) in store::theirs(c, person)? {
        let station = stations::by_id(c, at)?;
        let seen = answers::seen(c, house, &station, kept, now)?;
        all.push(json!({
            "station": station.name_zh,
            "for": seen.matter.map(|m| m.draft.name.zh),
            "proxy": seen.proxy,
            "kind": seen.kept.kind,
            "how": seen.kept.how,
            "until": seen.kept.until,
            "state": seen.state,
            "given_at": seen.kept.made_at,
            "withdrawn_at": seen.kept.withdrawn_at,
        }));
    }
    Ok(json!(all))
}

/// What still holds is withdrawn, and nobody is left in any of it.
fn erase(c: &mut Conn, _: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    for (at, kept) in store::theirs(c, person)? {
        let station = stations::by_id(c, at)?;
        let held = store::hold(c, at, kept.id)?;
        take_back(c, &station, &held, (now, Actor::Person(person)))?;
        store::forget(c, at, kept.id)?;
        errands::forget_carriers_of(c, at, kept.id.0)?;
    }
    Ok(())
}
