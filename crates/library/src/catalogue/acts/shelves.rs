//! Shelves are put up and named.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffAt;
use serde_json::json;
use stations::Station;

use crate::catalogue::rules::{NewShelf, NoIntake};
use crate::catalogue::store::shelves as store;
use crate::rules::Shelf;

/// A shelf more; its number.
pub async fn add_shelf(
    house: &House,
    station: &Arc<Station>,
    new: NewShelf,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<i32, Not<NoIntake>> {
    let (station, now, by) = (station.clone(), house.now(), By::Staff(staff.id.0));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| shelf_within(c, &station, &new, (by, now)))
    };
    house.db.write(work).await
}

/// The same in the caller's transaction.
///
/// # Errors
/// A code that another shelf has, or the database.
pub fn shelf_within(
    c: &mut Conn,
    station: &Station,
    new: &NewShelf,
    (by, now): (By, Timestamp),
) -> Result<i32, Not<NoIntake>> {
    let there = store::all(c, station.id)?;
    if there.iter().any(|shelf| shelf.code == new.code) {
        return Err(NoIntake::CodeThere.into());
    }
    let id = there.iter().map(|shelf| shelf.id).max().unwrap_or(0) + 1;
    store::insert(c, station.id, &shelf(id, new))?;
    event::record(c, station.id, now, by, "library-shelf.added", &new.code, &json!({}))?;
    Ok(id)
}

fn shelf(id: i32, new: &NewShelf) -> Shelf {
    let (code, name_zh, name_en) = (new.code.clone(), new.name_zh.clone(), new.name_en.clone());
    Shelf { id, code, name_zh, name_en, honesty: new.honesty, place: new.place }
}

/// Another name, another place, with or without honesty; its code stands on labels and stays.
pub async fn change_shelf(
    house: &House,
    station: &Arc<Station>,
    (id, new): (i32, NewShelf),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Fault> {
    let (station, now, by) = (station.clone(), house.now(), By::Staff(staff.id.0));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let all = store::all(c, station.id)?;
            let before = all.into_iter().find(|shelf| shelf.id == id).ok_or(Fault::NotFound)?;
            let changed = Shelf { code: before.code.clone(), ..shelf(id, &new) };
            if changed != before {
                store::set(c, station.id, &changed)?;
                event::record(c, station.id, now, by, "library-shelf.changed", &changed.code, &json!({}))?;
            }
            Ok::<_, Fault>(())
        })
    };
    house.db.write(work).await
}
