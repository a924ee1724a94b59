//! What the API says of village days. Names are in the reader's language; strangers read none of residents.
use jiff::Timestamp;
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::public::api::shapes::written;
use crate::rules::{MatterId, OfficialId};
use crate::says::name;
use crate::village_days::rules::{DayState, Next, VisitState};
use crate::village_days::{VillageDayId, VillageVisitId, visit_path};
use crate::villages::answers::{Known, Route, Seen};
use crate::villages::says::day_path;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VillageOnRoute)]
pub struct VillageShape {
    /// The division code.
    pub code: i64,
    pub name: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MatterOnRoute)]
pub struct MatterShape {
    pub id: MatterId,
    pub slug: String,
    pub name: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VillageDay)]
pub struct DayShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: VillageDayId,
    pub official: OfficialId,
    pub official_name: String,
    #[schema(format = DateTime)]
    pub from: String,
    #[schema(format = DateTime)]
    pub until: String,
    /// In the order of the route.
    pub villages: Vec<VillageShape>,
    pub matters: Vec<MatterShape>,
    /// Minutes that nobody has been promised.
    pub minutes_left: i16,
    /// Whether somebody may still ask to be met.
    pub open: bool,
    pub state: DayState,
    pub page: String,
}

impl DayShape {
    pub fn of(v: &View, station: &Station, known: &Known, now: Timestamp) -> DayShape {
        let village = |(code, name): &(i64, String)| VillageShape { code: *code, name: name.clone() };
        let matter = |m: &crate::rules::Matter| MatterShape {
            id: m.id,
            slug: m.draft.slug.clone(),
            name: name(v, &m.draft.name).to_owned(),
        };
        DayShape {
            id: known.id,
            official: known.day.official,
            official_name: known.official.clone(),
            from: written(station, known.day.from),
            until: written(station, known.day.until),
            villages: known.villages.iter().map(village).collect(),
            matters: known.matters.iter().map(matter).collect(),
            minutes_left: known.day.minutes - known.day.used,
            open: known.takes_asks(now, false),
            state: known.day.state,
            page: day_path(station, known),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VillageDays)]
pub struct DaysShape {
    pub days: Vec<DayShape>,
}

/// A visit as whoever is met sees it: whoever has its id has it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VillageVisit)]
pub struct VisitShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: VillageVisitId,
    pub state: VisitState,
    pub village: VillageShape,
    pub matter: Option<String>,
    pub at_home: bool,
    /// What is next for whoever was not met.
    pub next: Option<Next>,
    pub day: DayShape,
    pub page: String,
}

impl VisitShape {
    pub fn of(v: &View, station: &Station, (known, seen): &(Known, Seen), now: Timestamp) -> VisitShape {
        let visit = &seen.visit;
        VisitShape {
            id: visit.id,
            state: seen.state,
            village: VillageShape { code: visit.village, name: known.village(visit.village).to_owned() },
            matter: seen.matter.as_ref().map(|m| m.draft.slug.clone()),
            at_home: visit.takes.at_home,
            next: visit.next,
            day: DayShape::of(v, station, known, now),
            page: visit_path(station, visit.id),
        }
    }
}

/// Somebody on the route sheet, as the desk sees them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VisitOnRoute)]
pub struct OnRouteShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: VillageVisitId,
    pub state: VisitState,
    pub village: i64,
    pub matter: MatterId,
    pub at_home: bool,
    pub name: Option<String>,
    /// Their number in the hall.
    pub number: Option<String>,
    pub phone: Option<String>,
    pub next: Option<Next>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VillageRoute)]
pub struct RouteShape {
    pub day: DayShape,
    pub visits: Vec<OnRouteShape>,
}

impl RouteShape {
    pub fn of(v: &View, station: &Station, route: &Route, now: Timestamp) -> RouteShape {
        let visit = |s: &Seen| OnRouteShape {
            id: s.visit.id,
            state: s.state,
            village: s.visit.village,
            matter: s.visit.matter,
            at_home: s.visit.takes.at_home,
            name: s.name.clone(),
            number: s.number.map(|n| n.to_string()),
            phone: s.phone.as_ref().map(|p| p.full().to_owned()),
            next: s.visit.next,
        };
        let day = DayShape::of(v, station, &route.known, now);
        RouteShape { day, visits: route.visits.iter().map(visit).collect() }
    }
}
