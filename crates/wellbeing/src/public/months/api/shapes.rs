//! What calls answer: the sheet member by member, so that its text is the one that its sum is of.
use jiff::Timestamp;
use kernel::fault::Fault;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::counted::{MonthDoor, MonthFullest, MonthHeld, MonthResidents, MonthRooms, MonthSurvey, MonthWeek};
use crate::months::answers::MonthRow;
use crate::rules::period::Days;

/// A revision of a month.
#[derive(Debug, Serialize, ToSchema)]
pub struct MonthRevision {
    #[schema(example = "2026-06")]
    pub month: String,
    /// From 1; the newest one counts.
    pub revision: u32,
    #[schema(value_type = String, format = DateTime)]
    pub made_at: Timestamp,
    /// Of a correction: what a manager wrote, or `late-facts` where the program counted records that came late. Empty for the first.
    pub why: String,
}

/// What a station has published.
#[derive(Debug, Serialize, ToSchema)]
pub struct MonthRows {
    pub months: Vec<MonthRevision>,
}

impl MonthRows {
    pub fn of(rows: &[MonthRow]) -> MonthRows {
        let one = |row: &MonthRow| MonthRevision {
            month: Days::month(row.month).name(),
            revision: row.revision,
            made_at: row.made_at,
            why: row.why.clone(),
        };
        MonthRows { months: rows.iter().map(one).collect() }
    }
}

/// One range with all that has to stand beside it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthFigure {
    /// `open`, `used`, `held`, `visits`, `visited-hours`, `contact`, `satisfaction`, `response`.
    #[schema(example = "open")]
    pub indicator: String,
    /// Empty for the whole; `2026-W23` for a week, `2026-W23/desk` for a kind of contact, `bounds`, `bootstrap` or `0-4` in the survey.
    pub part: String,
    /// `share`, `per100`, `count`, `points`.
    #[schema(example = "share")]
    pub unit: String,
    pub low: f64,
    /// Null where there is no reason to take one number of the range rather than another.
    pub value: Option<f64>,
    pub high: f64,
    pub n: u64,
    /// A name of the data dictionary.
    pub source: String,
    /// Names of the data dictionary.
    pub gaps: Vec<String>,
}

/// The ends of a range, and its value where it has one.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthEnds {
    pub low: f64,
    pub value: Option<f64>,
    pub high: f64,
}

/// The sheet that this one is compared with.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthBefore {
    #[schema(example = "2026-05")]
    pub month: String,
    pub revision: u32,
    pub sum: String,
}

/// What changed since then: `not-sure` unless the ranges have nothing in common.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthChange {
    pub indicator: String,
    /// `rose`, `fell`, `not-sure`.
    #[schema(example = "not-sure")]
    pub word: String,
    /// By how many points, of the survey only.
    pub by: Option<MonthEnds>,
}

/// A figure that an earlier revision had otherwise.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthCorrection {
    pub revision: u32,
    /// When.
    #[schema(format = DateTime)]
    pub at: String,
    pub indicator: String,
    pub part: String,
    /// Null if there was none.
    pub was: Option<MonthEnds>,
    /// Null if there is none any more.
    pub is: Option<MonthEnds>,
    pub why: String,
}

/// A month as it was published. What was not counted, or is hidden, is null or not there.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedMonth {
    #[schema(example = "yizhan-month-1")]
    pub format: String,
    #[schema(example = "sanhe")]
    pub station: String,
    pub name_zh: String,
    pub name_en: String,
    #[schema(example = "2026-06")]
    pub month: String,
    pub revision: u32,
    /// When it was calculated.
    #[schema(format = DateTime)]
    pub made_at: String,
    pub residents: Option<MonthResidents>,
    pub door: Option<MonthDoor>,
    pub rooms: Option<MonthRooms>,
    pub fullest: Option<MonthFullest>,
    pub held: Option<MonthHeld>,
    pub weeks: Vec<MonthWeek>,
    pub survey: Option<MonthSurvey>,
    pub figures: Vec<MonthFigure>,
    pub before: Option<MonthBefore>,
    pub changes: Vec<MonthChange>,
    pub corrections: Vec<MonthCorrection>,
    /// SHA-256 of the sheet with this member empty.
    pub sum: String,
}

impl PublishedMonth {
    /// Of the text as it was published.
    ///
    /// # Errors
    /// If the sheet has members that are not described here.
    pub fn of(text: &str) -> Result<PublishedMonth, Fault> {
        serde_json::from_str(text).map_err(Fault::broken)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::pages::{full, with_hidden};
    use super::*;

    #[test]
    fn what_programs_read_is_the_text_that_was_published() {
        for of in [full(), with_hidden()] {
            let answered = PublishedMonth::of(&of.text).expect("every member is described");
            assert_eq!(serde_json::to_string(&answered).expect("json"), of.text);
        }
    }
}
