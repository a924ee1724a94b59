//! What time decides: offers that nobody answered lapse, declared trips become days, names are forgotten.
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use serde_json::json;
use stations::Station;

use super::offer::offer;
use crate::acts::day_of;
use crate::answers;
use crate::rules::MatterId;
use crate::store as errands;
use crate::village_days::rules::{Day, DayState, Plan, TRAVEL, VisitState};
use crate::village_days::store::{self, KeptDay, Trip};
use crate::village_days::{KEPT_DAYS, VillageDayId, no_news, record};

/// So much is done in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 100;
/// Trips that were declared longer ago are over, or were looked at before.
const LOOKED_BACK: SignedDuration = SignedDuration::from_hours(12);

/// The periodic work.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    while house.db.write(move |c| lapse(c, now)).await? {}
    trips(house).await?;
    let day = long_ago(now);
    house.db.write(move |c| store::forget_before(c, day)).await?;
    house.db.write(move |c| store::forget_villages(c, day)).await?;
    Ok(())
}

/// In every zone more than [`KEPT_DAYS`] ago.
fn long_ago(now: Timestamp) -> Date {
    now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date().saturating_sub((KEPT_DAYS + 1).days())
}

/// Whether there may be more.
fn lapse(c: &mut Conn, now: Timestamp) -> Result<bool, Fault> {
    let over = store::lapsing(c, now, AT_ONCE)?;
    for (station, visit) in &over {
        let station = stations::by_id(c, *station)?;
        if store::lapse(c, station.id, visit.id)? {
            record(c, &station, (now, By::Program), (VisitState::Lapsed, visit.id, visit.day))?;
        }
    }
    Ok(over.len() as i64 == AT_ONCE)
}

/// Up to which declaration this process has looked.
#[derive(Default)]
struct Looked(Mutex<Option<Timestamp>>);

/// Whoever declares that they are in a village until a time can be asked there: a trip of today is a day that nobody planned.
async fn trips(house: &House) -> Result<(), Fault> {
    let (now, looked): (_, Arc<Looked>) = (house.now(), house.shelf());
    let last = *looked.0.lock().unwrap_or_else(PoisonError::into_inner);
    // A rehearsal's clock may go back.
    let mut since = last.filter(|at| *at <= now).unwrap_or(now - LOOKED_BACK);
    loop {
        let from = since;
        let found = house.db.read(move |c| store::trips_since(c, from, AT_ONCE)).await?;
        for trip in &found {
            let (h, trip) = (house.clone(), *trip);
            match house.db.write(move |c| take_up(c, &h, trip, now)).await {
                // Another process was faster, or the day was planned just now.
                Ok(()) | Err(Fault::AlreadyThere(_)) => {}
                Err(fault) => return Err(fault),
            }
        }
        let newest = found.last().map(|trip| trip.declared_at);
        since = newest.unwrap_or(since).max(since);
        // Several of one instant more than fit at once are no trips of people.
        if (found.len() as i64) < AT_ONCE || newest == Some(from) {
            break;
        }
    }
    *looked.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(since);
    Ok(())
}

/// Makes a day of one trip, if it still holds and the official agreed that the village is named.
fn take_up(c: &mut Conn, house: &House, trip: Trip, now: Timestamp) -> Result<(), Fault> {
    let station = stations::by_id(c, trip.station)?;
    let latest = errands::last(c, station.id, trip.official)?.is_some_and(|last| last.number == trip.number);
    let official = match errands::official(c, station.id, trip.official) {
        Err(Fault::NotFound) => return Ok(()),
        official => official?,
    };
    if !latest || !official.shows_village || trip.back <= now {
        return Ok(());
    }
    let today = day_of(&station, now);
    if let Some(before) = store::of_official(c, station.id, trip.official, today)?
        && !goes_on(c, &station, before, trip, now)?
    {
        return Ok(());
    }
    let Some(day) = as_day(c, &station, trip, now)? else { return Ok(()) };
    let kept = KeptDay { id: VillageDayId(house.new_id()), day };
    store::insert_day(c, station.id, kept.id, &kept.day, (now, None))?;
    let data = json!({ "official": trip.official, "on": today });
    event::record(c, station.id, now, By::Program, "village-day.planned", &kept.id.to_string(), &data)?;
    offer(c, house, &station, &kept, now)
}

/// What a new declaration makes of the route that the official is on already. Whether a day of its own is to be made.
fn goes_on(c: &mut Conn, station: &Station, before: KeptDay, trip: Trip, now: Timestamp) -> Result<bool, Fault> {
    let mut held = store::hold(c, station.id, before.id)?;
    if held.day.trip.is_none_or(|number| number == trip.number) {
        return Ok(false);
    }
    if held.day.villages.contains(&trip.village) {
        // They said anew when they are back: the day is as long as that, but no shorter than what is promised.
        let minutes = trip.back.duration_since(held.day.from).as_mins();
        let longer = i16::try_from(minutes).ok().filter(|m| (held.day.used..=1440).contains(m));
        if let Some(minutes) = longer {
            (held.day.minutes, held.day.until) = (minutes, trip.back);
        }
        held.day.trip = Some(trip.number);
        store::set_day(c, station.id, held.id, &held.day)?;
        return Ok(false);
    }
    let promised = store::of_day(c, station.id, held.id)?.iter().any(|v| v.state == VisitState::Accepted);
    if promised {
        return Ok(false);
    }
    // Another village now, and nobody counts on the first.
    held.day.state = DayState::CalledOff;
    store::set_day(c, station.id, held.id, &held.day)?;
    for visit in store::of_day(c, station.id, held.id)?.iter().filter(|v| v.state == VisitState::Offered) {
        store::set_visit(c, station.id, visit.id, (VisitState::Lapsed, None))?;
        no_news(c, station, visit.id)?;
        record(c, station, (now, By::Program), (VisitState::Lapsed, visit.id, held.id))?;
    }
    event::record(c, station.id, now, By::Program, "village-day.called-off", &held.id.to_string(), &json!({}))?;
    Ok(true)
}

/// What the official does in villages, until they are back; nothing if that is nothing.
fn as_day(c: &mut Conn, station: &Station, trip: Trip, now: Timestamp) -> Result<Option<Day>, Fault> {
    let theirs = |m: &crate::rules::Matter| {
        let does = m.draft.official == Some(trip.official) || m.draft.stand_in == Some(trip.official);
        (does && m.draft.ways.village).then_some(m.id)
    };
    let matters: Vec<MatterId> = errands::matters(c, station.id)?.iter().filter_map(theirs).collect();
    let villages: Vec<i64> = stations::villages(c, &station.division)?.iter().map(|d| d.code).collect();
    let plan = Plan {
        official: trip.official,
        on: day_of(station, now),
        from: trip.from.max(now),
        until: trip.back,
        villages: vec![trip.village],
        matters: matters.clone(),
        travel: TRAVEL,
    };
    let judged = plan.judged(answers::wall(station, now), now, (&villages, &matters), false);
    Ok(judged.ok().map(|day| Day { trip: Some(trip.number), ..day }))
}
