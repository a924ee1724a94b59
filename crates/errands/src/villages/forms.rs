//! The fields of the pages' forms, as they were typed.
use std::collections::BTreeMap;

use kernel::form::Problems;
use serde::Deserialize;

use super::asked::{NewVillageDay, NewVillageVisit, VisitOutcome};
use crate::village_days::rules::{MOST_STOPS, Next};

/// A day that is planned: the route as a choice for each place on it, the matters as boxes.
#[derive(Debug, Clone, Default)]
pub struct PlanForm {
    pub once: String,
    pub official: String,
    pub on: String,
    pub from: String,
    pub until: String,
    pub travel: String,
    /// A village for each place on the route; empty where it ends.
    pub stops: Vec<String>,
    pub matters: Vec<String>,
}

impl PlanForm {
    pub fn of(pairs: Vec<(String, String)>) -> PlanForm {
        let mut form = PlanForm { stops: vec![String::new(); MOST_STOPS], ..PlanForm::default() };
        for (name, value) in pairs {
            match name.as_str() {
                "once" => form.once = value,
                "official" => form.official = value,
                "on" => form.on = value,
                "from" => form.from = value,
                "until" => form.until = value,
                "travel" => form.travel = value,
                "matter" => form.matters.push(value),
                name => {
                    let place = name.strip_prefix("stop").and_then(|n| n.parse::<usize>().ok());
                    if let Some(stop) = place.and_then(|n| form.stops.get_mut(n)) {
                        *stop = value;
                    }
                }
            }
        }
        form
    }

    pub fn read(&self) -> Result<NewVillageDay, Problems> {
        let mut problems = Problems::default();
        let official = problems.take("official", self.official.parse(), "errands-desk-choose");
        let travel = problems.take("travel", self.travel.trim().parse(), "village-plan-travel");
        let numbers = |all: &[String]| all.iter().filter_map(|n| n.trim().parse().ok()).collect::<Vec<i64>>();
        let matters = self.matters.iter().filter_map(|n| n.parse().ok()).collect();
        let new = official.map(|official| NewVillageDay {
            official,
            from: format!("{}T{}", self.on.trim(), self.from.trim()),
            until: format!("{}T{}", self.on.trim(), self.until.trim()),
            villages: numbers(&self.stops),
            matters,
            travel,
        });
        problems.or_else_all(new)
    }
}

/// "Come to me too."
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AskForm {
    pub once: String,
    pub village: String,
    pub matter: String,
    /// `home`, or the village's office.
    pub place: String,
    pub name: String,
    pub phone: String,
    pub phone_on_sheet: String,
}

impl AskForm {
    /// What is no number names nothing.
    pub fn read(&self) -> NewVillageVisit {
        NewVillageVisit {
            village: self.village.parse().unwrap_or(0),
            matter: self.matter.parse().unwrap_or(0),
            at_home: self.place == "home",
            name: Some(self.name.clone()),
            phone: Some(self.phone.clone()),
            phone_on_sheet: !self.phone_on_sheet.is_empty(),
        }
    }

    pub fn key(&self) -> Option<&str> {
        Some(self.once.as_str()).filter(|key| !key.is_empty())
    }
}

/// A button below a visit.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    pub once: String,
    pub answer: String,
}

/// In which village whoever holds the ticket lives.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct VillageForm {
    pub village: String,
}

/// Why a day is called off.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CallingOffForm {
    pub reason: String,
}

/// What was entered after the day: for each visit `done` or the name of what is next. What was left open is left out.
pub fn outcomes(sent: &BTreeMap<String, String>) -> Vec<VisitOutcome> {
    let one = |(name, value): (&String, &String)| {
        let visit = name.strip_prefix("visit-")?.parse().ok()?;
        let next = Next::ALL.into_iter().find(|next| next.name() == value);
        (value == "done" || next.is_some()).then_some(VisitOutcome { visit, done: value == "done", next })
    };
    sent.iter().filter_map(one).collect()
}
