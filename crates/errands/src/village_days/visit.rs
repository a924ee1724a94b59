//! What all changes of a visit share.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use serde_json::json;
use stations::Station;

use crate::reach::{self, About};
use crate::village_days::rules::{Takes, VisitState};
use crate::village_days::store::{self, KeptDay};
use crate::village_days::{VillageDayId, VillageVisitId};

/// Promises a visit's minutes of the day, or gives them back. The day is held.
pub fn promise(
    c: &mut Conn,
    station: &Station,
    kept: &mut KeptDay,
    (takes, promised): (Takes, bool),
) -> Result<(), Fault> {
    let minutes = kept.day.takes(takes);
    kept.day.used += if promised { minutes } else { -minutes };
    store::set_day(c, station.id, kept.id, &kept.day)
}

/// What a clerk was to tell them of how it stood before is not true any more.
pub fn no_news(c: &mut Conn, station: &Station, id: VillageVisitId) -> Result<(), Fault> {
    reach::forget_about(c, station.id, About::Visit(id.0))
}

pub fn record(
    c: &mut Conn,
    station: &Station,
    (now, by): (Timestamp, By),
    (state, id, day): (VisitState, VillageVisitId, VillageDayId),
) -> Result<(), Fault> {
    let kind = format!("village-visit.{}", state.name());
    event::record(c, station.id, now, by, &kind, &id.to_string(), &json!({ "day": day })).map(|_| ())
}
