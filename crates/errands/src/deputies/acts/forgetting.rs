//! What receptions know of a resident: told to them, and forgotten.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};
use serde_json::{Value, json};

use super::keep::keep;
use crate::deputies::answers::full;
use crate::deputies::rules::{State, Step, Visit};
use crate::deputies::store;
use crate::reach::{self, About};

pub fn holding() -> Holding {
    Holding { name: "receptions", export, erase }
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let mut all = vec![];
    for (at, id) in store::of_person(c, person)? {
        let station = stations::by_id(c, at)?;
        let full = full(c, house, &station, id, house.now())?;
        let said = |step: &crate::deputies::answers::Told| {
            step.words.as_ref().map(|words| json!({ "step": step.made.step, "words": words }))
        };
        all.push(json!({
            "station": station.name_zh,
            "day": full.day.kept.day.on,
            "slot_at": full.item.kept.slot_at,
            "deputy": full.day.deputy.name,
            "name": full.item.name,
            "said": full.item.what,
            "state": full.item.visit.state,
            "log": full.log.iter().filter_map(said).collect::<Vec<_>>(),
        }));
    }
    Ok(json!(all))
}

/// A slot is given back, and what still waits for an office is closed: nobody is left to answer to.
fn erase(c: &mut Conn, house: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    for (at, id) in store::of_person(c, person)? {
        store::hold(c, at, id)?;
        let mut kept = store::by_id(c, at, id)?;
        reach::forget_about(c, at, About::Reception(id.0))?;
        let (state, step) = match kept.visit.state {
            State::Booked => (State::Cancelled, Step::GivenBack),
            State::Registered | State::Routed | State::Answered => (State::Closed, Step::Withdrawn),
            State::Cancelled | State::Missed | State::Closed => continue,
        };
        let station = stations::by_id(c, at)?;
        kept.visit = Visit { state, ..kept.visit };
        keep(c, house, &station, (&mut kept, step, None), None, now)?;
    }
    store::forget_person(c, person)
}
