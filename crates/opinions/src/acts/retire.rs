//! A year after its end an opinion is a fact that names nobody, and nothing else; and what nobody of the station may read goes a year
//! after it came, for nobody ends it.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;

use super::doing::{Doing, at, nil};
use super::erase;
use crate::OpinionId;
use crate::answers::{categories, fact_of, fresh_id, is_about_manager, is_sealed};
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
        unread(house, ports, (station, before), now).await?;
    }
    Ok(())
}

/// What is about all who run the station.
async fn unread(
    house: &House,
    ports: Ports,
    (station, before): (StationId, Timestamp),
    now: Timestamp,
) -> Result<(), Fault> {
    let mut after = OpinionId(nil());
    loop {
        let (h, from) = (house.clone(), after);
        let read = move |c: &mut Conn| {
            let open = store::open_before(c, station, (before, from), AT_ONCE)?;
            let mut sealed = vec![];
            for id in &open {
                if is_sealed(c, &h, (station, *id))? {
                    sealed.push(*id);
                }
            }
            Ok::<_, Fault>((open.last().copied(), sealed))
        };
        let (Some(last), sealed) = house.db.read(read).await? else { return Ok(()) };
        after = last;
        for id in sealed {
            let h = house.clone();
            house.db.write(move |c| unseen(c, &h, ports, (station, id), now)).await?;
        }
    }
}

fn unseen(
    c: &mut Conn,
    house: &House,
    ports: Ports,
    (station, id): (StationId, OpinionId),
    now: Timestamp,
) -> Result<(), Fault> {
    let kept = match store::hold(c, station, id) {
        // Taken back and gone meanwhile.
        Err(Fault::NotFound) => return Ok(()),
        kept => kept?,
    };
    if kept.ended_at.is_some() || !is_sealed(c, house, (station, id))? {
        return Ok(());
    }
    let doing = at(c, house, ports, station)?;
    retire(c, &doing, id, now)
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
    // Whoever it is about would find by a figure that grows that it was there.
    if store::is_counted(c, station, id)? && !is_about_manager(c, house, (station, id))? {
        store::add_fact(c, station, fresh_id(house), &fact)?;
    }
    erase::everything(c, doing, id, false)?;
    store::remove(c, station, id)
}
