//! What questions know of a resident: told to them, and forgotten.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};
use serde_json::{Value, json};

use super::questions::keep;
use crate::duty::answers::question;
use crate::duty::rules::{Ending, Item, State, Step};
use crate::duty::store;
use crate::reach::{self, About};

pub fn holding() -> Holding {
    Holding { name: "questions", export, erase }
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let mut all = vec![];
    for (at, id) in store::of_person(c, person)? {
        let station = stations::by_id(c, at)?;
        let (asked, log) = question(c, house, &station, id, house.now())?;
        all.push(json!({
            "station": station.name_zh,
            "asked_at": asked.kept.asked_at,
            "question": asked.what,
            "name": asked.name,
            "state": asked.item.state,
            "answers": log.iter().filter_map(|step| step.words.clone()).collect::<Vec<_>>(),
        }));
    }
    Ok(json!(all))
}

/// What is still open is withdrawn: nobody is left to answer to. That something was asked stays; who asked what does not.
fn erase(c: &mut Conn, house: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    for (at, id) in store::of_person(c, person)? {
        store::hold(c, at, id)?;
        let mut kept = store::by_id(c, at, id)?;
        if kept.item.state != State::Closed {
            let station = stations::by_id(c, at)?;
            kept.item = Item { state: State::Closed, offered: None, ending: Some(Ending::Withdrawn), ..kept.item };
            keep(c, house, &station, (&mut kept, Step::Withdrawn, None), None, now)?;
        }
        reach::forget_about(c, at, About::Question(id.0))?;
    }
    store::forget_person(c, person)
}
