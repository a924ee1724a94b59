//! What people type and tap, and how it becomes what the API's bodies are.
use std::collections::BTreeMap;

use kernel::form::Problems;
use serde::Deserialize;

use super::asked::{NewApplication, NewChangeShape, NewOfficeApplication, NewRoundShape, NewSlotShape};
use super::rules::{Application, Kind, Weights};
use crate::series::forms::WEEK;

/// So many wishes a page asks for; programs may send more.
pub const WISHES: usize = 6;

/// An application as it was typed, of a group or of an office.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ApplyForm {
    pub once: String,
    pub name: String,
    pub kind: String,
    pub owner: String,
    pub size: String,
    pub wants: String,
    pub w1: String,
    pub w2: String,
    pub w3: String,
    pub w4: String,
    pub w5: String,
    pub w6: String,
}

impl ApplyForm {
    /// What was asked for before, to be changed.
    pub fn of(application: &Application) -> ApplyForm {
        let wish = |n: usize| application.wishes.get(n).map_or_else(String::new, ToString::to_string);
        ApplyForm {
            once: String::new(),
            name: application.applicant.name().to_owned(),
            kind: application.kind.name().to_owned(),
            owner: String::new(),
            size: application.size.to_string(),
            wants: application.wants.to_string(),
            w1: wish(0),
            w2: wish(1),
            w3: wish(2),
            w4: wish(3),
            w5: wish(4),
            w6: wish(5),
        }
    }

    /// Each wish with the name of its field.
    pub fn wishes(&self) -> [(&'static str, &str); WISHES] {
        [("w1", &self.w1), ("w2", &self.w2), ("w3", &self.w3), ("w4", &self.w4), ("w5", &self.w5), ("w6", &self.w6)]
    }

    fn wished(&self) -> Vec<i32> {
        self.wishes().iter().filter_map(|(_, typed)| typed.trim().parse().ok()).collect()
    }

    /// What is no number is too small, and the check says how large it may be.
    pub fn group(&self) -> Result<NewApplication, Problems> {
        let kind = Kind::OF_GROUPS.into_iter().find(|k| k.name() == self.kind);
        let mut problems = Problems::default();
        let kind = problems.take("kind", kind.ok_or(()), "seasons-form-kind");
        let new = kind.map(|kind| NewApplication {
            name: self.name.clone(),
            kind,
            size: number(&self.size),
            wants: number(&self.wants),
            wishes: self.wished(),
        });
        problems.or_else_all(new)
    }

    pub fn office(&self) -> NewOfficeApplication {
        NewOfficeApplication {
            owner: number(&self.owner),
            size: number(&self.size),
            wants: number(&self.wants),
            wishes: self.wished(),
        }
    }
}

fn number(typed: &str) -> i32 {
    typed.trim().parse().unwrap_or(0)
}

/// So many sets of times a page asks for.
pub const SETS: i32 = 4;

/// A round as it was typed: fields by name, because each set of times has its own.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct RoundForm(pub BTreeMap<String, String>);

impl RoundForm {
    /// What a page begins with.
    pub fn fresh() -> RoundForm {
        let usual = [
            ("limit", "2"),
            ("at", "18:00"),
            ("youth", "20"),
            ("elderly", "20"),
            ("beginners", "20"),
            ("other", "10"),
            ("office", "10"),
            ("fit", "20"),
            ("continuity", "10"),
            ("turn", "20"),
            ("minutes1", "90"),
        ];
        RoundForm(usual.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub fn read(&self) -> Result<NewRoundShape, Problems> {
        let mut problems = Problems::default();
        let slots: Vec<NewSlotShape> = (1..=SETS).flat_map(|n| self.set(n)).collect();
        if slots.is_empty() {
            problems.add("slots", "seasons-form-slots");
        }
        let points = |name: &str| self.get(name).trim().parse().unwrap_or(-1);
        problems.or_else_all(Some(NewRoundShape {
            title: self.get("title").to_owned(),
            starts_on: self.get("starts_on").to_owned(),
            ends_on: self.get("ends_on").to_owned(),
            apply_until: format!("{}T{}", self.get("apply_until").trim(), self.get("at").trim()),
            limit: number(self.get("limit")),
            weights: Weights {
                youth: points("youth"),
                elderly: points("elderly"),
                beginners: points("beginners"),
                other: points("other"),
                office: points("office"),
                fit: points("fit"),
                continuity: points("continuity"),
                turn: points("turn"),
            },
            slots,
        }))
    }

    /// One offering on each ticked weekday at each time.
    fn set(&self, n: i32) -> Vec<NewSlotShape> {
        let (offering, times) = (self.get(&format!("offering{n}")), self.get(&format!("times{n}")));
        let minutes = number(self.get(&format!("minutes{n}")));
        let times: Vec<&str> = times.split([' ', '、', ',', '，']).filter(|t| !t.is_empty()).collect();
        let ticked = (0..).zip(WEEK).filter(|(_, (_, word))| !self.get(&format!("{word}{n}")).is_empty());
        let slot = |weekday: i32, from: &str| NewSlotShape {
            offering: offering.to_owned(),
            weekday,
            from: from.to_owned(),
            minutes,
        };
        if offering.trim().is_empty() {
            return vec![];
        }
        ticked
            .flat_map(|(weekday, _)| times.iter().map(move |from| (weekday, *from)))
            .map(|(d, f)| slot(d, f))
            .collect()
    }
}

/// A change of the result as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ChangeForm {
    pub once: String,
    pub application: String,
    pub slot: String,
    pub which: String,
    pub reason: String,
}

impl ChangeForm {
    pub fn read(&self) -> Result<NewChangeShape, Problems> {
        let mut problems = Problems::default();
        let application = problems.take("application", self.application.trim().parse(), "seasons-form-change");
        let gives = match self.which.as_str() {
            "give" => Some(true),
            "take" => Some(false),
            _ => None,
        };
        let gives = problems.take("which", gives.ok_or(()), "seasons-form-change");
        let all = application.zip(gives);
        let new = |(application, gives)| NewChangeShape {
            application,
            slot: number(&self.slot),
            gives,
            reason: self.reason.clone(),
        };
        problems.or_else_all(all.map(new))
    }
}

/// Why a round is called off, as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WhyForm {
    pub reason: String,
}
