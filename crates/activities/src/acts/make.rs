//! An activity is published: it is there with all its times, and each holds its room.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

use super::dates;
use super::doing::{Doing, Ports};
use super::rooms::Clashes;
use crate::SeriesId;
use crate::rules::{Plan, Refusal};
use crate::store::{self, Series};

/// Publishes `plan`. Where its room cannot be had, it is refused with what could be had instead, unless it shall be so
/// `anyway`: then those times say that they have none.
pub async fn make(
    house: &House,
    (ports, station): (Ports, &Arc<Station>),
    (plan, anyway): (Plan, bool),
    (staff, once): (StaffId, Option<Once>),
) -> Result<SeriesId, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let doing = Doing { house: &h, station: &station, ports, now, by: By::Staff(staff.0) };
            keep(c, &doing, &plan, (anyway, now)).map(|series| series.id)
        })
    };
    house.db.write(work).await
}

/// Writes an activity down for the first time, as an import does, in the caller's transaction; its times that are over are
/// there as well. A room that cannot be had is said on its time.
///
/// # Errors
/// A plan without any day is refused.
pub fn found(c: &mut Conn, doing: &Doing<'_>, plan: &Plan) -> Result<Series, Not<Refusal>> {
    keep(c, doing, plan, (true, Timestamp::UNIX_EPOCH))
}

fn keep(
    c: &mut Conn,
    doing: &Doing<'_>,
    plan: &Plan,
    (anyway, since): (bool, Timestamp),
) -> Result<Series, Not<Refusal>> {
    let mut series = Series::new(SeriesId(doing.house.new_id()), plan.clone(), doing.now);
    store::insert_series(c, doing.station.id, &series)?;
    let mut clashes = Clashes::default();
    let days = dates::days(doing, plan, plan.terms.starts_on);
    let times = dates::add(c, doing, &series, (&days, since), &mut clashes)?;
    if times == 0 {
        return Err(Refusal::NoDates.into());
    }
    clashes.judged(c, doing, anyway)??;
    dates::looked(c, doing, &mut series)?;
    doing.record(c, "activity.made", series.id, &serde_json::json!({ "times": times }))?;
    Ok(series)
}
