//! When the program was away: declared by a clerk, so that whoever counts knows why a day looks empty.
use std::sync::Arc;

use jiff::Timestamp;

use crate::paper::rules::{Outage, in_days};
use crate::paper::store as own;
use crate::rules::{Refusal, Span};
use crate::store;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::event::{self, By};
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// Declares that the program was away during `span`.
pub async fn declare(
    house: &House,
    station: &Arc<Station>,
    span: Span,
    staff: StaffId,
    once: Option<Once>,
) -> Result<Id, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            take_turns(c, &station)?;
            if !own::between(c, station.id, &span)?.is_empty() {
                return Err(Refusal::OutageKnown.into());
            }
            let outage = Outage { id: h.new_id(), span };
            own::insert_outage(c, station.id, &outage, (staff, now))?;
            count(c, &h, &station, (&outage, "station.outage"), now)?;
            record(c, &station, (now, staff), "outage.declared", outage.id)?;
            Ok::<_, Not<Refusal>>(outage.id)
        })
    };
    house.db.write(work).await
}

/// It was declared by mistake. What was counted is taken back as well. Doing it twice is fine.
pub async fn take_back(house: &House, station: &Arc<Station>, id: Id, staff: StaffId) -> Result<(), Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        take_turns(c, &station)?;
        let (outage, taken_back) = own::outage_by_id(c, station.id, id)?;
        if taken_back {
            return Ok(());
        }
        own::revoke(c, station.id, id, now)?;
        count(c, &h, &station, (&outage, "station.outage-not-so"), now)?;
        record(c, &station, (now, staff), "outage.taken-back", id)
    };
    house.db.write(work).await
}

/// Outages of a station are decided about one after the other: the first of its rooms stands for the whole.
fn take_turns(c: &mut Conn, station: &Station) -> Result<(), Fault> {
    let first = store::catalogue(c, station.id)?.venues.iter().map(|v| v.id).min();
    first.map_or(Ok(()), |venue| store::hold(c, station.id, venue))
}

/// A fact for each day, with the minutes on it.
fn count(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (outage, kind): (&Outage, &'static str),
    now: Timestamp,
) -> Result<(), Fault> {
    for (on, minutes) in in_days(&outage.span, &station.zone) {
        let data = serde_json::json!({ "outage": outage.id, "minutes": minutes });
        fact::record(c, station.id, house.new_id(), kind, (on, now), &data)?;
    }
    Ok(())
}

fn record(
    c: &mut Conn,
    station: &Station,
    (now, staff): (Timestamp, StaffId),
    kind: &str,
    outage: Id,
) -> Result<(), Fault> {
    let none = serde_json::json!({});
    event::record(c, station.id, now, By::Staff(staff.0), kind, &outage.to_string(), &none).map(|_| ())
}
