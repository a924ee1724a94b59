//! A sheet as it is asked for, well-typed: the body of the API, and what it shares with the form.
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kernel::form::Problems;
use kernel::house::House;
use people::Name;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts::Entry;
use super::rules::{Became, HIGHEST, Sheet};
use crate::desk::asked::instant;
use crate::rules::{Drawing, LineId, MatterId, Priority};

/// One visit is not for more.
const MOST_MATTERS: usize = 5;

/// A sheet of the pad.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPadNumber {
    /// What is printed on it.
    #[schema(minimum = 1, maximum = 9999)]
    pub pad: i32,
    /// What they came for; all were done in the line of the first.
    #[serde(default)]
    #[schema(max_items = 5)]
    pub matters: Vec<MatterId>,
    /// The line, when nobody knows the matter.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 2_147_483_647)]
    pub line: Option<LineId>,
    /// At most 72 hours ago. Without an offset it is the station's time.
    #[schema(format = DateTime, max_length = 40, example = "2026-06-24T14:05:00+08:00")]
    pub came: String,
    pub became: Became,
    #[serde(default)]
    pub priority: Priority,
    #[serde(default)]
    #[schema(max_length = 30, example = "罗大爷")]
    pub name: Option<String>,
    /// It is another sheet with a number that was typed in before.
    #[serde(default)]
    pub another: bool,
}

impl NewPadNumber {
    pub fn checked(&self, zone: &TimeZone) -> Result<Entry, Problems> {
        let mut problems = Problems::default();
        let came = problems.take("came", instant(&self.came, zone).ok_or(()), "pads-form-clock");
        if !(1..=HIGHEST).contains(&self.pad) {
            problems.add("pad", "pads-form-pad");
        }
        if self.matters.is_empty() && self.line.is_none() || self.matters.len() > MOST_MATTERS {
            problems.add("what", "pads-form-what");
        }
        let name = named(&mut problems, self.name.as_deref());
        let what = Drawing {
            matters: self.matters.clone(),
            line: self.line,
            official: None,
            priority: self.priority,
            on_site: true,
        };
        let sheet = |came| Sheet { pad: self.pad, came, became: self.became, another: self.another };
        problems.or_else_all(came.map(|came| Entry { sheet: sheet(came), what, name }))
    }
}

/// What a repeated request has to ask again: of the name only a keyed hash is kept.
pub fn keyed(house: &House, entry: &Entry) -> impl Serialize + use<> {
    let name = entry.name.as_ref().map(|name| house.keys.lookup("pads-once", name).to_vec());
    (entry.sheet, entry.what.clone(), name)
}

/// `None` when nothing was typed, or nothing that is a name, which is then a problem.
pub fn named(problems: &mut Problems, typed: Option<&str>) -> Option<String> {
    let typed = typed.filter(|t| !t.trim().is_empty())?;
    typed.parse::<Name>().map_err(|p| problems.add("name", p.key())).ok().map(|n| n.as_str().to_owned())
}

/// What a change of the clocks skips is taken an hour later.
pub fn wall(at: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(at).compatible().ok()
}
