//! What a manager writes: matters, officials, what a desk serves. Whoever edits what has changed since is told, not obeyed.
use std::fmt::Debug;
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{Phone, StaffId};
use serde_json::json;
use stations::Station;

use super::{Actor, OFFICIAL_PHONE};
use crate::rules::{DeskId, Draft, LineId, MatterId, NotAMatter, OfficialId};
use crate::store::{self, NewOfficial, Official};

/// Why an edit is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    Matter(NotAMatter),
    /// A line, an official or a desk that the station does not have.
    NoLine,
    NoOfficial,
    NoDesk,
    /// Another matter or line has this address.
    SlugTaken,
    /// Another line has or had this letter.
    LetterTaken,
    /// There is or was a desk with this number.
    DeskThere,
    /// The login belongs to another official, or to nobody who works here.
    StaffTaken,
    /// The number belongs to another official.
    PhoneTaken,
    /// Somebody else has changed it since it was read.
    Changed,
}

/// Names how something stood when it was read: sent back with an edit, it says whether that is still so.
pub fn seen(house: &House, what: &impl Debug) -> String {
    let hash = house.keys.lookup("edit-seen", &format!("{what:?}"));
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The judged draft, if all that it names is there and its address is free.
fn fits(c: &mut Conn, station: &Station, id: Option<MatterId>, draft: &Draft) -> Result<Draft, Not<NotKept>> {
    let draft = draft.clone().judged().map_err(NotKept::Matter)?;
    if !store::lines(c, station.id)?.iter().any(|l| l.id == draft.line) {
        return Err(NotKept::NoLine.into());
    }
    let officials = store::officials(c, station.id)?;
    for named in [draft.official, draft.stand_in].into_iter().flatten() {
        if !officials.iter().any(|o| o.id == named) {
            return Err(NotKept::NoOfficial.into());
        }
    }
    let others = store::matters(c, station.id)?;
    if others.iter().any(|m| Some(m.id) != id && m.draft.slug == draft.slug) {
        return Err(NotKept::SlugTaken.into());
    }
    Ok(draft)
}

/// A new matter, with the first version of its checklist.
pub async fn add_matter(
    house: &House,
    station: &Arc<Station>,
    draft: Draft,
    (staff, once): (StaffId, Option<Once>),
) -> Result<MatterId, Not<NotKept>> {
    let (station, now, by) = (station.clone(), house.now(), Actor::Staff(staff).by());
    let add = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let draft = fits(c, &station, None, &draft)?;
            let id = store::last_matter(c, station.id)? + 1;
            again(store::add_matter(c, station.id, id, &draft, (now, Some(staff.0))))?;
            event::record(c, station.id, now, by, "matter.added", &id.to_string(), &json!({}))?;
            Ok::<_, Not<NotKept>>(id)
        })
    };
    house.db.write(add).await
}

/// Writes a matter anew. A changed checklist becomes a new version; whoever came with the old one can still read it.
pub async fn edit_matter(
    house: &House,
    station: &Arc<Station>,
    (id, seen_as): (MatterId, String),
    draft: Draft,
    staff: StaffId,
) -> Result<(), Not<NotKept>> {
    let (h, station, now, by) = (house.clone(), station.clone(), house.now(), Actor::Staff(staff).by());
    let edit = move |c: &mut Conn| {
        let old = store::matters(c, station.id)?.into_iter().find(|m| m.id == id).ok_or(Fault::NotFound)?;
        let draft = fits(c, &station, Some(id), &draft)?;
        if draft == old.draft {
            return Ok(());
        }
        if seen(&h, &old.draft) != seen_as {
            return Err(NotKept::Changed.into());
        }
        again(store::edit_matter(c, station.id, &old, &draft, (now, Some(staff.0))))?;
        let papers = old.draft.papers != draft.papers;
        event::record(c, station.id, now, by, "matter.changed", &id.to_string(), &json!({ "checklist": papers }))?;
        Ok::<_, Not<NotKept>>(())
    };
    house.db.write(edit).await
}

/// What happens to the number whose text messages declare an official's presence.
#[derive(Debug, Clone)]
pub enum Line {
    AsItIs,
    Nobody,
    Is(Phone),
}

fn official_fits(c: &mut Conn, station: &Station, official: &Official) -> Result<(), Not<NotKept>> {
    if official.desk.is_some() && !store::desks(c, station.id)?.iter().any(|d| Some(d.id) == official.desk) {
        return Err(NotKept::NoDesk.into());
    }
    let Some(staff) = official.staff else { return Ok(()) };
    let works_here = people::staff_of(c, station.id)?.iter().any(|s| s.id == staff);
    let others = store::by_staff(c, station.id, staff)?.filter(|o| o.id != official.id);
    if works_here && others.is_none() { Ok(()) } else { Err(NotKept::StaffTaken.into()) }
}

fn set_line(c: &mut Conn, house: &House, station: &Station, id: OfficialId, line: &Line) -> Result<(), Not<NotKept>> {
    let hash = match line {
        Line::AsItIs => return Ok(()),
        Line::Nobody => None,
        Line::Is(phone) => Some(house.keys.lookup(OFFICIAL_PHONE, phone.full())),
    };
    let taken = hash.as_ref().map(|h| store::by_phone_hash(c, h)).transpose()?.flatten();
    if taken.is_some_and(|whose| whose != (station.id, id)) {
        return Err(NotKept::PhoneTaken.into());
    }
    Ok(store::set_phone(c, station.id, id, hash.as_ref().map(<[u8; 32]>::as_slice))?)
}

/// A new official; `official.id` is ignored.
pub async fn add_official(
    house: &House,
    station: &Arc<Station>,
    (official, line): (Official, Line),
    (staff, once): (StaffId, Option<Once>),
) -> Result<OfficialId, Not<NotKept>> {
    let (h, station, now, by) = (house.clone(), station.clone(), house.now(), Actor::Staff(staff).by());
    let add = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let id = store::last_official(c, station.id)? + 1;
            let official = Official { id, ..official.clone() };
            official_fits(c, &station, &official)?;
            again(store::add_official(c, station.id, &NewOfficial { official: &official, phone_hash: None }))?;
            set_line(c, &h, &station, id, &line)?;
            event::record(c, station.id, now, by, "official.added", &id.to_string(), &json!({}))?;
            Ok::<_, Not<NotKept>>(id)
        })
    };
    house.db.write(add).await
}

pub async fn edit_official(
    house: &House,
    station: &Arc<Station>,
    seen_as: String,
    (official, line): (Official, Line),
    staff: StaffId,
) -> Result<(), Not<NotKept>> {
    let (h, station, now, by) = (house.clone(), station.clone(), house.now(), Actor::Staff(staff).by());
    let edit = move |c: &mut Conn| {
        let old = store::official(c, station.id, official.id)?;
        if official != old && seen(&h, &old) != seen_as {
            return Err(NotKept::Changed.into());
        }
        official_fits(c, &station, &official)?;
        store::set_official(c, station.id, &official)?;
        set_line(c, &h, &station, official.id, &line)?;
        event::record(c, station.id, now, by, "official.changed", &official.id.to_string(), &json!({}))?;
        Ok::<_, Not<NotKept>>(())
    };
    house.db.write(edit).await
}

/// From now on the desk serves these lines; with none it calls nobody.
pub async fn edit_desk(
    house: &House,
    station: &Arc<Station>,
    (desk, lines): (DeskId, Vec<LineId>),
    staff: StaffId,
) -> Result<(), Not<NotKept>> {
    let (station, now, by) = (station.clone(), house.now(), Actor::Staff(staff).by());
    let edit = move |c: &mut Conn| {
        store::desk(c, station.id, desk)?;
        let known: Vec<LineId> = store::lines(c, station.id)?.iter().map(|l| l.id).collect();
        if lines.iter().any(|line| !known.contains(line)) {
            return Err(NotKept::NoLine.into());
        }
        let lines: Vec<LineId> = known.into_iter().filter(|line| lines.contains(line)).collect();
        again(store::set_desk_lines(c, station.id, desk, &lines))?;
        event::record(c, station.id, now, by, "desk.changed", &desk.to_string(), &json!({ "lines": lines }))?;
        Ok::<_, Not<NotKept>>(())
    };
    house.db.write(edit).await
}

/// Two who write at once: the later one runs again and sees what the other has written.
pub(crate) fn again(written: Result<(), Fault>) -> Result<(), Fault> {
    match written {
        Err(Fault::AlreadyThere(what)) => Err(Fault::Clash(what)),
        written => written,
    }
}
