//! A day is announced, or called off.
use std::sync::Arc;

use jiff::civil::DateTime;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use super::keep::keep;
use super::tell;
use crate::acts::day_of;
use crate::answers::instant;
use crate::deputies::DayId;
use crate::deputies::rules::{self, Day, Refusal, State, Step, Visit};
use crate::deputies::store::{self, KeptDay};
use crate::rules::Name;

/// A day to be announced, in the station's wall time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDay {
    pub deputy: i32,
    pub from: DateTime,
    pub until: DateTime,
    pub minutes: i16,
    pub place: Name,
}

/// Announces a day: at least three days ahead, or it is refused with the earliest day.
pub async fn announce(
    house: &House,
    station: &Arc<Station>,
    new: NewDay,
    (staff, once): (StaffId, Option<Once>),
) -> Result<DayId, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            store::hold_deputies(c, station.id)?;
            if !store::deputies(c, station.id)?.iter().any(|d| d.id == new.deputy) {
                return Err(Refusal::NoDeputy.into());
            }
            let (from, until) = (instant(&station, new.from)?, instant(&station, new.until)?);
            let day = Day { on: new.from.date(), from, until, minutes: new.minutes, called_off: false };
            let others = store::of_deputy(c, station.id, new.deputy, day.on)?;
            rules::announce(day_of(&station, now), &day, &others)?;
            let kept = KeptDay {
                id: DayId(h.new_id()),
                deputy: new.deputy,
                day,
                place: new.place.clone(),
                reason: String::new(),
            };
            store::add_day(c, station.id, &kept, now)?;
            let data = json!({ "deputy": new.deputy });
            event::record(c, station.id, now, By::Staff(staff.0), "reception.announced", &kept.id.to_string(), &data)?;
            Ok::<_, Not<Refusal>>(kept.id)
        })
    };
    house.db.write(work).await
}

/// Calls a day off: whoever has a slot is told why. Returns how many had one. Called off twice is called off once.
pub async fn call_off(
    house: &House,
    station: &Arc<Station>,
    (id, reason): (DayId, String),
    staff: StaffId,
) -> Result<usize, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        store::hold_day(c, station.id, id)?;
        let day = store::day(c, station.id, id)?;
        if day.day.called_off {
            return Ok(0);
        }
        if day.day.until <= now {
            return Err(Refusal::SlotOver.into());
        }
        store::call_off(c, station.id, id, &reason, now)?;
        let mut hit = 0;
        for visit in store::of_day(c, station.id, id)? {
            // Somebody may be giving it back, or being received, at this moment.
            store::hold(c, station.id, visit.id)?;
            let mut kept = store::by_id(c, station.id, visit.id)?;
            if kept.visit.state != State::Booked {
                continue;
            }
            kept.visit = Visit { state: State::Cancelled, ..kept.visit };
            tell::called_off(c, &h, &station, (&day, &kept), &reason)?;
            keep(c, &h, &station, (&mut kept, Step::CalledOff, Some(staff)), None, now)?;
            hit += 1;
        }
        let data = json!({ "slots": hit });
        event::record(c, station.id, now, By::Staff(staff.0), "reception.called-off", &id.to_string(), &data)?;
        Ok::<_, Not<Refusal>>(hit)
    };
    house.db.write(work).await
}

pub(super) fn deputy_name(c: &mut Conn, station: &Station, day: &KeptDay) -> Result<String, Fault> {
    Ok(store::deputy(c, station.id, day.deputy)?.name)
}
