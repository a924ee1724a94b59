//! What came of the visits, typed in from the sheet.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use super::tell::{self, Told};
use crate::acts::Actor;
use crate::village_days::rules::{self, DayState, Met, NoVisit, VisitState};
use crate::village_days::store;
use crate::village_days::{VillageDayId, VillageVisitId, no_news, record};

/// Enters what came of each named visit of the day. Once all are, the day is done with; the same entered twice is once.
pub async fn enter(
    house: &House,
    station: &Arc<Station>,
    (id, all): (VillageDayId, Vec<(VillageVisitId, Met)>),
    staff: StaffId,
) -> Result<DayState, Not<NoVisit>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let by = Actor::Staff(staff).by();
        let mut held = store::hold(c, station.id, id)?;
        let mut visits = store::of_day(c, station.id, id)?;
        for (of, met) in &all {
            let visit = visits.iter_mut().find(|v| v.id == *of).ok_or(Fault::NotFound)?;
            let after = rules::meet(now, &held.day, visit.state, *met)?;
            if (after, met.next()) == (visit.state, visit.next) {
                continue;
            }
            store::set_visit(c, station.id, visit.id, (after, met.next()))?;
            no_news(c, &station, visit.id)?;
            record(c, &station, (now, by), (after, visit.id, id))?;
            if let Some(next) = met.next() {
                tell::tell(c, &h, &station, (&held.day, visit), Told::NotMet(next), now)?;
            }
            visit.state = after;
        }
        let open = visits.iter().any(|v| v.state == VisitState::Accepted);
        if !open && held.day.state == DayState::Planned && now >= held.day.from {
            held.day.state = DayState::Entered;
            store::set_day(c, station.id, id, &held.day)?;
            event::record(c, station.id, now, by, "village-day.entered", &id.to_string(), &json!({}))?;
            // It is counted on the day of the road, however late the sheet is typed in.
            fact::record(c, station.id, id.0, "village-day.held", (held.day.on, held.day.from), &json!({}))?;
        }
        Ok::<_, Not<NoVisit>>(held.day.state as i16)
    };
    let after = house.db.write(work).await?;
    DayState::of(after).ok_or_else(|| Fault::broken("a village day's state that there is not").into())
}
