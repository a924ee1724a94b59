//! A year after its end an opinion is a fact that names nobody, and nothing else.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;

use super::doing::Doing;
use super::erase;
use super::time::at;
use crate::OpinionId;
use crate::answers::{categories, fact_of, fresh_id};
use crate::ports::Ports;
use crate::store;

/// So much is done in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 50;

pub(super) async fn jobs(house: &House, ports: Ports) -> Result<(), Fault> {
    let now = house.now();
    for (station, days) in house.db.read(store::keep_days).await? {
        let before = now - SignedDuration::from_hours(24 * i64::from(days));
        loop {
            let h = house.clone();
            let work = move |c: &mut Conn| some(c, &h, ports, (station, before), now);
            if !house.db.write(work).await? {
                break;
            }
        }
    }
    Ok(())
}

/// Whether there may be more.
fn some(
    c: &mut Conn,
    house: &House,
    ports: Ports,
    (station, before): (StationId, Timestamp),
    now: Timestamp,
) -> Result<bool, Fault> {
    let due = store::ended_before(c, station, before, AT_ONCE)?;
    if due.is_empty() {
        return Ok(false);
    }
    let doing = at(c, house, ports, station)?;
    for id in &due {
        retire(c, &doing, *id, now)?;
    }
    Ok(due.len() as i64 == AT_ONCE)
}

fn retire(c: &mut Conn, doing: &Doing, id: OpinionId, now: Timestamp) -> Result<(), Fault> {
    let (house, station) = (&doing.house, doing.station.id);
    let kept = store::hold(c, station, id)?;
    let known = categories(c, station)?;
    let fact = fact_of(house, &doing.station, &kept, &known, now)?;
    if store::is_counted(c, station, id)? {
        store::add_fact(c, station, fresh_id(house), &fact)?;
    }
    erase::everything(c, doing, id, false)?;
    store::remove(c, station, id)
}
