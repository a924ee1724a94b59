//! Each night what was promised for the day before is written down, by the hours as they are then: hours that are changed later do not
//! change what was promised. A night that goes on past midnight stands whole with the day on which it begins, whatever the next day is;
//! whoever counts days cuts it at midnight. Closures of the whole house and outages are not in the hours; the dictionary names that gap.
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use serde_json::json;
use stations::Station;

use super::answers::{instant, promised_on};
use super::rules::promised_id;
use crate::acts::day_of;

const KIND: &str = "door.promised";
/// Days that were missed while the program was off are written later, but no more than these: whoever set the hours has forgotten
/// what they were.
const FARTHEST: i64 = 40;
/// So many stations are looked at in one go.
const AT_ONCE: i64 = 100;

/// The hour since 1970 in which this process last looked at all stations.
#[derive(Default)]
struct Looked(Mutex<Option<i64>>);

/// The periodic work: once an hour, for somewhere a day may have ended.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let (now, looked) = (house.now(), house.shelf::<Looked>());
    let hour = now.as_second().div_euclid(3_600);
    let last = || looked.0.lock().unwrap_or_else(PoisonError::into_inner);
    if *last() == Some(hour) {
        return Ok(());
    }
    let (mut after, mut all) = (0, Ok(()));
    loop {
        let some = house.db.read(move |c| stations::some(c, None, after, AT_ONCE)).await?;
        let Some(StationId(end)) = some.last().map(|station| station.id) else { break };
        after = end;
        for station in some {
            // One that is broken does not stop the others.
            all = all.and(write(house, station, now).await);
        }
    }
    if all.is_ok() {
        *last() = Some(hour);
    }
    all
}

/// What is missing of one station.
async fn write(house: &House, station: Station, now: Timestamp) -> Result<(), Fault> {
    let (at, today) = (station.clone(), day_of(&station, now));
    let days = house.db.read(move |c: &mut Conn| missing(c, &at, today)).await?;
    if days.is_empty() {
        return Ok(());
    }
    let h = house.clone();
    let work = move |c: &mut Conn| {
        for day in &days {
            let spans = promised_on(&h, &station, *day)?;
            let at = instant(&station, day.at(0, 0, 0, 0))?;
            fact::record_once(c, station.id, promised_id(*day), KIND, (*day, at), &json!({ "spans": spans }))?;
        }
        Ok::<_, Fault>(())
    };
    house.db.write(work).await
}

/// The days that are over and were not written: all after the last one that was, or, if none was, yesterday alone.
fn missing(c: &mut Conn, station: &Station, today: Date) -> Result<Vec<Date>, Fault> {
    let farthest = today.saturating_sub(FARTHEST.days());
    let last = fact::between(c, station.id, KIND, farthest, today)?.last().map(|fact| fact.on);
    let from = match last {
        Some(last) => last.saturating_add(1.day()),
        None if fact::first_day(c, station.id, KIND)?.is_some() => farthest,
        None if began(c, station)?.is_some_and(|day| day < today) => today.saturating_sub(1.day()),
        None => today,
    };
    Ok(from.series(1.day()).take_while(|day| *day < today).collect())
}

/// The day on which the station was made: nothing was promised before it.
fn began(c: &mut Conn, station: &Station) -> Result<Option<Date>, Fault> {
    let first = event::since(c, station.id, 0, 1)?;
    Ok(first.first().map(|event| day_of(station, event.at)))
}
