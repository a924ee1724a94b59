//! What receipts know of a resident: told to them, and forgotten.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};
use serde_json::{Value, json};

use super::tell::about;
use crate::reach;
use crate::receipts::answers;
use crate::receipts::store;

pub fn holding() -> Holding {
    Holding { name: "receipts", export, erase }
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let mut all = vec![];
    for (at, kept) in store::theirs(c, person)? {
        let station = stations::by_id(c, at)?;
        let seen = answers::seen(c, house, &station, kept)?;
        let left = seen.papers.iter().filter(|(_, left)| *left).map(|(paper, _)| paper.name.zh.clone());
        all.push(json!({
            "station": station.name_zh,
            "folder": seen.folder(),
            "for": seen.matter.as_ref().map(|m| m.draft.name.zh.clone()),
            "left": left.collect::<Vec<_>>(),
            "left_by": seen.carrier,
            "state": seen.kept.state,
            "left_at": seen.kept.made_at,
        }));
    }
    Ok(json!(all))
}

/// The papers stay at the desk until somebody comes with the receipt; whose they are, nothing says any more.
fn erase(c: &mut Conn, _: &House, person: PersonId, _: Timestamp) -> Result<(), Fault> {
    for (at, kept) in store::theirs(c, person)? {
        reach::forget_about(c, at, about(&kept))?;
        store::forget(c, at, kept.id)?;
    }
    Ok(())
}
