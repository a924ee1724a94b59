//! Waiting for a title, and not wanting it any more.
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::PersonId;
use serde_json::json;
use stations::Station;

use super::lend;
use super::line::{put_aside, there};
use super::renew::written;
use crate::catalogue::answers as catalogue;
use crate::lending::answers::settings;
use crate::lending::rules::{self, By, Hand, HoldFacts, NoHold};
use crate::lending::store::copies::{hold_title, that_come_back};
use crate::lending::store::holds::{self, Kept};
use crate::lending::store::loans;
use crate::{CopyId, HoldId, TitleId};

/// Nobody waits for longer. Whoever still wants it asks again.
pub(super) const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(24 * 365);
/// Whoever waits is known for as long as that, and as long as something may be kept for them afterwards.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(24 * 465);

/// Somebody waits for a title.
///
/// # Errors
/// What the rules say; a title that there is not, or somebody who is forgotten, is not found.
pub async fn hold(
    house: &House,
    station: &Arc<Station>,
    (title, person): (TitleId, PersonId),
    (hand, once): (Hand, Option<Once>),
) -> Result<HoldId, Not<NoHold>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| hold_within(c, &h, &station, (title, person), (hand, now)))
    };
    house.db.write(work).await
}

/// The same in the transaction of whoever calls, as if it were done at `at`.
///
/// # Errors
/// As [`hold`].
pub fn hold_within(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (title, person): (TitleId, PersonId),
    (hand, at): (Hand, Timestamp),
) -> Result<HoldId, Not<NoHold>> {
    people::keep_until(c, person, at + KNOWN_FOR)?;
    hold_title(c, station.id, title)?;
    rules::hold(&facts(c, station, title, person)?)?;
    let id = HoldId(house.new_id());
    holds::insert(c, &Kept { station: station.id, id, title, person, placed_at: at, ready: None, told: false })?;
    event::record(c, station.id, house.now(), lend::by(hand), "hold.placed", &title.to_string(), &json!({}))?;
    Ok(id)
}

fn facts(c: &mut Conn, station: &Station, title: TitleId, person: PersonId) -> Result<HoldFacts, Fault> {
    let decided = settings(c, station.id)?;
    let waits = holds::of_person(c, Some(station.id), person)?;
    let there = there(c, station, title)?;
    let ids: Vec<CopyId> = there.iter().map(|copy| copy.id).collect();
    let aside = holds::put_aside(c, station.id, &ids)?;
    Ok(HoldFacts {
        kind: catalogue::title(c, station.id, title)?.kind,
        kinds: decided.kinds,
        free: there.iter().find(|copy| !aside.contains(&copy.id)).map(|copy| copy.shelf),
        have_it: loans::has_title(c, station.id, title, person)?,
        wait: waits.iter().any(|hold| hold.title == title),
        holds: i64::try_from(waits.len()).map_err(Fault::broken)?,
        most: decided.most_items,
        copies: that_come_back(c, station.id, title)?,
    })
}

/// They do not want it any more. What was put aside is the next one's.
///
/// # Errors
/// There is no such wait, or it is somebody else's.
pub async fn cancel_hold(
    house: &House,
    station: &Arc<Station>,
    id: HoldId,
    by: By,
    once: Option<Once>,
) -> Result<(), Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let hold = holds::by_id(c, station.id, id)?;
            if matches!(by, By::Person(person) if person != hold.person) {
                return Err(Fault::NotFound);
            }
            ended(c, &h, &station, &hold, ("hold.cancelled", written(by), now)).map(|_| ())
        })
    };
    house.db.write(work).await
}

/// Ends a wait, unless it has ended meanwhile, and gives what was put aside to the next one. Whether it was still there.
pub(super) fn ended(
    c: &mut Conn,
    house: &House,
    station: &Station,
    hold: &Kept,
    (kind, by, now): (&str, event::By, Timestamp),
) -> Result<bool, Fault> {
    hold_title(c, station.id, hold.title)?;
    match holds::by_id(c, station.id, hold.id) {
        Ok(still) if still.ready == hold.ready => {}
        // Something was put aside meanwhile: whoever decided this did not know it.
        Ok(_) if by == event::By::Program => return Ok(false),
        Ok(_) => {}
        Err(Fault::NotFound) => return Ok(false),
        Err(fault) => return Err(fault),
    }
    holds::remove(c, station.id, hold.id)?;
    event::record(c, station.id, now, by, kind, &hold.title.to_string(), &json!({}))?;
    put_aside(c, house, station, hold.title, (by, now))?;
    Ok(true)
}
