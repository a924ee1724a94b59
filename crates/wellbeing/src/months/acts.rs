//! What becomes of months: published, corrected in the open; and how many people live here. Each act is one transaction.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::lottery::Published as _;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{Role, StaffAt};
use serde_json::json;
use stations::Station;

use super::rules::{self, LATE_FACTS, NoMonth};
use super::{anew, store};
use crate::acts::day_of;
use crate::rules::period::Days;
use crate::rules::sheet::{Correction, MonthSheet, Residents};

/// To others the act is not there.
fn only_managers(staff: &StaffAt) -> Result<(), Fault> {
    if staff.role >= Role::Manager { Ok(()) } else { Err(Fault::NotFound) }
}

/// Says how many people live in the township, by a statistic. Another number of the same day replaces it; months that were published
/// with the earlier one keep it until they are corrected.
///
/// # Errors
/// [`NoMonth::People`], [`NoMonth::Source`], [`NoMonth::AsOf`]; `NotFound` for whoever is no manager.
pub async fn set_residents(
    house: &House,
    station: &Arc<Station>,
    new: Residents,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoMonth>> {
    only_managers(staff)?;
    let (station, now, who) = (station.clone(), house.now(), staff.id);
    let new = rules::checked_residents(&new, day_of(&station, now))?;
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            store::set_residents(c, station.id, &new, (now, who))?;
            let data = json!({ "people": new.count, "source": new.source });
            event::record(c, station.id, now, By::Staff(who.0), "residents.set", &new.as_of.to_string(), &data)?;
            Ok::<_, Not<NoMonth>>(())
        })
    };
    house.db.write(work).await
}

/// Counts the facts of a published month anew and publishes the next revision, with why. Its number. `seen` is what somebody has looked
/// at ([`super::answers::differs`]): nothing is published that is not this.
///
/// # Errors
/// [`NoMonth::Why`], [`NoMonth::NotYet`], [`NoMonth::Same`], [`NoMonth::Seen`]; `NotFound` for whoever is no manager.
pub async fn correct(
    house: &House,
    station: &Arc<Station>,
    (month, why, seen): (Date, &str, Option<&[Correction]>),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<u32, Not<NoMonth>> {
    only_managers(staff)?;
    let (h, station, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let (why, seen) = (rules::checked_why(why)?, seen.map(<[Correction]>::to_vec));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            revise(c, (&h, &station), (month, &why, seen.as_deref()), (By::Staff(who.0), now))
        })
    };
    house.db.write(work).await
}

/// What is the same of a correction, whoever publishes it and when.
fn changes(of: &[Correction]) -> Vec<(String, crate::rules::figure::Indicator, String)> {
    of.iter().map(|one| (one.part.clone(), one.indicator, format!("{:?} {:?}", one.was, one.is))).collect()
}

fn revise(
    c: &mut Conn,
    (house, station): (&House, &Station),
    (month, why, seen): (Date, &str, Option<&[Correction]>),
    (by, now): (By, Timestamp),
) -> Result<u32, Not<NoMonth>> {
    let corrected = anew::corrected(c, house, station, (month, now, why))?;
    if seen.is_some_and(|seen| changes(seen) != changes(&corrected.new)) {
        return Err(NoMonth::Seen.into());
    }
    let revision = corrected.sheet.revision;
    publish(c, station, (month, &corrected.sheet, why), (by, "month.corrected", now))?;
    Ok(revision)
}

/// The event comes first: whoever publishes the same revision at the same moment waits for its number, and finds that it is there.
fn publish(
    c: &mut Conn,
    station: &Station,
    (month, sheet, why): (Date, &MonthSheet, &str),
    (by, kind, now): (By, &'static str, Timestamp),
) -> Result<(), Not<NoMonth>> {
    let data = json!({ "revision": sheet.revision });
    event::record(c, station.id, now, by, kind, &Days::month(month).name(), &data)?;
    match store::publish(c, station.id, (month, sheet.revision), (now, why, &sheet.text()))? {
        true => Ok(()),
        false => Err(NoMonth::Seen.into()),
    }
}

/// Publishes a month that is over, if it is not published yet and anything was noted in it. Whether it did.
pub(super) fn make(c: &mut Conn, house: &House, station: &Station, month: Date) -> Result<bool, Not<NoMonth>> {
    let now = house.now();
    if store::text(c, station.id, month, None)?.is_some() {
        return Ok(false);
    }
    let Some(sheet) = anew::first(c, house, station, (month, now))? else { return Ok(false) };
    publish(c, station, (month, &sheet, ""), (By::Program, "month.made", now))?;
    Ok(true)
}

/// Publishes the next revision of a month if facts came after it was made.
pub(super) fn late(c: &mut Conn, house: &House, station: &Station, month: Date) -> Result<u32, Not<NoMonth>> {
    revise(c, (house, station), (month, LATE_FACTS, None), (By::Program, house.now()))
}
