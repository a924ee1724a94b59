//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use jiff::tz::TimeZone;
use kernel::form::Problems;
use people::{Name, Phone};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts::{Guest, NewVisit};
use crate::acts::Actor;
use crate::desk::asked::instant;
use crate::rules::{MatterId, OfficialId};
use crate::village_days::rules::{Ask, Met, Next, Plan, TRAVEL};
use crate::village_days::{VillageDayId, VillageVisitId};

/// A day in villages.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVillageDay {
    #[schema(minimum = 1)]
    pub official: OfficialId,
    /// Without an offset it is the station's time.
    #[schema(format = DateTime, max_length = 40, example = "2026-06-26T09:00")]
    pub from: String,
    /// On the same day.
    #[schema(format = DateTime, max_length = 40, example = "2026-06-26T12:00")]
    pub until: String,
    /// Codes of the township's villages, in the order of the route.
    #[schema(min_items = 1, max_items = 8)]
    pub villages: Vec<i64>,
    /// What can be done there: matters that are done in villages.
    #[schema(min_items = 1, max_items = 60)]
    pub matters: Vec<MatterId>,
    /// Minutes on the road to each village, and to each home.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 120, default = 20)]
    pub travel: Option<i16>,
}

impl NewVillageDay {
    pub fn checked(&self, zone: &TimeZone) -> Result<Plan, Problems> {
        let mut problems = Problems::default();
        let mut read = |field, typed: &str| {
            let at = instant(typed, zone);
            if at.is_none() {
                problems.add(field, "errands-desk-not-a-time");
            }
            at
        };
        let (from, until) = (read("from", &self.from), read("until", &self.until));
        if self.villages.len() > 60 || self.matters.len() > 60 {
            problems.add("villages", "village-plan-choose");
        }
        let plan = from.zip(until).map(|(from, until)| {
            let on = stations::wall(from, zone).date();
            if stations::wall(until, zone).date() != on {
                problems.add("until", "village-plan-backwards");
            }
            let travel = self.travel.unwrap_or(TRAVEL);
            let (villages, matters) = (self.villages.clone(), self.matters.clone());
            Plan { official: self.official, on, from, until, villages, matters, travel }
        });
        problems.or_else_all(plan)
    }
}

/// "Come to me too."
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVillageVisit {
    /// The division code of the village.
    pub village: i64,
    pub matter: MatterId,
    /// They cannot walk: the official comes home. Otherwise they come to the village's office.
    #[serde(default)]
    pub at_home: bool,
    /// What to call them; a resident who is signed in may leave it out.
    #[serde(default)]
    #[schema(max_length = 30, example = "罗大爷")]
    pub name: Option<String>,
    #[serde(default)]
    #[schema(max_length = 40, example = "13800000000")]
    pub phone: Option<String>,
    /// The number may stand on the official's route sheet.
    #[serde(default)]
    pub phone_on_sheet: bool,
}

impl NewVillageVisit {
    pub fn checked(&self, day: VillageDayId, by: Actor) -> Result<NewVisit, Problems> {
        let mut problems = Problems::default();
        let name = name(&mut problems, "name", self.name.as_deref());
        if name.is_none() && problems.none() && !matches!(by, Actor::Person(_)) {
            problems.add("name", "people-name-empty");
        }
        let phone = phone(&mut problems, self.phone.as_deref());
        let ask = Ask { village: self.village, matter: self.matter, at_home: self.at_home };
        let guest = Guest { by, name, phone, phone_told: self.phone_on_sheet };
        problems.or_else_all(Some(NewVisit { day, ask, guest }))
    }
}

fn typed(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|t| !t.is_empty())
}

/// A name, if one was typed.
pub fn name(problems: &mut Problems, field: &'static str, text: Option<&str>) -> Option<Name> {
    let read: Result<Name, _> = typed(text)?.parse();
    read.map_err(|p| problems.add(field, p.key())).ok()
}

/// A number, if one was typed.
pub fn phone(problems: &mut Problems, text: Option<&str>) -> Option<Phone> {
    let read: Result<Phone, _> = typed(text)?.parse();
    read.map_err(|p| problems.add("phone", p.key())).ok()
}

/// What came of one visit.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitOutcome {
    #[schema(value_type = String, format = Uuid)]
    pub visit: VillageVisitId,
    pub done: bool,
    /// What is next for whoever was not met; of `done` it is not read.
    #[serde(default)]
    pub next: Option<Next>,
}

impl VisitOutcome {
    /// Nobody is left without a next step: the hall, if nothing was said.
    pub fn met(self) -> (VillageVisitId, Met) {
        let met = if self.done { Met::Done } else { Met::Not(self.next.unwrap_or(Next::Hall)) };
        (self.visit, met)
    }
}
