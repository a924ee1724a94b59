//! How a visit is written with its step: the row, the log, the fact when it is closed, and the event as the last thing.
use almanac::workdays;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use people::{PersonId, StaffId};
use serde::{Deserialize, Serialize};
use serde_json::json;
use stations::Station;

use crate::acts::day_of;
use crate::answers::wall;
use crate::deputies::answers::WORDS;
use crate::deputies::rules::{State, Step, Visit};
use crate::deputies::store::{self, Kept, Made};
use crate::deputies::{DayId, VisitId};

/// How a visit stands after a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    pub id: VisitId,
    pub steps: i32,
}

/// The next step of a visit, in its log.
pub(super) fn made(
    house: &House,
    kept: &Kept,
    (step, by): (Step, Option<StaffId>),
    words: Option<&String>,
    now: Timestamp,
) -> Made {
    let routes = matches!(step, Step::Routed | Step::NotSettled);
    Made {
        number: kept.steps,
        step,
        at: now,
        by,
        office: kept.visit.office.filter(|_| routes),
        reply_by: kept.visit.reply_by.filter(|_| routes),
        words_sealed: words.map(|w| house.keys.seal(WORDS, w, &house.chance)),
    }
}

pub(super) fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (kept, step, by): (&mut Kept, Step, Option<StaffId>),
    words: Option<&String>,
    now: Timestamp,
) -> Result<(), Fault> {
    kept.steps += 1;
    let ends = matches!(step, Step::Closed | Step::Settled);
    kept.over_at = match (kept.visit.state.is_over(), kept.over_at) {
        (true, since) => since.filter(|_| !ends).or(Some(now)),
        (false, _) => None,
    };
    store::add_step(c, station.id, kept.id, &made(house, kept, (step, by), words, now))?;
    store::set(c, station.id, kept)?;
    if ends {
        count(c, house, station, kept, now)?;
    }
    record(c, station, (now, by), step, kept.id)
}

fn count(c: &mut Conn, house: &House, station: &Station, kept: &Kept, now: Timestamp) -> Result<(), Fault> {
    let (made, today) = (wall(station, kept.made_at).date(), day_of(station, now));
    let data = json!({
        "category": kept.category,
        "office": kept.visit.office,
        "reopened": kept.visit.reopened,
        "late": kept.visit.reply_by.is_some_and(|day| today > day),
        "working_days": workdays::between(made, today, &stations::calendar(house)).days,
    });
    fact::record(c, station.id, house.new_id(), "reception-closed", (today, now), &data)
}

/// What residents and time do has no staff: residents have two steps of their own.
pub(super) fn record(
    c: &mut Conn,
    station: &Station,
    (now, by): (Timestamp, Option<StaffId>),
    step: Step,
    id: VisitId,
) -> Result<(), Fault> {
    let by = match (by, step) {
        (Some(staff), _) => By::Staff(staff.0),
        (None, Step::Taken | Step::GivenBack) => By::Resident,
        (None, _) => By::Program,
    };
    let kind = format!("reception.{}", step.name());
    event::record(c, station.id, now, by, &kind, &id.to_string(), &json!({})).map(|_| ())
}

/// A visit as it is when it begins: without a slot, and before anything was said.
pub(super) fn begins(
    house: &House,
    day: DayId,
    (person, name_sealed): (Option<PersonId>, Option<Vec<u8>>),
    (state, lapses_at): (State, Timestamp),
    now: Timestamp,
) -> Kept {
    Kept {
        id: VisitId(house.new_id()),
        day,
        slot_at: None,
        person,
        name_sealed,
        what_sealed: None,
        category: None,
        visit: Visit { state, office: None, reply_by: None, reopened: false, lapses_at },
        provisional: false,
        made_at: now,
        over_at: None,
        steps: 1,
        forgotten: false,
    }
}
