//! What clubs know of a resident: told to them, and forgotten.
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::clubs::answers::CHILD;
use crate::clubs::store::{self, Member};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};

use super::load::{held, record};

pub fn holding() -> Holding {
    Holding { name: "clubs", export, erase }
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let mut all = vec![];
    for (station, id) in store::clubs_with(c, person)? {
        let (club, place) = (store::by_id(c, station, id)?, stations::by_id(c, station)?);
        let members = store::of_club(c, station, id)?;
        let theirs = members.iter().filter(|m| m.person == person);
        let entries = theirs.map(|m| entry(house, m)).collect::<Result<Vec<_>, _>>()?;
        all.push(json!({
            "station": place.name_zh,
            "club": club.name,
            "leads": club.leader == Some(person),
            "asked_to_lead": club.heir == Some(person),
            "entries": entries,
        }));
    }
    Ok(Value::Array(all))
}

fn entry(house: &House, m: &Member) -> Result<Value, Fault> {
    let child =
        m.name_sealed.as_ref().map(|sealed| house.keys.open(CHILD, sealed).map_err(Fault::broken)).transpose()?;
    Ok(json!({ "child": child, "is_in": m.is_in, "since": m.asked_at }))
}

/// The clubs stay, without them. One that they led waits for a new leader, which the desk reads in its list of clubs and of
/// changes; what they told its members goes too.
fn erase(c: &mut Conn, _: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    for (station, id) in store::clubs_with(c, person)? {
        let place = stations::by_id(c, station)?;
        let held = held(c, &place, id)?;
        if held.club.leader == Some(person) {
            store::remove_of(c, station, id)?;
            record(c, &place, (now, By::Program), "club.leaderless", id)?;
        } else {
            record(c, &place, (now, By::Resident), "club.left", id)?;
        }
    }
    store::forget(c, person)
}
