//! Each night how long every room was open is written down, by the hours and closures as they are then: hours that are changed later
//! do not change what was. Power cuts are noted elsewhere.
#[cfg(test)]
mod tests;

use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use stations::Station;
use uuid::Builder;

use crate::rules::{self, Span, Venue, VenueId};
use crate::store::{self, Catalogue};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::event;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;

const KIND: &str = "venue.open";
/// Days that were missed while the program was off are written later, but no more than these: whoever set the hours has forgotten
/// what they were.
const FARTHEST: i64 = 40;
/// So many stations are looked at in one go.
const AT_ONCE: i64 = 100;

/// The hour since 1970 in which this process last looked at all stations.
#[derive(Default)]
struct Looked(Mutex<Option<i64>>);

/// The periodic work: once an hour, for somewhere a day may have ended.
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

/// Writes what is missing of one station, a day in each transaction: others wait meanwhile.
async fn write(house: &House, station: Station, now: Timestamp) -> Result<(), Fault> {
    let (at, today) = (station.clone(), day_of(&station, now));
    for day in house.db.read(move |c: &mut Conn| missing(c, &at, today)).await? {
        let (h, at) = (house.clone(), station.clone());
        house.db.write(move |c: &mut Conn| count(c, &h, &at, day)).await?;
    }
    Ok(())
}

/// The days that are over and were not written: all after the last one that was, or, if none was, yesterday alone.
fn missing(c: &mut Conn, station: &Station, today: Date) -> Result<Vec<Date>, Fault> {
    let (yesterday, farthest) = (today.saturating_sub(1.day()), today.saturating_sub(FARTHEST.days()));
    // Of most hours this is all that is read.
    if !fact::between(c, station.id, KIND, yesterday, today)?.is_empty() {
        return Ok(vec![]);
    }
    let last = fact::between(c, station.id, KIND, farthest, today)?.last().map(|fact| fact.on);
    let from = match last {
        Some(last) => last.saturating_add(1.day()),
        None if fact::first_day(c, station.id, KIND)?.is_some() => farthest,
        None if began(c, station)?.is_some_and(|day| day < today) => yesterday,
        None => today,
    };
    Ok(from.series(1.day()).take_while(|day| *day < today).collect())
}

/// The day on which the station was made: no room of it was open before.
fn began(c: &mut Conn, station: &Station) -> Result<Option<Date>, Fault> {
    let first = event::since(c, station.id, 0, 1)?;
    Ok(first.first().map(|event| day_of(station, event.at)))
}

/// Writes down one day of all rooms. A day on which a room was closed is written, too: as one without a minute.
fn count(c: &mut Conn, house: &House, station: &Station, day: Date) -> Result<(), Fault> {
    let all = store::catalogue(c, station.id)?;
    let window = rules::days(&station.zone, day, 1);
    let layers = store::layers_between(c, station.id, &window)?;
    for venue in &all.venues {
        let units = units(&all, venue);
        if units == 0 {
            continue;
        }
        let open = store::open_in(house, station, venue, &layers, &window)?;
        let spans: Vec<(Timestamp, Timestamp)> = open.iter().map(|span| (span.from, span.until)).collect();
        let data = serde_json::json!({
            "venue": venue.id,
            "name_zh": venue.name.zh,
            "name_en": venue.name.en,
            "units": units,
            "minutes": open.iter().map(Span::minutes).sum::<i64>(),
            "spans": spans,
        });
        fact::record_once(c, station.id, id_of(venue.id, day), KIND, (day, window.from), &data)?;
    }
    Ok(())
}

/// How many units of a room can be had. Of what nobody can book, nobody knows whether it is used.
fn units(all: &Catalogue, venue: &Venue) -> u32 {
    let offered = |atom: i32| all.offerings_of(venue.id).any(|offering| offering.atoms.contains(&atom));
    let atoms = all.atoms.iter().filter(|atom| atom.venue == venue.id && offered(atom.id));
    atoms.map(|atom| u32::try_from(atom.units).unwrap_or(0)).sum()
}

fn day_of(station: &Station, at: Timestamp) -> Date {
    at.to_zoned_datetime(station.zone.clone()).date()
}

/// The room and the day are the key: whoever counts a day twice leaves one fact (RFC 9562, version 8).
fn id_of(venue: VenueId, day: Date) -> Id {
    let since = day.since(jiff::civil::date(1970, 1, 1)).map_or(0, |span| span.get_days());
    let mut bytes = *b"roomopen........";
    let which = since.to_be_bytes().into_iter().chain(venue.to_be_bytes());
    for (to, from) in bytes.iter_mut().skip(8).zip(which) {
        *to = from;
    }
    Id(Builder::from_custom_bytes(bytes).into_uuid())
}
