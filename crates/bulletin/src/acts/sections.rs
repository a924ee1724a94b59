//! Sections are laid out.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use crate::rules::{NoNotice, Section, usual};
use crate::store::sections as store;

/// The sections of a station; those that are usual are kept by whoever first needs one.
pub(super) fn kept(c: &mut Conn, station: StationId) -> Result<Vec<Section>, Fault> {
    let there = store::all(c, station)?;
    if !there.is_empty() {
        return Ok(there);
    }
    for one in usual() {
        insert(c, station, &one)?;
    }
    Ok(usual())
}

/// Two who begin at once: the later one runs again and finds what is there.
fn insert(c: &mut Conn, station: StationId, one: &Section) -> Result<(), Fault> {
    match store::insert(c, station, one) {
        Err(Fault::AlreadyThere(what)) => Err(Fault::Clash(what)),
        done => done,
    }
}

/// A section more.
pub async fn add_section(
    house: &House,
    station: &Arc<Station>,
    new: Section,
    (staff, once): (StaffId, Option<Once>),
) -> Result<i32, Not<NoNotice>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let there = kept(c, station.id)?;
            if there.iter().any(|s| s.slug == new.slug) {
                return Err(NoNotice::SectionThere.into());
            }
            let id = there.iter().map(|s| s.id).max().unwrap_or(0) + 1;
            insert(c, station.id, &Section { id, ..new.clone() })?;
            event::record(c, station.id, now, By::Staff(staff.0), "notice.section-made", &new.slug, &json!({}))?;
            Ok::<_, Not<NoNotice>>(id)
        })
    };
    house.db.write(work).await
}

/// Another name or another place.
pub async fn change_section(
    house: &House,
    station: &Arc<Station>,
    changed: Section,
    staff: StaffId,
) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let there = kept(c, station.id)?;
        let slug = there.iter().find(|s| s.id == changed.id).map(|s| s.slug.clone()).ok_or(Fault::NotFound)?;
        store::set(c, station.id, &changed)?;
        event::record(c, station.id, now, By::Staff(staff.0), "notice.section-changed", &slug, &json!({}))?;
        Ok::<_, Fault>(())
    };
    house.db.write(work).await
}
