//! What is no longer used is retired, not deleted, and can be brought back. Asked twice it is done once.
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;

use crate::acts::day_of;
use crate::rules::LineId;
use crate::setup::rules::{self, Stays, What};
use crate::setup::store::{self as own, Retired};
use crate::store;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// What is retired at a station.
pub async fn retired(house: &House, station: &Arc<Station>) -> Result<Vec<Retired>, Fault> {
    let at = station.id;
    house.db.snapshot(move |c| own::retired(c, at)).await
}

/// # Errors
/// [`Stays`] if something hangs on it.
pub async fn retire(
    house: &House,
    station: &Arc<Station>,
    which: (What, i32),
    staff: StaffId,
) -> Result<(), Not<Stays>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        if own::is_retired(c, station.id, which)? {
            return Ok(());
        }
        hold(c, &station, which, now)?;
        rules::retire(&own::hangs(c, station.id, which)?)?;
        keep(c, &station, (which, true), (now, By::Staff(staff.0)))?;
        Ok::<_, Not<Stays>>(())
    };
    house.db.write(work).await
}

/// # Errors
/// [`Stays::Lacks`] for a matter whose line or official is retired.
pub async fn bring_back(
    house: &House,
    station: &Arc<Station>,
    which: (What, i32),
    staff: StaffId,
) -> Result<(), Not<Stays>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        if !own::is_retired(c, station.id, which)? {
            return Ok(());
        }
        if which.0 == What::Matter {
            for needed in own::needs(c, station.id, which.1)? {
                if own::is_retired(c, station.id, needed)? {
                    return Err(Stays::Lacks.into());
                }
            }
        }
        keep(c, &station, (which, false), (now, By::Staff(staff.0)))?;
        Ok::<_, Not<Stays>>(())
    };
    house.db.write(work).await
}

/// Whoever draws or calls holds a day of a line: nobody does while it is looked at what hangs on it.
fn hold(c: &mut Conn, station: &Station, (what, id): (What, i32), now: Timestamp) -> Result<(), Fault> {
    let lines: Vec<LineId> = match what {
        What::Line => vec![id],
        _ => store::lines(c, station.id)?.into_iter().map(|l| l.id).collect(),
    };
    store::hold(c, station.id, day_of(station, now), &lines).map(|_| ())
}

fn keep(
    c: &mut Conn,
    station: &Station,
    ((what, id), retired): ((What, i32), bool),
    (now, by): (Timestamp, By),
) -> Result<(), Fault> {
    own::set_retired(c, station.id, (what, id), retired)?;
    let kind = format!("{}.{}", what.name(), if retired { "retired" } else { "brought-back" });
    event::record(c, station.id, now, by, &kind, &id.to_string(), &json!({})).map(|_| ())
}
