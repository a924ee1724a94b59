//! What the reading room knows of a resident: told to them, and forgotten.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};
use serde_json::{Value, json};

use crate::catalogue::answers as catalogue;
use crate::lending::answers::{history_of, holds_of, loans_of};
use crate::lending::store::{history, holds, loans, readers, tasks};

pub fn holding() -> Holding {
    Holding { name: "library", export, erase }
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let mut all = vec![];
    for (at, loan) in loans_of(c, None, person, house.now())? {
        let station = stations::by_id(c, at)?.name_zh;
        all.push(json!({ "station": station, "has": loan.title.title, "since": loan.lent_on, "due_on": loan.due_on }));
    }
    for (at, hold) in holds_of(c, person)? {
        let station = stations::by_id(c, at)?.name_zh;
        let until = hold.ready.map(|(_, until)| until);
        all.push(json!({ "station": station, "waits_for": hold.title.title, "put_aside_until": until }));
    }
    for (at, read) in history_of(c, person)? {
        let station = stations::by_id(c, at)?.name_zh;
        let (since, until) = (read.lent_on, read.returned_on);
        all.push(json!({ "station": station, "had": read.title.title, "since": since, "until": until }));
    }
    for (at, reader) in readers::of_person(c, person)? {
        let station = stations::by_id(c, at)?.name_zh;
        all.push(json!({ "station": station, "took_something_in": reader.month, "wants_a_list": reader.history }));
    }
    for task in tasks::of_person(c, person)? {
        let station = stations::by_id(c, task.station)?.name_zh;
        let copy = task.copy.map(|copy| catalogue::copy(c, task.station, copy)).transpose()?;
        let title = copy.map(|copy| catalogue::title(c, task.station, copy.title)).transpose()?;
        let title = title.map(|title| title.title);
        all.push(json!({ "station": station, "a_clerk_looks_at": title, "happened_at": task.happened_at }));
    }
    Ok(json!(all))
}

/// What they have stays lent until it comes back; nothing says any more with whom it is. Whatever was put aside for them is given to the
/// next one by the periodic work.
fn erase(c: &mut Conn, _: &House, person: PersonId, _: Timestamp) -> Result<(), Fault> {
    loans::forget_person(c, person)?;
    holds::forget_person(c, person)?;
    readers::forget_person(c, person)?;
    history::forget_person(c, person)?;
    tasks::forget_person(c, person)
}
