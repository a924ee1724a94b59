//! What time decides: when a day is over, what officials had said of it becomes one fact of all of them together.
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::rules::{Minutes, PresenceDay, minutes};
use crate::answers;
use crate::rules::Declared;
use crate::store;

/// So many days are counted in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 50;

/// The periodic work.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    while house
        .db
        .write({
            let h = house.clone();
            move |c| count_days(c, &h, h.now())
        })
        .await?
    {}
    Ok(())
}

/// Whether there may be more.
fn count_days(c: &mut Conn, house: &House, now: Timestamp) -> Result<bool, Fault> {
    let tomorrow = now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date().saturating_add(1.day());
    let mut counted = 0;
    for (at, day) in store::days_to_count(c, tomorrow, AT_ONCE)? {
        let station = stations::by_id(c, at)?;
        // Its own day may not be over, or somebody else has just counted it.
        if day >= answers::wall(&station, now).date() || !store::next_day(c, at, day)? {
            continue;
        }
        counted += 1;
        count(c, house, &station, day)?;
    }
    Ok(counted > 0)
}

fn count(c: &mut Conn, house: &House, station: &Station, day: Date) -> Result<(), Fault> {
    let calendar = stations::calendar(house);
    let said = declared(c, station)?;
    let (mut sum, mut officials) = (Minutes::default(), 0);
    for official in store::officials(c, station.id)? {
        let hours = match official.hours.is_empty() {
            true => station.hours.clone(),
            false => stations::parsed_hours(&official.hours)?,
        };
        let hours = hours.intervals(day, &calendar);
        let theirs: Vec<Declared> =
            said.iter().filter(|(id, _)| *id == official.id).map(|(_, declared)| declared.clone()).collect();
        officials += usize::from(!hours.is_empty());
        sum += minutes(&hours, &theirs);
    }
    if sum.hours == 0 {
        return Ok(());
    }
    let kept = PresenceDay { officials, hours_min: sum.hours, present_min: sum.present, away_min: sum.away };
    let at = answers::instant(station, day.at(0, 0, 0, 0))?;
    fact::record(c, station.id, house.new_id(), "presence-day", (day, at), &kept)
}

/// Everything that is still known of what officials declared, each in order.
fn declared(c: &mut Conn, station: &Station) -> Result<Vec<(i32, Declared)>, Fault> {
    let rows = store::all_declared(c, station.id)?;
    Ok(rows.into_iter().map(|row| (row.official, answers::declared(station, row))).collect())
}
