//! Who of staff sees an opinion. To whom it is about, it is not there; a clerk sees what was given to them; and if all who run the
//! station are named, nobody of the station sees it.
use std::collections::HashSet;

use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt, StaffId};

use super::opened::name_hash;
use crate::OpinionId;
use crate::ports::Official;
use crate::rules::State;
use crate::store::{self, Kept};

/// What is not there for somebody.
pub(crate) struct Unseen {
    about: HashSet<OpinionId>,
    /// Nobody runs the station: nobody may read anything.
    all: bool,
}

impl Unseen {
    pub(crate) fn hides(&self, id: OpinionId) -> bool {
        self.all || self.about.contains(&id)
    }
}

fn about(c: &mut Conn, house: &House, station: StationId, one: &StaffAt) -> Result<HashSet<OpinionId>, Fault> {
    let hash = name_hash(house, &one.name);
    Ok(store::opinions_of(c, station, (one.id, &hash))?.into_iter().collect())
}

fn managers(c: &mut Conn, station: StationId) -> Result<Vec<StaffAt>, Fault> {
    let mut all = people::staff_of(c, station)?;
    all.retain(|s| s.role == Role::Manager);
    Ok(all)
}

/// All that somebody of staff must not see at all, whatever their role.
pub(crate) fn unseen_by(c: &mut Conn, house: &House, station: StationId, staff: &StaffAt) -> Result<Unseen, Fault> {
    let mut unseen = about(c, house, station, staff)?;
    let mut sealed: Option<HashSet<OpinionId>> = None;
    for manager in managers(c, station)? {
        let theirs = about(c, house, station, &manager)?;
        sealed = Some(match sealed {
            Some(before) => before.intersection(&theirs).copied().collect(),
            None => theirs,
        });
    }
    let all = sealed.is_none();
    unseen.extend(sealed.into_iter().flatten());
    Ok(Unseen { about: unseen, all })
}

/// Those that are about anybody who runs the station.
pub(super) fn about_managers(c: &mut Conn, house: &House, station: StationId) -> Result<HashSet<OpinionId>, Fault> {
    let mut all = HashSet::new();
    for manager in managers(c, station)? {
        all.extend(about(c, house, station, &manager)?);
    }
    Ok(all)
}

/// Whether an opinion is about somebody of staff.
pub(crate) fn is_named(
    c: &mut Conn,
    house: &House,
    (station, id): (StationId, OpinionId),
    (staff, name): (StaffId, &str),
) -> Result<bool, Fault> {
    store::of_staff(c, station, id, (staff, &name_hash(house, name)))
}

/// Whether an opinion is about anybody who runs the station.
pub(crate) fn is_about_manager(c: &mut Conn, house: &House, key: (StationId, OpinionId)) -> Result<bool, Fault> {
    for manager in managers(c, key.0)? {
        if is_named(c, house, key, (manager.id, &manager.name))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether it is about all who run the station: nobody there may read it.
pub(crate) fn is_sealed(c: &mut Conn, house: &House, key: (StationId, OpinionId)) -> Result<bool, Fault> {
    Ok(!managers(c, key.0)?.is_empty() && all_managers_named(c, house, key)?)
}

/// Whether nobody who runs the station may read it, be it that nobody runs it.
fn all_managers_named(c: &mut Conn, house: &House, key: (StationId, OpinionId)) -> Result<bool, Fault> {
    for manager in managers(c, key.0)? {
        if !is_named(c, house, key, (manager.id, &manager.name))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether somebody of staff may know of an opinion at all, whoever looks after it.
pub(crate) fn may_know(c: &mut Conn, house: &House, staff: &StaffAt, key: (StationId, OpinionId)) -> Result<(), Fault> {
    let hidden = is_named(c, house, key, (staff.id, &staff.name))? || all_managers_named(c, house, key)?;
    if hidden { Err(Fault::NotFound) } else { Ok(()) }
}

/// Whether somebody of staff may read an opinion; if not, there is none.
pub(crate) fn visible(
    c: &mut Conn,
    house: &House,
    station: StationId,
    staff: &StaffAt,
    kept: &Kept,
) -> Result<(), Fault> {
    let theirs = staff.role == Role::Manager || kept.assigned_to == Some(staff.id);
    if kept.state == State::Withdrawn || !theirs {
        return Err(Fault::NotFound);
    }
    may_know(c, house, staff, (station, kept.id))
}

/// Everybody at the station whose name is known, with their key if they sign in.
pub(crate) fn names_at(
    c: &mut Conn,
    station: StationId,
    officials: &[Official],
) -> Result<Vec<(String, Option<StaffId>)>, Fault> {
    let mut all: Vec<(String, Option<StaffId>)> =
        people::staff_of(c, station)?.into_iter().map(|s| (s.name, Some(s.id))).collect();
    for official in officials {
        if !all
            .iter()
            .any(|(name, staff)| *name == official.name && (official.staff.is_none() || *staff == official.staff))
        {
            all.push((official.name.clone(), official.staff));
        }
    }
    Ok(all)
}
