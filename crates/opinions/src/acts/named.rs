//! Whom an opinion is about. From the moment on that somebody is named it is not there for them, and nobody who is named looks after
//! it.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::only_once;
use kernel::refusal::Not;
use people::{StaffAt, StaffId};

use super::doing::{By, Doing};
use super::once::once;
use crate::answers::{NAME, fresh_id, is_named, name_hash, names_at, officials};
use crate::rules::{Choice, NamedBy, Refusal, State, Step, found_in, same_name};
use crate::store::{self, Kept, Named};
use crate::{NamedId, OpinionId};

/// Names what was chosen.
pub(super) fn choose(
    c: &mut Conn,
    doing: &Doing,
    id: OpinionId,
    (choices, by): (&[Choice], NamedBy),
) -> Result<(), Fault> {
    if choices.is_empty() {
        return Ok(());
    }
    let officials = officials(c, doing.ports, doing.station.id)?;
    let everybody = names_at(c, doing.station.id, &officials)?;
    for choice in choices {
        let same: Vec<_> = everybody.iter().filter(|(name, _)| same_name(name) == same_name(choice.name())).collect();
        match choice {
            Choice::Person(name) => add(c, doing, id, (name, same.first().and_then(|(_, staff)| *staff)), by)?,
            Choice::Desk(desk) => {
                add(c, doing, id, (desk, None), by)?;
                // Whoever sits there now: who comes later was not meant.
                let here = |at: &String| same_name(at) == same_name(desk);
                for sits in officials.iter().filter(|o| o.desk.as_ref().is_some_and(here)) {
                    add(c, doing, id, (&sits.name, sits.staff), by)?;
                }
            }
        }
    }
    Ok(())
}

/// Names everybody of the station whose full name stands in what was written.
pub(super) fn find(c: &mut Conn, doing: &Doing, id: OpinionId, text: &str) -> Result<(), Fault> {
    let officials = officials(c, doing.ports, doing.station.id)?;
    let everybody = names_at(c, doing.station.id, &officials)?;
    let names: Vec<String> = everybody.iter().map(|(name, _)| name.clone()).collect();
    for name in found_in(text, &names) {
        let staff = everybody.iter().find(|(n, _)| n == name).and_then(|(_, staff)| *staff);
        add(c, doing, id, (name, staff), NamedBy::Text)?;
    }
    Ok(())
}

fn add(
    c: &mut Conn,
    doing: &Doing,
    opinion: OpinionId,
    (name, staff): (&str, Option<StaffId>),
    by: NamedBy,
) -> Result<(), Fault> {
    let house = &doing.house;
    let name_sealed = house.keys.seal(NAME, name, &house.chance);
    let id = NamedId(fresh_id(house));
    let new = Named { id, staff, name_sealed, name_hash: name_hash(house, name), by, lifted: false };
    store::add_named(c, doing.station.id, opinion, &new)
}

/// Whoever `from` is about, `into` is about as well from now on: what it is answered answers both.
pub(super) fn inherit(c: &mut Conn, doing: &Doing, (from, into): (OpinionId, &mut Kept)) -> Result<(), Fault> {
    for one in store::named(c, doing.station.id, from)?.into_iter().filter(|one| !one.lifted) {
        let new = Named { id: NamedId(fresh_id(&doing.house)), ..one };
        store::add_named(c, doing.station.id, into.id, &new)?;
    }
    if take_away(c, doing, into)? {
        store::set(c, doing.station.id, into)?;
    }
    Ok(())
}

/// Takes an opinion from whoever looks after it, if it is about them. Whether it was.
pub(super) fn take_away(c: &mut Conn, doing: &Doing, kept: &mut Kept) -> Result<bool, Fault> {
    let Some(staff) = kept.assigned_to else { return Ok(false) };
    let name = people::staff_name(c, staff)?.unwrap_or_default();
    if !is_named(c, &doing.house, (doing.station.id, kept.id), (staff, &name))? {
        return Ok(false);
    }
    kept.assigned_to = None;
    if matches!(kept.state, State::Assigned | State::Working) {
        kept.state = State::Screened;
    }
    Ok(true)
}

/// Somebody who reads it says whom it is about. They may say that it is themselves: then it is gone for them.
pub async fn add_named(
    doing: &Doing,
    staff: &StaffAt,
    (id, choice): (OpinionId, Choice),
    key: Option<&str>,
) -> Result<(), Not<Refusal>> {
    let asked = format!("{id} {choice:?}");
    let once = once(&doing.house, key, &staff.id.to_string(), ("name", &asked));
    let (d, staff, now) = (doing.clone(), staff.clone(), doing.house.now());
    let work = move |c: &mut Conn| {
        only_once(c, d.station.id, once.as_ref(), now, |c| {
            let mut kept = d.held(c, &staff, id)?;
            choose(c, &d, id, (std::slice::from_ref(&choice), NamedBy::Staff))?;
            d.record(c, id, (Step::NamedAdded, By::Staff(&staff), now), (Some(choice.name()), None))?;
            if take_away(c, &d, &mut kept)? {
                store::set(c, d.station.id, &kept)?;
            }
            Ok::<_, Not<Refusal>>(())
        })
    };
    doing.house.db.write(work).await
}

/// A manager finds that it is not about somebody: another of the same name, a word of thanks.
pub async fn unlike(
    doing: &Doing,
    staff: &StaffAt,
    (id, named): (OpinionId, NamedId),
    key: Option<&str>,
) -> Result<(), Not<Refusal>> {
    let once = once(&doing.house, key, &staff.id.to_string(), ("unlike", &format!("{id} {named}")));
    let (d, staff, now) = (doing.clone(), staff.clone(), doing.house.now());
    let work =
        move |c: &mut Conn| only_once(c, d.station.id, once.as_ref(), now, |c| lift(c, &d, &staff, (id, named), now));
    doing.house.db.write(work).await
}

fn lift(
    c: &mut Conn,
    doing: &Doing,
    staff: &StaffAt,
    (id, named): (OpinionId, NamedId),
    now: Timestamp,
) -> Result<(), Not<Refusal>> {
    doing.held_by_manager(c, staff, id)?;
    let all = store::named(c, doing.station.id, id)?;
    let one = all.into_iter().find(|n| n.id == named).ok_or(Fault::NotFound)?;
    if one.by == NamedBy::Reporter {
        // What whoever left it has said is not for the station to take back.
        return Err(Refusal::NothingToDecide.into());
    }
    if !store::lift(c, doing.station.id, (id, named), (staff.id, now))? {
        return Err(Refusal::NothingToDecide.into());
    }
    let name = doing.house.keys.open(NAME, &one.name_sealed).map_err(Fault::broken)?;
    doing.record(c, id, (Step::NamedLifted, By::Staff(staff), now), (Some(&name), None))?;
    Ok(())
}
