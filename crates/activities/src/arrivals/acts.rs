//! Taps arrive, somebody says how it was, and what came of a time is written down.
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::{db::types::StationId, fact};
use serde::Serialize;
use serde_json::json;
use stations::Station;

use super::TapId;
use super::answers::added_up;
use super::planned;
use super::rules::{AFTER, How, MOST_AT_ONCE, Mood, NoArrival, Tap, belongs};
use super::store::{self, Attendance};
use crate::OccurrenceId;
use crate::rules::State as Takes;
use crate::signups::SignupId;
use crate::signups::rules::State;
use crate::signups::store as signups;
use crate::store as core;

/// What became of one tap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TapOutcome)]
pub enum Kept {
    /// It counts.
    Kept,
    /// It was there already.
    Again,
    /// It belongs to another time, or to nobody who has a place: it will not be taken however often it is sent.
    Refused,
}

/// Takes taps that a device has kept. Each is taken by itself: one that makes no sense holds up no other, and one that is sent again
/// does nothing.
pub async fn replay(
    house: &House,
    station: &Arc<Station>,
    (id, taps): (OccurrenceId, Vec<Tap>),
    by: By,
) -> Result<Vec<(TapId, Kept)>, Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        core::hold_occurrence(c, station.id, id)?;
        let mut all = vec![];
        for tap in &taps {
            let kept = match take(c, &station, (id, tap), now) {
                Ok(true) => Kept::Kept,
                Ok(false) => Kept::Again,
                Err(Not::Refused(_)) => Kept::Refused,
                Err(Not::Fault(fault)) => return Err(fault),
            };
            all.push((tap.id, kept));
        }
        if all.iter().any(|(_, kept)| *kept == Kept::Kept) {
            added(c, &station, id, (now, by))?;
        }
        Ok(all)
    };
    house.db.write(work).await
}

/// One tap, which is refused aloud.
pub async fn arrive(
    house: &House,
    station: &Arc<Station>,
    (id, tap): (OccurrenceId, Tap),
    by: By,
) -> Result<(), Not<NoArrival>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        core::hold_occurrence(c, station.id, id)?;
        if take(c, &station, (id, &tap), now)? {
            added(c, &station, id, (now, by))?;
        }
        Ok::<_, Not<NoArrival>>(())
    };
    house.db.write(work).await
}

/// Keeps a tap that belongs to a time, which is held. Whether it is new.
fn take(
    c: &mut Conn,
    station: &Station,
    (id, tap): (OccurrenceId, &Tap),
    now: Timestamp,
) -> Result<bool, Not<NoArrival>> {
    let occurrence = core::occurrence(c, station.id, id)?;
    let span = (occurrence.starts_at, occurrence.ends_at);
    let most = match tap.signup {
        None => MOST_AT_ONCE,
        Some(signup) => {
            let signup = match signups::by_id(c, station.id, signup) {
                Err(Fault::NotFound) => return Err(NoArrival::NotTheirs.into()),
                found => found?,
            };
            let state = signup.state_at(now);
            match () {
                () if signup.occurrence != id => return Err(NoArrival::NotTheirs.into()),
                () if state != State::In => return Err(NoArrival::NoPlace(state).into()),
                () => signup.seats,
            }
        }
    };
    let least = if tap.signup.is_some() { 0 } else { -MOST_AT_ONCE };
    match () {
        () if occurrence.state == Takes::CalledOff => Err(NoArrival::CalledOff.into()),
        () if !belongs(tap.at, span, now) => Err(NoArrival::NotNow.into()),
        () if !(least..=most).contains(&tap.people) => Err(NoArrival::NotTheirs.into()),
        () => Ok(store::keep(c, (station.id, id), tap, now)?),
    }
}

/// What the taps add up to now is written where it is read.
fn added(c: &mut Conn, station: &Station, id: OccurrenceId, (now, by): (Timestamp, By)) -> Result<(), Fault> {
    let sum = added_up(c, station.id, id)?;
    for (signup, people) in &sum.came {
        signups::set_came(c, station.id, *signup, *people)?;
    }
    if store::attendance(c, station.id, id)?.is_some() {
        count(c, station.id, id, now)?;
    }
    planned::again(c, station, id)?;
    let came: i32 = sum.came.values().map(|n| i32::from(*n)).sum();
    let data = json!({ "came": came, "walked_in": sum.walked_in });
    event::record(c, station.id, now, by, "activity.arrivals", &id.to_string(), &data).map(|_| ())
}

/// "I am here", by whoever has a signup, at the door.
pub async fn say_here(house: &House, station: &Arc<Station>, id: SignupId) -> Result<(), Not<NoArrival>> {
    let at = station.id;
    let signup = house.db.read(move |c| signups::by_id(c, at, id)).await?;
    let now = house.now();
    let tap = Tap { id: TapId(house.new_id()), signup: Some(id), people: signup.seats, how: How::Themselves, at: now };
    if signup.came > 0 {
        return Ok(());
    }
    arrive(house, station, (signup.occurrence, tap), By::Resident).await
}

/// Says how it was: once, by somebody who was there, after it. Only the counter knows.
pub async fn say_mood(
    house: &House,
    station: &Arc<Station>,
    (id, mood): (SignupId, Mood),
) -> Result<(), Not<NoArrival>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let of = signups::by_id(c, station.id, id)?.occurrence;
        let occurrence = core::hold_occurrence(c, station.id, of)?;
        let signup = signups::by_id(c, station.id, id)?;
        if now < occurrence.ends_at {
            return Err(NoArrival::NotNow.into());
        }
        if signup.came == 0 || !signups::set_mood_said(c, station.id, id)? {
            return Err(NoArrival::NotAsked.into());
        }
        store::add_mood(c, (station.id, occurrence.id), mood)?;
        Ok::<_, Not<NoArrival>>(())
    };
    house.db.write(work).await
}

/// So many times are counted in one round; what ended longer ago was counted, or was before there were counts.
const AT_ONCE: i64 = 100;
const LOOKED_BACK: SignedDuration = SignedDuration::from_hours(24 * 14);

/// The periodic work: once a time has ended, what was planned is noted; a day later what came of it is written down. Both may be
/// counted by others.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    let span = (now - LOOKED_BACK, now - AFTER);
    let mut all = Ok(());
    for (station, id) in house.db.read(move |c| store::uncounted(c, span, AT_ONCE)).await? {
        // One that is broken does not stop the others.
        all = all.and(house.db.write(move |c| close(c, station, id, now)).await);
    }
    all.and(planned::jobs(house).await)
}

fn close(c: &mut Conn, station: StationId, id: OccurrenceId, now: Timestamp) -> Result<(), Fault> {
    let occurrence = core::hold_occurrence(c, station, id)?;
    if store::attendance(c, station, id)?.is_some() {
        return Ok(());
    }
    let of = count(c, station, id, now)?;
    let data = json!({ "seats": of.seats, "came": of.came, "walked_in": of.walked_in });
    fact::record(c, station, id.0, "activity.held", (occurrence.on, occurrence.starts_at), &data)
}

fn count(c: &mut Conn, station: StationId, id: OccurrenceId, now: Timestamp) -> Result<Attendance, Fault> {
    let (seats, came) = signups::to_count(c, station, id)?;
    let number = |n: i64| i32::try_from(n).unwrap_or(i32::MAX);
    let walked_in = added_up(c, station, id)?.walked_in;
    let of = Attendance { seats: number(seats), came: number(came), walked_in };
    store::set_attendance(c, (station, id), of, now)?;
    Ok(of)
}

pub const CHECKS: &[Check] = &[
    Check { name: "whoever was there was tapped at the door", run: tapped },
    Check { name: "no more were there than have a place", run: places },
];

fn tapped(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT s.station_id, 'number ' || s.place || ' of a list was there, and nobody tapped it' AS said FROM signups s \
         WHERE s.came > 0 AND NOT EXISTS (SELECT 1 FROM arrival_taps t WHERE t.station_id = s.station_id AND t.signup_id = s.id \
         AND t.people = s.came)",
    )
}

fn places(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT a.station_id, 'a time counts ' || a.came || ' of ' || a.seats || ' who have a place' AS said FROM attendances a \
         WHERE a.came > a.seats OR a.walked_in < 0",
    )
}
