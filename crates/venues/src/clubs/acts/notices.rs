//! A word to all members: written once, told when nobody is woken by it.
use std::sync::Arc;

use jiff::Timestamp;

use crate::ClubId;
use crate::acts::Actor;
use crate::clubs::rules::{self, NoClub, awake};
use crate::clubs::store;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use stations::Station;

use super::load::{Held, held, led, record};
use super::tell::{self, News};

/// The leader or staff tell the members something. At night it is told in the morning, to those who are members then.
pub async fn notice(
    house: &House,
    station: &Arc<Station>,
    (id, actor, words): (ClubId, Actor, String),
    once: Option<Once>,
) -> Result<Id, Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let held = led(c, &station, id, actor)?;
            rules::stands(&held.rule())?;
            if held.is_hidden() {
                return Err(NoClub::Hidden.into());
            }
            rules::notice(now, &store::lately(c, station.id, id)?)?;
            let (notice, due_at) = (h.new_id(), awake(now, &station.zone));
            store::insert_notice(c, station.id, (id, notice), &words, (now, due_at))?;
            if due_at <= now {
                told(c, &h, &station, &held, (notice, &words, now))?;
            }
            record(c, &station, (now, actor.by()), "club.told", id)?;
            Ok(notice)
        })
    };
    house.db.write(work).await
}

fn told(
    c: &mut Conn,
    house: &House,
    station: &Station,
    held: &Held,
    (id, words, now): (Id, &str, Timestamp),
) -> Result<(), Fault> {
    tell::people(c, house, station, &held.people(held.club.leader), (&held.club.name, News::Notice(words)))?;
    store::mark_told(c, station.id, id, now)
}

/// How many notices are told in one transaction.
const BATCH: i64 = 20;

/// Tells what has waited for the morning and forgets what is old. Returns when nothing is left.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    loop {
        let (h, now) = (house.clone(), house.now());
        let work = move |c: &mut Conn| {
            let due = store::due(c, now, BATCH)?;
            due.iter().try_for_each(|(station, club, id)| morning(c, &h, (*station, *club, *id), now))?;
            Ok::<_, Fault>(due.len() + store::forget_old(c, now, BATCH)?)
        };
        if house.db.write(work).await? == 0 {
            return Ok(());
        }
    }
}

/// What was hidden or closed in the night is not told any more.
fn morning(
    c: &mut Conn,
    house: &House,
    (station, club, id): (StationId, ClubId, Id),
    now: Timestamp,
) -> Result<(), Fault> {
    let station = stations::by_id(c, station)?;
    let held = held(c, &station, club)?;
    let all = store::notices_of(c, station.id, club)?;
    let Some(notice) = all.iter().find(|n| n.id == id && n.told_at.is_none()) else { return Ok(()) };
    if held.is_hidden() {
        return store::mark_told(c, station.id, id, now);
    }
    told(c, house, &station, &held, (id, &notice.words, now))?;
    record(c, &station, (now, By::Program), "club.told", club)
}
