//! What village days know of a resident: told to them, and forgotten.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};
use serde_json::{Value, json};

use crate::reach::{self, About};
use crate::village_days::rules::{DayState, VisitState};
use crate::village_days::store::{self, KeptVisit};
use crate::village_days::{hash, promise, record};
use crate::villages::answers;

pub fn holding() -> Holding {
    Holding { name: "village-visits", export, erase }
}

/// What they asked with their account, and what was asked with their number.
fn theirs(c: &mut Conn, house: &House, person: PersonId) -> Result<Vec<(StationId, KeptVisit)>, Fault> {
    let phone = people::phone_of(c, house, person)?.map(|phone| hash(house, &phone));
    store::all_theirs(c, person, phone.as_deref())
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let now = house.now();
    let mut all = vec![];
    for (at, visit) in theirs(c, house, person)? {
        let station = stations::by_id(c, at)?;
        let village = stations::division(c, visit.village)?.map(|d| d.name);
        let seen = answers::seen(c, house, &station, visit, now)?;
        all.push(json!({
            "station": station.name_zh,
            "day": seen.visit.on,
            "village": village,
            "for": seen.matter.map(|m| m.draft.name.zh),
            "at_home": seen.visit.takes.at_home,
            "name": seen.name,
            "state": seen.state,
        }));
    }
    Ok(json!(all))
}

/// A place that is still to come is given back. That somebody was met stays; who it was does not.
fn erase(c: &mut Conn, house: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    for (at, visit) in theirs(c, house, person)? {
        let station = stations::by_id(c, at)?;
        let mut held = store::hold(c, at, visit.day)?;
        // As it stands now that nobody else answers.
        let visit = store::visit(c, at, visit.id)?;
        let open = held.day.state == DayState::Planned && now < held.day.until;
        if open && matches!(visit.state, VisitState::Accepted | VisitState::Offered) {
            if visit.state == VisitState::Accepted {
                promise(c, &station, &mut held, (visit.takes, false))?;
            }
            store::set_visit(c, at, visit.id, (VisitState::Withdrawn, None))?;
            record(c, &station, (now, By::Resident), (VisitState::Withdrawn, visit.id, visit.day))?;
        }
        reach::forget_about(c, at, About::Visit(visit.id.0))?;
        store::forget(c, at, visit.id)?;
    }
    Ok(())
}
