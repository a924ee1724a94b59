//! What time decides: who is reminded, what goes back to the others, what somebody else is to help with, and what is forgotten.
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;

use super::doing::{day_of, moved, nil, record, returned};
use super::end::{erased, forgotten};
use super::tell::{self, Told, tell};
use crate::WishId;
use crate::answers::opened_phone;
use crate::rules::{APPEAL_KEPT, Claim, KEPT_AFTER_THE_END, KEPT_ASKS, REMIND, State, WISH_KEPT, remind_at, stands};
use crate::store::{appeals, asks, claims, people as whose, reviews, wishes};

/// So many are looked for at once; what is left over comes next time.
const AT_ONCE: i64 = 200;

type Key = (StationId, WishId);

/// The periodic work.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    // One that is broken does not stop the others.
    let due = house.db.read(move |c| claims::due(c, now, None, AT_ONCE)).await?;
    let mut done = each(house, due, lapse).await;
    let due = house.db.read(move |c| claims::due(c, now + REMIND, Some(false), AT_ONCE)).await?;
    done = done.and(each(house, due, remind).await);
    // No station's own day is further than one from UTC's.
    let tomorrow = now.to_zoned_datetime(TimeZone::UTC).date().saturating_add(1.days());
    let due = house.db.read(move |c| wishes::over(c, tomorrow, AT_ONCE)).await?;
    done = done.and(each(house, due, over).await);
    let before = now - KEPT_AFTER_THE_END;
    let due = house.db.read(move |c| whose::ended_before(c, before, AT_ONCE)).await?;
    done = done.and(each(house, due, forget).await);
    done = done.and(old(house, now).await);
    house.db.write(move |c| asks::forget_old(c, now - KEPT_ASKS)).await?;
    done.and(keep_known(house, now).await)
}

/// One transaction for each: others wait meanwhile. What broke first is said at the end.
async fn each(
    house: &House,
    keys: Vec<Key>,
    work: fn(&mut Conn, &House, Key, Timestamp) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut all = Ok(());
    for key in keys {
        let (h, now) = (house.clone(), house.now());
        let done = house.db.write(move |c| work(c, &h, key, now)).await;
        // Taken back meanwhile.
        if !matches!(done, Err(Fault::NotFound)) {
            all = all.and(done);
        }
    }
    all
}

/// Whoever has it did not bring it in time.
fn lapse(c: &mut Conn, house: &House, (station, id): Key, now: Timestamp) -> Result<(), Fault> {
    let station = stations::by_id(c, station)?;
    let wish = wishes::held(c, station.id, id)?;
    let claim = claims::of_wish(c, station.id, id)?.filter(|claim| claim.until <= now && wish.state.is_leased());
    let Some(claim) = claim else { return Ok(()) };
    tell::forget_reminder(c, house, &station, &claim)?;
    tell(c, house, &station, claim.person, (Told::Lapsed, now))?;
    returned(c, house, &station, wish, now)?;
    record(c, station.id, (id, "wish.lapsed"), (By::Program, now))
}

fn remind(c: &mut Conn, house: &House, (station, id): Key, now: Timestamp) -> Result<(), Fault> {
    let station = stations::by_id(c, station)?;
    let wish = wishes::held(c, station.id, id)?;
    let due = |claim: &Claim| !claim.reminded && remind_at(claim.until) <= now && wish.state.is_leased();
    let Some(claim) = claims::of_wish(c, station.id, id)?.filter(due) else { return Ok(()) };
    tell(c, house, &station, claim.person, (Told::Remind(claim.until), now))?;
    claims::set(c, station.id, &Claim { reminded: true, ..claim })
}

/// Ninety days, and nobody took it on.
fn over(c: &mut Conn, _: &House, (station, id): Key, now: Timestamp) -> Result<(), Fault> {
    let station = stations::by_id(c, station)?;
    let wish = wishes::held(c, station.id, id)?;
    if wish.state != State::Open || stands(&wish, day_of(&station, now)) != State::Overdue {
        return Ok(());
    }
    moved(c, station.id, wish, (State::Overdue, now))?;
    record(c, station.id, (id, "wish.overdue"), (By::Program, now))
}

/// Nobody needs to know any more whose it was and who fulfilled it.
fn forget(c: &mut Conn, house: &House, (station, id): Key, now: Timestamp) -> Result<(), Fault> {
    let station = stations::by_id(c, station)?;
    let wish = wishes::held(c, station.id, id)?;
    if wish.state.has_ended() && wish.changed_at + KEPT_AFTER_THE_END <= now {
        forgotten(c, house, &station, id)?;
    }
    Ok(())
}

/// Wishes that have ended, drafts that nobody asked for, what nobody has looked at, and what was refused and nobody objects to, or an
/// objection that nobody has decided for long.
async fn old(house: &House, now: Timestamp) -> Result<(), Fault> {
    const STATES: [State; 5] = [State::Draft, State::Asked, State::Refused, State::Fulfilled, State::Referred];
    let (mut after, mut all) = ((StationId(i64::MIN), WishId(nil())), Ok(()));
    loop {
        let from = after;
        let due = house.db.read(move |c| wishes::unchanged_since(c, &STATES, now - WISH_KEPT, from, AT_ONCE)).await?;
        let Some(last) = due.last() else { return all };
        after = *last;
        all = all.and(each(house, due, erase).await);
    }
}

fn erase(c: &mut Conn, house: &House, (station, id): Key, now: Timestamp) -> Result<(), Fault> {
    let station = stations::by_id(c, station)?;
    let wish = wishes::held(c, station.id, id)?;
    let objected = appeals::of_wish(c, station.id, id)?;
    let waits = objected.iter().any(|one| one.decided.is_none() && one.version == wish.version);
    let looked = reviews::of_wish(c, station.id, id)?.iter().any(|one| one.version == wish.version);
    let idle = match wish.state {
        State::Draft | State::Refused => true,
        State::Asked => !looked,
        other => other.has_ended(),
    };
    let kept = if waits { APPEAL_KEPT } else { WISH_KEPT };
    if !idle || wish.changed_at + kept > now {
        return Ok(());
    }
    erased(c, house, &station, &wish, now)?;
    record(c, station.id, (id, "wish.erased"), (By::Program, now))
}

/// The day on which this process last did it.
#[derive(Default)]
struct LastKept(Mutex<Option<Date>>);

/// Whoever is known by a number and has a wish is not forgotten because their time is over: that would take their wish back. Once a day.
async fn keep_known(house: &House, now: Timestamp) -> Result<(), Fault> {
    /// Longer than a day on which nothing ran.
    const LONGER: SignedDuration = SignedDuration::from_hours(24 * 7);
    let (today, last) = (now.to_zoned_datetime(TimeZone::UTC).date(), house.shelf::<LastKept>());
    if *last.0.lock().unwrap_or_else(PoisonError::into_inner) == Some(today) {
        return Ok(());
    }
    let (mut after, mut all) = ((StationId(i64::MIN), WishId(nil())), Ok(()));
    loop {
        let from = after;
        let some = house.db.read(move |c| whose::phones(c, from, AT_ONCE)).await?;
        let Some((last, _)) = some.last() else { break };
        after = *last;
        for sealed in some.into_iter().filter_map(|(_, sealed)| sealed) {
            let h = house.clone();
            let work = move |c: &mut Conn| {
                let Some(phone) = opened_phone(&h, Some(&sealed))? else { return Ok(()) };
                match people::who_has(c, &h, &phone)? {
                    Some(person) => people::keep_until(c, person, now + LONGER),
                    None => Ok(()),
                }
            };
            match house.db.write(work).await {
                // Forgotten meanwhile, by their own word.
                Err(Fault::NotFound) => {}
                done => all = all.and(done),
            }
        }
    }
    all?;
    *last.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(today);
    Ok(())
}
