//! What time decides: silence, releases, and what is forgotten.
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::doing::{By, at, nil};
use super::{contact, retire};
use crate::answers::day_of;
use crate::ports::Ports;
use crate::rules::{self, Move, Step};
use crate::store::{self, Kept, KeptPost};
use crate::{OpinionId, PostId};

/// So much is done in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 50;

type Key = (StationId, OpinionId);

/// The periodic work.
pub async fn jobs(house: &House, ports: Ports) -> Result<(), Fault> {
    lapses(house, ports).await?;
    releases(house, ports).await?;
    refreshes(house).await?;
    while contacts(house, ports).await? {}
    retire::jobs(house, ports).await?;
    let now = house.now();
    house.db.write(move |c| store::forget_stamps(c, now)).await
}

/// Ten working days without a word after an answer.
async fn lapses(house: &House, ports: Ports) -> Result<(), Fault> {
    let now = house.now();
    // So many working days are at least as many days; no station's own day is further than one from UTC's.
    let soonest =
        now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date().saturating_sub(i64::from(rules::LAPSE_DAYS - 2).days());
    let mut after = (StationId(i64::MIN), OpinionId(nil()));
    loop {
        let from = after;
        let due = house.db.read(move |c| store::answered_before(c, soonest, from, AT_ONCE)).await?;
        let Some(last) = due.last() else { return Ok(()) };
        after = *last;
        let h = house.clone();
        // Most may still be spoken of: nobody waits for those.
        for key in house.db.read(move |c| silent(c, &h, &due, now)).await? {
            let h = house.clone();
            house.db.write(move |c| lapse(c, &h, ports, key, now)).await?;
        }
    }
}

/// Those whose last day to be spoken of is over.
fn silent(c: &mut Conn, house: &House, some: &[Key], now: Timestamp) -> Result<Vec<Key>, Fault> {
    let mut all = vec![];
    for (station, id) in some {
        let kept = match store::by_id(c, *station, *id) {
            Err(Fault::NotFound) => continue,
            kept => kept?,
        };
        if is_silent(house, &stations::by_id(c, *station)?, &kept, now)? {
            all.push((*station, *id));
        }
    }
    Ok(all)
}

fn is_silent(house: &House, station: &Station, kept: &Kept, now: Timestamp) -> Result<bool, Fault> {
    let Some(answered) = kept.answered_on else { return Ok(false) };
    rules::lapsed(answered, day_of(station, now), &stations::calendar(house)).map_err(Fault::broken)
}

fn lapse(c: &mut Conn, house: &House, ports: Ports, (station, id): Key, now: Timestamp) -> Result<(), Fault> {
    let doing = at(c, house, ports, station)?;
    let mut kept = store::hold(c, station, id)?;
    let Ok(after) = rules::next(kept.state, Move::Lapse) else { return Ok(()) };
    if !is_silent(house, &doing.station, &kept, now)? {
        return Ok(());
    }
    (kept.state, kept.ended_at) = (after, Some(now));
    store::set(c, station, &kept)?;
    doing.record(c, id, (Step::Unconfirmed, By::Time, now), (None, None))
}

/// Weekly batches.
async fn releases(house: &House, ports: Ports) -> Result<(), Fault> {
    for station in house.db.read(store::stations_that_wait).await? {
        let h = house.clone();
        house.db.write(move |c| release(c, &h, ports, station)).await?;
    }
    Ok(())
}

fn release(c: &mut Conn, house: &House, ports: Ports, station: StationId) -> Result<(), Fault> {
    let (doing, now) = (at(c, house, ports, station)?, house.now());
    let Some((monday, at)) = rules::last_release(now, &doing.station.zone) else { return Ok(()) };
    let waiting = store::waiting(c, station, at)?;
    let made: Vec<Timestamp> = waiting.iter().map(|post| post.made_at).collect();
    if !rules::goes_now(&made, at) {
        return Ok(());
    }
    for before in waiting {
        // What was written before anybody took the lock may have been written anew.
        let mut post = match store::hold_post(c, station, before.id) {
            // Taken back meanwhile: the others do not wait for it.
            Err(Fault::NotFound) => continue,
            held => held?,
        };
        if post.released_on.is_some() {
            continue;
        }
        (post.released_on, post.updated_on) = (Some(monday), Some(monday));
        stand(c, &mut post, station)?;
        store::set_post(c, station, &post)?;
        if let Some(opinion) = post.opinion {
            store::hold(c, station, opinion)?;
            doing.record(c, opinion, (Step::Released, By::Time, at), (None, None))?;
        }
    }
    Ok(())
}

/// How the opinion of a post stands now. Whether that is new.
fn stand(c: &mut Conn, post: &mut KeptPost, station: StationId) -> Result<bool, Fault> {
    let Some(opinion) = post.opinion else { return Ok(false) };
    let kept = store::by_id(c, station, opinion)?;
    let closed = !kept.state.is_open();
    let is_new = (closed, kept.category) != (post.closed, post.category);
    (post.closed, post.category) = (closed, kept.category);
    Ok(is_new)
}

/// On Mondays too, posts say how things stand: between them nobody could tell what happened when.
async fn refreshes(house: &House) -> Result<(), Fault> {
    let now = house.now();
    let this_week = rules::week_of(now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date());
    let mut after = (StationId(i64::MIN), PostId(nil()));
    loop {
        let from = after;
        let due = house.db.read(move |c| store::stale(c, (this_week, from), AT_ONCE)).await?;
        let Some(last) = due.last() else { return Ok(()) };
        after = *last;
        for key in due {
            house.db.write(move |c| refresh(c, key, now)).await?;
        }
    }
}

fn refresh(c: &mut Conn, (station, id): (StationId, PostId), now: Timestamp) -> Result<(), Fault> {
    let zone = stations::by_id(c, station)?.zone;
    let Some((monday, _)) = rules::last_release(now, &zone) else { return Ok(()) };
    let mut post = match store::hold_post(c, station, id) {
        Err(Fault::NotFound) => return Ok(()),
        held => held?,
    };
    if post.updated_on >= Some(monday) || !stand(c, &mut post, station)? {
        return Ok(());
    }
    post.updated_on = Some(monday);
    store::set_post(c, station, &post)
}

/// Numbers go sixty days after the end, and a year after they came at the latest. Whether there may be more.
async fn contacts(house: &House, ports: Ports) -> Result<bool, Fault> {
    let before = (rules::over_since(house.now()), rules::no_phone_since(house.now()));
    let h = house.clone();
    let work = move |c: &mut Conn| {
        let due = store::old_with_contact(c, before, AT_ONCE)?;
        for (station, id) in &due {
            let doing = at(c, &h, ports, *station)?;
            let mut kept = store::hold(c, *station, *id)?;
            contact::forget(c, &doing, *id)?;
            kept.has_contact = false;
            store::set(c, *station, &kept)?;
        }
        Ok::<_, Fault>(due.len() as i64 == AT_ONCE)
    };
    house.db.write(work).await
}
