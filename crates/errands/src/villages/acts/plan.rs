//! A day in villages is planned, or called off.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use super::offer::offer;
use super::tell::{self, Told};
use crate::acts::Actor;
use crate::answers;
use crate::rules::MatterId;
use crate::store as errands;
use crate::village_days::rules::{DayState, NoVisit, NotAPlan, Plan, VisitState};
use crate::village_days::store::{self, KeptDay};
use crate::village_days::{VillageDayId, no_news, record};

/// Plans a day; everybody reads it from then on, and whoever waits in the hall and lives there is asked.
pub async fn plan(
    house: &House,
    station: &Arc<Station>,
    plan: Plan,
    (staff, once): (StaffId, Option<Once>),
) -> Result<VillageDayId, Not<NotAPlan>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, (&plan, staff), now))
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (plan, staff): (&Plan, StaffId),
    now: Timestamp,
) -> Result<VillageDayId, Not<NotAPlan>> {
    errands::official(c, station.id, plan.official)?;
    let villages: Vec<i64> = stations::villages(c, &station.division)?.iter().map(|d| d.code).collect();
    let matters = errands::matters(c, station.id)?;
    let doable: Vec<MatterId> = matters.iter().filter(|m| m.draft.ways.village).map(|m| m.id).collect();
    // No route is looked for on a day that is over: PostgreSQL has no date for some that can be typed.
    let busy = plan.until > now && store::of_official(c, station.id, plan.official, plan.on)?.is_some();
    let day = plan.clone().judged(answers::wall(station, now), now, (&villages, &doable), busy)?;
    let kept = KeptDay { id: VillageDayId(house.new_id()), day };
    match store::insert_day(c, station.id, kept.id, &kept.day, (now, Some(staff))) {
        // Somebody else has planned it at the same moment.
        Err(Fault::AlreadyThere(_)) => return Err(NotAPlan::Busy.into()),
        kept => kept?,
    }
    let data = json!({ "official": kept.day.official, "on": kept.day.on });
    event::record(c, station.id, now, Actor::Staff(staff).by(), "village-day.planned", &kept.id.to_string(), &data)?;
    offer(c, house, station, &kept, now)?;
    Ok(kept.id)
}

/// Calls a day off: whoever has a place is told why. Twice is once.
pub async fn call_off(
    house: &House,
    station: &Arc<Station>,
    (id, reason): (VillageDayId, String),
    staff: StaffId,
) -> Result<(), Not<NoVisit>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let mut held = store::hold(c, station.id, id)?;
        match held.day.state {
            DayState::CalledOff => return Ok(()),
            DayState::Entered => return Err(NoVisit::Over.into()),
            DayState::Planned => {}
        }
        let by = Actor::Staff(staff).by();
        let visits = store::of_day(c, station.id, id)?;
        if visits.iter().any(|v| matches!(v.state, VisitState::Done | VisitState::NotMet)) {
            return Err(NoVisit::Over.into());
        }
        held.day.reason.clone_from(&reason);
        held.day.state = DayState::CalledOff;
        for visit in visits.iter().filter(|v| matches!(v.state, VisitState::Offered | VisitState::Accepted)) {
            no_news(c, &station, visit.id)?;
            if visit.state == VisitState::Accepted {
                held.day.used -= held.day.takes(visit.takes);
                tell::tell(c, &h, &station, (&held.day, visit), Told::CalledOff, now)?;
            }
            store::set_visit(c, station.id, visit.id, (VisitState::CalledOff, None))?;
            record(c, &station, (now, by), (VisitState::CalledOff, visit.id, id))?;
        }
        store::set_day(c, station.id, id, &held.day)?;
        event::record(c, station.id, now, by, "village-day.called-off", &id.to_string(), &json!({}))?;
        Ok::<_, Not<NoVisit>>(())
    };
    house.db.write(work).await
}
