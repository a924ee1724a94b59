//! The rules of an offering: its numbers, described once and drawn, read and checked from that, and its priority windows.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::read;
use super::windows::{WINDOWS, read_windows};
use crate::desk::asked::OfferingEdit;
use crate::rules::{Offering, Policy, Who};
use kernel::form::Problems;

/// Minutes of a day; no use is longer.
const DAY: i32 = 24 * 60;

/// One number of a policy. Its texts are `venues-desk-policy-{name}` and `venues-desk-policy-{name}-hint`.
pub struct Number {
    pub name: &'static str,
    pub range: (i32, i32),
    pub step: u32,
    /// May be left empty: no limit, nobody checks in.
    pub optional: bool,
    get: fn(&Policy) -> Option<i32>,
    set: fn(&mut Policy, Option<i32>),
}

macro_rules! number {
    ($field:ident, $least:expr, $most:expr, $step:expr) => {
        Number {
            name: stringify!($field),
            range: ($least, $most),
            step: $step,
            optional: false,
            get: |p| Some(p.$field),
            set: |p, n| p.$field = n.unwrap_or(p.$field),
        }
    };
    ($field:ident?, $least:expr, $most:expr, $step:expr) => {
        Number {
            name: stringify!($field),
            range: ($least, $most),
            step: $step,
            optional: true,
            get: |p| p.$field,
            set: |p, n| p.$field = n,
        }
    };
}

/// The numbers in groups, each under a heading `venues-desk-policy-group-{name}`.
pub static GROUPS: [(&str, &[Number]); 5] = [
    (
        "length",
        &[
            number!(usual, 5, DAY, 5),
            number!(shortest, 5, DAY, 5),
            number!(longest, 5, DAY, 5),
            number!(grid, 5, 240, 5),
        ],
    ),
    ("ahead", &[number!(days_ahead, 0, 366, 1), number!(notice, 0, 527_040, 1), number!(cancel_until, 0, 527_040, 1)]),
    (
        "coming",
        &[
            number!(grace?, 5, 120, 1),
            number!(hold, 2, 60, 1),
            number!(before, 0, 240, 5),
            number!(after, 0, 240, 5),
            number!(walk_ins, 0, 1000, 1),
        ],
    ),
    (
        "share",
        &[
            number!(per_day?, 1, 50, 1),
            number!(per_week?, 1, 200, 1),
            number!(smallest_group, 1, 1000, 1),
            number!(largest_group, 1, 1000, 1),
        ],
    ),
    ("series", &[number!(series_own?, 2, 60, 1), number!(series_weeks, 1, 104, 1)]),
];

fn numbers() -> impl Iterator<Item = &'static Number> {
    GROUPS.iter().flat_map(|(_, numbers)| numbers.iter())
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OfferingForm {
    pub version: String,
    pub name_zh: String,
    pub name_en: String,
    pub who: String,
    pub approval: String,
    /// Sent by the button that only shows what the hours of the windows mean.
    pub show: String,
    /// The numbers and the fields of the windows by name.
    #[serde(flatten)]
    pub numbers: BTreeMap<String, String>,
}

impl OfferingForm {
    pub fn of(offering: &Offering) -> OfferingForm {
        let policy = &offering.policy;
        let typed = |n: &Number| ((n.name.to_owned()), (n.get)(policy).map_or_else(String::new, |n| n.to_string()));
        let windows = WINDOWS.iter().enumerate().flat_map(|(n, w)| w.typed(policy.windows.get(n)));
        OfferingForm {
            version: offering.version.to_string(),
            name_zh: offering.name.zh.clone(),
            name_en: offering.name.en.clone(),
            who: who_word(policy.who).to_owned(),
            approval: if policy.approval { "1" } else { "" }.to_owned(),
            show: String::new(),
            numbers: numbers().map(typed).chain(windows).collect(),
        }
    }

    pub fn number(&self, name: &str) -> &str {
        self.numbers.get(name).map_or("", String::as_str)
    }

    pub fn read(&self, old: &Offering) -> Result<Offering, Problems> {
        let mut problems = Problems::default();
        let version = read::number(&mut problems, "version", &self.version);
        let mut policy = old.policy.clone();
        for number in numbers() {
            let typed = self.number(number.name);
            let empty = number.optional && typed.trim().is_empty();
            let value = if empty { None } else { read::number(&mut problems, number.name, typed) };
            (number.set)(&mut policy, value);
        }
        policy.windows = read_windows(&mut problems, &self.numbers);
        policy.approval = self.approval == "1";
        policy.who = WHO.into_iter().find(|w| who_word(*w) == self.who).unwrap_or(old.policy.who);
        if !problems.none() {
            // What could be read may be wrong too: all is said at once.
            policy.problems().into_iter().for_each(|wrong| problems.add(wrong.field, wrong.key));
        }
        let version = problems.or_else_all(version)?;
        OfferingEdit { version, name_zh: self.name_zh.clone(), name_en: self.name_en.clone(), policy }.checked(old)
    }
}

const WHO: [Who; 3] = [Who::Anyone, Who::StaffOnly, Who::WalkInOnly];

/// As the API writes it.
pub fn who_word(who: Who) -> &'static str {
    match who {
        Who::Anyone => "anyone",
        Who::StaffOnly => "staff-only",
        Who::WalkInOnly => "walk-in-only",
    }
}
