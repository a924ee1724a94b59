//! Who stands where: written, changed, taken away, handed over, copied from the week before.
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use crate::answers::{instant, wall};
use crate::duty::ShiftId;
use crate::duty::answers::{VOLUNTEER, monday};
use crate::duty::rules::{self, Refusal, Shift};
use crate::duty::store::{self, KeptShift};

/// Who is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    Staff(StaffId),
    /// Somebody who does not work here, by name.
    Volunteer(String),
}

/// A stretch of a day at a post, in the station's wall time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub post: i32,
    pub from: DateTime,
    pub until: DateTime,
    pub whom: Whom,
}

/// Somebody of the staff, or the sealed name of somebody else.
type Stands = (Option<StaffId>, Option<Vec<u8>>);

fn whose(c: &mut Conn, house: &House, station: &Station, whom: &Whom) -> Result<Stands, Not<Refusal>> {
    match whom {
        Whom::Staff(id) if people::staff_of(c, station.id)?.iter().any(|s| s.id == *id) => Ok((Some(*id), None)),
        Whom::Staff(_) => Err(Refusal::NobodyHere.into()),
        Whom::Volunteer(name) => Ok((None, Some(house.keys.seal(VOLUNTEER, name, &house.chance)))),
    }
}

/// Shifts that begin or end on `day` or beside it: all with whom a shift of that day could collide.
fn around(c: &mut Conn, station: &Station, day: Date) -> Result<Vec<Shift>, Fault> {
    let days = (day.saturating_sub(1.day()), day.saturating_add(2.days()));
    Ok(store::of_days(c, station.id, days.0, days.1)?.into_iter().map(|k| k.shift).collect())
}

fn wanted(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, standing): (ShiftId, &Standing),
    now: Timestamp,
) -> Result<KeptShift, Not<Refusal>> {
    let (staff, name_sealed) = whose(c, house, station, &standing.whom)?;
    let (from, until) = (instant(station, standing.from)?, instant(station, standing.until)?);
    let shift = Shift { id, post: standing.post, staff, from, until };
    let day = standing.from.date();
    rules::fits(now, &shift, &around(c, station, day)?)?;
    Ok(KeptShift { shift, day, name_sealed })
}

fn post_is_there(c: &mut Conn, station: &Station, post: i32) -> Result<(), Not<Refusal>> {
    match store::post(c, station.id, post) {
        Err(Fault::NotFound) => Err(Refusal::NoPost.into()),
        found => Ok(found.map(|_| ())?),
    }
}

fn record(
    c: &mut Conn,
    station: &Station,
    (now, staff): (Timestamp, StaffId),
    (kind, id): (&str, ShiftId),
    post: i32,
) -> Result<(), Fault> {
    let data = json!({ "post": post });
    event::record(c, station.id, now, By::Staff(staff.0), kind, &id.to_string(), &data).map(|_| ())
}

/// Writes down that somebody stands there.
pub async fn stand(
    house: &House,
    station: &Arc<Station>,
    standing: Standing,
    (staff, once): (StaffId, Option<Once>),
) -> Result<ShiftId, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            store::hold_post(c, station.id)?;
            post_is_there(c, &station, standing.post)?;
            let kept = wanted(c, &h, &station, (ShiftId(h.new_id()), &standing), now)?;
            store::add_shift(c, station.id, &kept, Some(staff.0))?;
            record(c, &station, (now, staff), ("duty.shift-added", kept.shift.id), standing.post)?;
            Ok::<_, Not<Refusal>>(kept.shift.id)
        })
    };
    house.db.write(work).await
}

/// Writes a shift anew; its post stays.
pub async fn write(
    house: &House,
    station: &Arc<Station>,
    (id, standing): (ShiftId, Standing),
    staff: StaffId,
) -> Result<(), Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        store::hold_post(c, station.id)?;
        let old = store::shift(c, station.id, id)?;
        rules::is_over(now, &old.shift)?;
        let standing = Standing { post: old.shift.post, ..standing.clone() };
        let kept = wanted(c, &h, &station, (id, &standing), now)?;
        store::set_shift(c, station.id, &kept, Some(staff.0))?;
        record(c, &station, (now, staff), ("duty.shift-changed", id), old.shift.post)?;
        Ok::<_, Not<Refusal>>(())
    };
    house.db.write(work).await
}

/// Takes a shift away. One that has begun ends now: what was stays.
pub async fn remove(house: &House, station: &Arc<Station>, id: ShiftId, staff: StaffId) -> Result<(), Not<Refusal>> {
    let (station, now) = (station.clone(), to_the_minute(house.now()));
    let work = move |c: &mut Conn| {
        store::hold_post(c, station.id)?;
        let old = match store::shift(c, station.id, id) {
            // Pressed twice is pressed once.
            Err(Fault::NotFound) => return Ok(()),
            found => found?,
        };
        rules::is_over(now, &old.shift)?;
        take_away(c, &station, &old, (now, staff))?;
        Ok::<_, Not<Refusal>>(())
    };
    house.db.write(work).await
}

/// Takes away what of a shift is still to come.
pub(super) fn take_away(
    c: &mut Conn,
    station: &Station,
    old: &KeptShift,
    (now, staff): (Timestamp, StaffId),
) -> Result<(), Fault> {
    if old.shift.from < now {
        let ended = KeptShift { shift: Shift { until: now, ..old.shift }, ..old.clone() };
        store::set_shift(c, station.id, &ended, Some(staff.0))?;
    } else {
        store::remove_shift(c, station.id, old.shift.id)?;
    }
    record(c, station, (now, staff), ("duty.shift-removed", old.shift.id), old.shift.post)
}

/// Shifts are of whole minutes.
pub(super) fn to_the_minute(now: Timestamp) -> Timestamp {
    Timestamp::from_second(now.as_second() - now.as_second().rem_euclid(60)).unwrap_or(now)
}

/// Whoever stands there goes, and somebody else stands there until the end of the shift.
pub async fn hand_over(
    house: &House,
    station: &Arc<Station>,
    (id, whom): (ShiftId, Whom),
    (staff, once): (StaffId, Option<Once>),
) -> Result<ShiftId, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), to_the_minute(house.now()));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            store::hold_post(c, station.id)?;
            let old = store::shift(c, station.id, id)?;
            let (to, name_sealed) = whose(c, &h, &station, &whom)?;
            let (was, rest) = rules::hand_over(now, &old.shift, to)?;
            let new = Shift { id: ShiftId(h.new_id()), staff: to, from: rest.0, until: rest.1, ..old.shift };
            rules::fits(now, &new, &around(c, &station, old.day)?)?;
            match was {
                Some((from, until)) => {
                    let ended = KeptShift { shift: Shift { from, until, ..old.shift }, ..old.clone() };
                    store::set_shift(c, station.id, &ended, Some(staff.0))?;
                }
                None => store::remove_shift(c, station.id, id)?,
            }
            store::add_shift(c, station.id, &KeptShift { shift: new, day: old.day, name_sealed }, Some(staff.0))?;
            record(c, &station, (now, staff), ("duty.handed-over", new.id), new.post)?;
            Ok::<_, Not<Refusal>>(new.id)
        })
    };
    house.db.write(work).await
}

/// Writes last week's shifts of a post once more for the week of `on`. Pressed twice it adds nothing. Returns how many were
/// written.
pub async fn copy_week(
    house: &House,
    station: &Arc<Station>,
    (post, on): (i32, Date),
    staff: StaffId,
) -> Result<usize, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        store::hold_post(c, station.id)?;
        post_is_there(c, &station, post)?;
        let monday = monday(on);
        let last = store::of_days(c, station.id, monday.saturating_sub(7.days()), monday)?;
        let there = store::of_days(c, station.id, monday.saturating_sub(1.day()), monday.saturating_add(8.days()))?;
        let there: Vec<Shift> = there.iter().map(|k| k.shift).collect();
        let works_here = people::staff_of(c, station.id)?;
        let mut moved = vec![];
        for old in last.iter().filter(|k| k.shift.post == post) {
            // Whoever has left stands nowhere any more.
            if old.shift.staff.is_none_or(|id| works_here.iter().any(|s| s.id == id)) {
                moved.push(a_week_later(&station, old, ShiftId(h.new_id()))?);
            }
        }
        let plain: Vec<Shift> = moved.iter().map(|k| k.shift).collect();
        let new = rules::again(now, &plain, &there);
        for kept in moved.iter().filter(|k| new.contains(&k.shift)) {
            store::add_shift(c, station.id, kept, Some(staff.0))?;
        }
        if !new.is_empty() {
            let data = json!({ "shifts": new.len() });
            event::record(c, station.id, now, By::Staff(staff.0), "duty.week-copied", &post.to_string(), &data)?;
        }
        Ok::<_, Not<Refusal>>(new.len())
    };
    house.db.write(work).await
}

/// The same wall times seven days on.
fn a_week_later(station: &Station, old: &KeptShift, id: ShiftId) -> Result<KeptShift, Fault> {
    let later = |at: Timestamp| instant(station, wall(station, at).saturating_add(7.days()));
    let shift = Shift { id, from: later(old.shift.from)?, until: later(old.shift.until)?, ..old.shift };
    Ok(KeptShift { shift, day: old.day.saturating_add(7.days()), name_sealed: old.name_sealed.clone() })
}
