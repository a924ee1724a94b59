//! What was planned and what became of it, as a fact that names nobody: written when a time is over, and anew when a tap arrives late.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use serde::Serialize;
use stations::Station;
use uuid::Builder;

use super::answers::added_up;
use super::rules::{announced_h, was_planned};
use super::store;
use crate::OccurrenceId;
use crate::rules::State;
use crate::signups::store as signups;
use crate::store::{self as core, Occurrence, Series};

const KIND: &str = "activity.planned";
/// So many times are looked up at once. Each is noted in a transaction of its own: others wait meanwhile.
const AT_ONCE: i64 = 50;
/// So long the program may have been off without a gap.
const LOOKED_BACK: SignedDuration = SignedDuration::from_hours(24 * 40);

/// One planned time, as it is counted.
#[derive(Serialize)]
struct Planned {
    /// Whole hours; nothing if it could not be read before it began.
    announced_h: Option<i64>,
    called_off: bool,
    /// Nothing if nobody counted.
    came: Option<u32>,
}

/// Notes what is over: of every kind of activity, also what was called off.
///
/// # Errors
/// What broke first; the times after it are noted all the same, and it is tried again the next time.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    let (mut after, mut all) = (None, Ok(()));
    loop {
        let over = house.db.read(move |c| store::unnoted(c, (now - LOOKED_BACK, now), after, AT_ONCE)).await?;
        let Some(last) = over.last() else { return all };
        after = Some(*last);
        for (station, id, _) in over {
            let h = house.clone();
            // One that is broken does not stop the others.
            all = all.and(house.db.write(move |c: &mut Conn| note(c, &h, (station, id), now)).await);
        }
    }
}

fn note(c: &mut Conn, house: &House, (station, id): (StationId, OccurrenceId), now: Timestamp) -> Result<(), Fault> {
    let one = core::hold_occurrence(c, station, id)?;
    // Another process was faster, or it has just been moved.
    if store::is_noted(c, station, id)? || one.ends_at > now {
        return Ok(());
    }
    let series = core::series(c, station, one.series)?;
    if was_planned(&one, fell(house, &series, &one)) {
        let station = stations::by_id(c, station)?;
        write(c, &station, &one)?;
    }
    store::set_noted(c, station, id, now)
}

/// Whether the rule of its series names it no more. A change of the rule gives no reason; an end does, but sets the last day.
fn fell(house: &House, series: &Series, one: &Occurrence) -> bool {
    let terms = &series.plan.terms;
    let ended = terms.ends_on.is_some_and(|last| one.on > last);
    let holiday = terms.skips_holidays && stations::calendar(house).holiday(one.on).is_some();
    one.reason.is_empty() || ended || holiday
}

/// A tap arrived: if its time, which is held, was noted, it is noted anew.
pub fn again(c: &mut Conn, station: &Station, id: OccurrenceId) -> Result<(), Fault> {
    if !store::is_noted(c, station.id, id)? {
        return Ok(());
    }
    let one = core::occurrence(c, station.id, id)?;
    // Nobody is tapped at what was called off.
    if !was_planned(&one, false) {
        return Ok(());
    }
    fact::take_back(c, station.id, fact_id(id))?;
    write(c, station, &one)
}

fn write(c: &mut Conn, station: &Station, one: &Occurrence) -> Result<(), Fault> {
    let called_off = one.state == State::CalledOff;
    let came = if called_off { None } else { came(c, station.id, one.id)? };
    let data = Planned { announced_h: announced_h(one), called_off, came };
    let on = stations::wall(one.starts_at, &station.zone).date();
    fact::record_once(c, station.id, fact_id(one.id), KIND, (on, one.starts_at), &data)
}

/// How many were there; nothing if nobody was tapped at all, for then nobody counted.
fn came(c: &mut Conn, station: StationId, id: OccurrenceId) -> Result<Option<u32>, Fault> {
    if store::taps(c, station, id)?.is_empty() {
        return Ok(None);
    }
    let (_, came) = signups::to_count(c, station, id)?;
    let all = came.saturating_add(i64::from(added_up(c, station, id)?.walked_in));
    Ok(Some(u32::try_from(all).unwrap_or(u32::MAX)))
}

/// The time's own number is the key of what was held; of version 8 (RFC 9562) it is the key of what was planned.
fn fact_id(id: OccurrenceId) -> Id {
    Id(Builder::from_custom_bytes(*id.0.0.as_bytes()).into_uuid())
}
