//! Telling and forgetting, as [`people::Holding`] asks for it.
use std::sync::{Arc, Mutex, PoisonError};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::store as links;
use crate::rules::State;
use crate::{acts, offers, paper, seasons, series, store};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};

/// How many reservations lose their link in one transaction.
const BATCH: i64 = 200;
/// How often it is looked at what is old enough: a day more or less does not matter.
const EVERY: SignedDuration = SignedDuration::from_hours(24);

/// What this part of the slice holds.
pub fn holding() -> Holding {
    Holding { name: "reservations", export, erase }
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let now = house.now();
    let one = |c: &mut Conn, (station, _, id)| {
        let seen = store::by_id(c, station, id)?;
        let place = stations::by_id(c, station)?;
        let catalogue = store::catalogue(c, station)?;
        let typed = seen.guest_sealed.as_ref().map(|s| house.keys.open(acts::GUEST, s)).transpose();
        Ok::<_, Fault>(json!({
            "id": seen.id,
            "station": place.name_zh,
            "what": catalogue.offering_by_id(seen.offering).map(|o| o.name.zh.clone()),
            "from": seen.span.from,
            "until": seen.span.until,
            "people": seen.group,
            "said_to_be": seen.favoured,
            "state": seen.state_at(now),
            "made_at": seen.made_at,
            "name_at_the_desk": typed.map_err(Fault::broken)?,
        }))
    };
    links::all_of(c, person)?.into_iter().map(|at| one(c, at)).collect()
}

/// Gives back what is still to come, and takes the person out of all that was.
fn erase(c: &mut Conn, house: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    let all = links::all_of(c, person)?;
    for (station, venue, _) in &all {
        store::hold(c, *station, *venue)?;
    }
    let mut freed = vec![];
    for (station, venue, id) in all {
        store::settle(c, house, station, id, now)?;
        let seen = store::by_id(c, station, id)?;
        // Whoever is inside stays inside until they leave; the room is taken, by nobody in particular.
        if matches!(seen.state, State::Held | State::Confirmed) {
            let place = stations::by_id(c, station)?;
            acts::end(c, house, &place, &seen, (State::Cancelled, now, By::Resident))?;
            freed.push((place, venue));
        }
        links::unlink(c, station, id)?;
    }
    // Whoever waits is asked in turn, as after any cancellation.
    freed.dedup_by_key(|(place, venue)| (place.id, *venue));
    freed.iter().try_for_each(|(place, venue)| offers::fill(c, house, place, *venue, now))
}

/// When this was last done, in this process.
#[derive(Default)]
struct Last(Mutex<Option<Timestamp>>);

/// Takes persons and typed names out of reservations, places in line, series and notes of paper that are older than the
/// station keeps them, once a day.
pub async fn forget_links(house: &House) -> Result<(), Fault> {
    let (now, last): (_, Arc<Last>) = (house.now(), house.shelf());
    let done = *last.0.lock().unwrap_or_else(PoisonError::into_inner);
    // A rehearsal's clock may go back.
    if done.is_some_and(|at| at <= now && now < at + EVERY) {
        return Ok(());
    }
    let kept = SignedDuration::from_hours(24 * i64::from(house.settings.keep_reservations_days));
    let (h, before) = (house.clone(), now - kept);
    // Series end on days: a day more, so that it is over in every zone.
    let day = (before - EVERY).to_zoned_datetime(TimeZone::UTC).date();
    loop {
        let h = h.clone();
        let unlinked = house.db.write(move |c| {
            let old = links::linked_before(c, before, BATCH)?;
            old.iter().try_for_each(|(station, id)| links::unlink(c, *station, *id))?;
            let waits = offers::forget_before(c, before, BATCH)?;
            let notes = paper::forget_before(c, before, BATCH)?;
            let leaders = seasons::forget_before(c, day, BATCH)?;
            Ok::<_, Fault>(old.len() + waits + notes + leaders + series::forget_before(c, &h, day, BATCH)?)
        });
        if unlinked.await? == 0 {
            break;
        }
    }
    *last.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
    Ok(())
}
