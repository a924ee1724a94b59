//! What rounds know of a resident: told to them, and forgotten.
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::load::held;
use super::lock::locked;
use crate::seasons::rules::Stands;
use crate::seasons::store;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};

pub fn holding() -> Holding {
    Holding { name: "seasons", export, erase }
}

fn export(c: &mut Conn, _: &House, person: PersonId) -> Result<Value, Fault> {
    let mut all = vec![];
    for (station, round, id) in store::all_of_person(c, person)? {
        let (place, of) = (stations::by_id(c, station)?, store::by_id(c, station, round)?);
        let filed = store::application(c, station, round, id)?.application;
        all.push(json!({
            "station": place.name_zh,
            "round": of.terms.title,
            "group": filed.applicant.name(),
            "kind": filed.kind,
            "size": filed.size,
            "wants": filed.wants,
            "wishes": filed.wishes,
        }));
    }
    Ok(Value::Array(all))
}

/// What can still be withdrawn is withdrawn. What is locked stays, as the group's, without whoever led it: others can do the
/// allocation again. What a group has got ends with the series.
fn erase(c: &mut Conn, _: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    let mut all = vec![];
    for (station, round, id) in store::all_of_person(c, person)? {
        let place = stations::by_id(c, station)?;
        let (of, stands) = held(c, &place, round, now)?;
        if stands == Stands::Locked {
            // What is known of the group from last season is written down while it is known, there too, who leads it.
            locked(c, &place, &of, now)?;
        }
        all.push(((station, round, id), stands));
    }
    for (at, stands) in all {
        if stands == Stands::Open { store::delete(c, at)? } else { store::unlink(c, at)? }
    }
    Ok(())
}

/// Takes leaders out of up to `most` applications of seasons that ended before the day `before`. Returns how many.
pub fn forget_before(c: &mut Conn, before: Date, most: i64) -> Result<usize, Fault> {
    store::forget_before(c, before, most)
}
