//! Lines and desks, new and renamed. Whoever edits what has changed since is told, not obeyed.
use std::sync::Arc;

use serde_json::json;

use crate::acts::{NotKept, again, seen};
use crate::rules::{DeskId, Line, LineId, Name};
use crate::setup::store as own;
use crate::store::{self, Desk};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// A new line; `line.id` is ignored. Nobody calls it until a desk serves it.
pub async fn add_line(
    house: &House,
    station: &Arc<Station>,
    line: Line,
    (staff, once): (StaffId, Option<Once>),
) -> Result<LineId, Not<NotKept>> {
    let (station, now, by) = (station.clone(), house.now(), By::Staff(staff.0));
    let add = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let ever = own::lines_ever(c, station.id)?;
            if ever.iter().any(|(_, slug, _)| *slug == line.slug) {
                return Err(NotKept::SlugTaken.into());
            }
            if ever.iter().any(|(.., letter)| *letter == line.letter.to_string()) {
                return Err(NotKept::LetterTaken.into());
            }
            let id = ever.last().map_or(0, |(id, ..)| *id) + 1;
            again(store::add_line(c, station.id, &Line { id, ..line.clone() }))?;
            event::record(c, station.id, now, by, "line.added", &id.to_string(), &json!({}))?;
            Ok::<_, Not<NotKept>>(id)
        })
    };
    house.db.write(add).await
}

/// Writes a line's name and hours anew.
pub async fn edit_line(
    house: &House,
    station: &Arc<Station>,
    (id, seen_as): (LineId, String),
    (name, hours): (Name, String),
    staff: StaffId,
) -> Result<(), Not<NotKept>> {
    let (h, station, now, by) = (house.clone(), station.clone(), house.now(), By::Staff(staff.0));
    let edit = move |c: &mut Conn| {
        let old = store::lines(c, station.id)?.into_iter().find(|l| l.id == id).ok_or(Fault::NotFound)?;
        let line = Line { name: name.clone(), hours: hours.clone(), ..old.clone() };
        if line == old {
            return Ok(());
        }
        if seen(&h, &old) != seen_as {
            return Err(NotKept::Changed.into());
        }
        own::set_line(c, station.id, &line)?;
        event::record(c, station.id, now, by, "line.changed", &id.to_string(), &json!({}))?;
        Ok::<_, Not<NotKept>>(())
    };
    house.db.write(edit).await
}

/// A new desk: `desk.id` is the number on its sign.
pub async fn add_desk(
    house: &House,
    station: &Arc<Station>,
    desk: Desk,
    (staff, once): (StaffId, Option<Once>),
) -> Result<DeskId, Not<NotKept>> {
    let (station, now, by) = (station.clone(), house.now(), By::Staff(staff.0));
    let add = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            if own::desk_ever(c, station.id, desk.id)? {
                return Err(NotKept::DeskThere.into());
            }
            let known: Vec<LineId> = store::lines(c, station.id)?.iter().map(|l| l.id).collect();
            if desk.lines.iter().any(|line| !known.contains(line)) {
                return Err(NotKept::NoLine.into());
            }
            let lines = known.into_iter().filter(|line| desk.lines.contains(line)).collect();
            again(store::add_desk(c, station.id, &Desk { lines, ..desk.clone() }))?;
            event::record(c, station.id, now, by, "desk.added", &desk.id.to_string(), &json!({}))?;
            Ok::<_, Not<NotKept>>(desk.id)
        })
    };
    house.db.write(add).await
}

/// Says anew where a desk is.
pub async fn rename_desk(
    house: &House,
    station: &Arc<Station>,
    (id, seen_as): (DeskId, String),
    note: Name,
    staff: StaffId,
) -> Result<(), Not<NotKept>> {
    let (h, station, now, by) = (house.clone(), station.clone(), house.now(), By::Staff(staff.0));
    let edit = move |c: &mut Conn| {
        let old = store::desk(c, station.id, id)?;
        if old.note == note {
            return Ok(());
        }
        if seen(&h, &old.note) != seen_as {
            return Err(NotKept::Changed.into());
        }
        own::set_note(c, station.id, (id, &note))?;
        event::record(c, station.id, now, by, "desk.renamed", &id.to_string(), &json!({}))?;
        Ok::<_, Not<NotKept>>(())
    };
    house.db.write(edit).await
}
