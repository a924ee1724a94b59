//! What calls answer: the sheet member by member, so that its text is the one that its sum is of.
use jiff::civil::Date;
use kernel::fault::Fault;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::public::county::reads::Place;
use crate::rules::county::CountySheet;
use crate::rules::period::Days;

/// The months of an area.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountyMonths {
    #[schema(example = 630_203_i64)]
    pub code: i64,
    #[schema(example = "平安区")]
    pub name: String,
    /// `2026-06`, the newest first.
    pub months: Vec<String>,
}

impl CountyMonths {
    pub fn of(place: &Place, months: &[Date]) -> CountyMonths {
        let months = months.iter().map(|month| Days::month(*month).name()).collect();
        CountyMonths { code: place.code, name: place.name.clone(), months }
    }
}

/// The doors of several stations, in minutes.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthDoorMinutes {
    pub promised: i64,
    pub open: i64,
    pub closed: i64,
    /// Said to be both; counts as neither.
    pub disputed: i64,
    /// Quarters of an hour in which somebody found it closed.
    pub reports: u64,
}

/// The doors of several stations.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthDoor {
    pub stations: u64,
    /// Days with promised hours.
    pub days: u64,
    pub minutes: CountyMonthDoorMinutes,
}

/// How much rooms were used, in minutes times units.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthRoomsBasis {
    pub open_min: i64,
    pub used_min: i64,
    /// Booked, and nobody said whether they came.
    pub unsure_min: i64,
    pub uses: u64,
    pub walk_ins: Option<u64>,
}

/// The rooms of several stations.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthRooms {
    pub stations: u64,
    pub basis: CountyMonthRoomsBasis,
}

/// How many activities there were.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthHeldBasis {
    pub planned: u64,
    /// Announced a day ahead, and three or more came.
    pub held: u64,
    /// Nobody counted who came.
    pub unknown: u64,
    pub late: u64,
    pub few: u64,
    pub called_off: u64,
}

/// The activities of several stations.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthHeld {
    pub stations: u64,
    pub basis: CountyMonthHeldBasis,
}

/// A number with noise: the count lies within `half` of it in 95 of 100 cases.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthNoised {
    pub value: i64,
    pub half: i64,
}

/// Visits of a week.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthVisits {
    pub stations: u64,
    pub residents: u64,
    pub low: CountyMonthNoised,
    pub high: CountyMonthNoised,
}

/// Open hours of a week, and those in which somebody came.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthHours {
    pub stations: u64,
    pub open: u64,
    pub visited: CountyMonthNoised,
}

/// A kind of contact in a week, of the stations that show it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthContact {
    /// `desk`, `village`, `call-back`, `reception`, `first-asked`, `activity`, `opinion`, `wish`.
    #[schema(example = "desk")]
    pub kind: String,
    pub stations: u64,
    pub count: u64,
}

/// A week that ends in the month.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthWeek {
    #[schema(example = "2026-W23")]
    pub week: String,
    pub visits: Option<CountyMonthVisits>,
    pub hours: Option<CountyMonthHours>,
    pub contact: Vec<CountyMonthContact>,
}

/// One range with all that has to stand beside it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthRange {
    /// `open`, `used`, `held`, `visits`, `visited-hours`, `contact`.
    #[schema(example = "open")]
    pub indicator: String,
    /// Empty for the month; `2026-W23` for a week, `2026-W23/desk` for a kind of contact.
    pub part: String,
    /// `share`, `per100`, `count`.
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

/// A figure, and how many stations are in it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonthFigure {
    pub stations: u64,
    pub figure: CountyMonthRange,
}

/// A month of an area. What fewer than three stations have is null or not there.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountyMonth {
    #[schema(example = "yizhan-county-1")]
    pub format: String,
    #[schema(example = 630_203_i64)]
    pub code: i64,
    #[schema(example = "2026-06")]
    pub month: String,
    /// How many stations have published the month.
    pub stations: u64,
    /// How many there are in the area.
    pub of: u64,
    pub door: Option<CountyMonthDoor>,
    pub rooms: Option<CountyMonthRooms>,
    pub held: Option<CountyMonthHeld>,
    pub weeks: Vec<CountyMonthWeek>,
    pub figures: Vec<CountyMonthFigure>,
    /// SHA-256 of the sheet with this member empty.
    pub sum: String,
}

impl CountyMonth {
    /// # Errors
    /// If the sheet has members that are not described here.
    pub fn of(sheet: &CountySheet) -> Result<CountyMonth, Fault> {
        serde_json::to_value(sheet).and_then(serde_json::from_value).map_err(Fault::broken)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::pages::sample_sheet;
    use super::*;

    #[test]
    fn what_programs_read_is_the_text_that_the_sum_is_of() {
        let sheet = sample_sheet().expect("five stations");
        let answered = serde_json::to_string(&CountyMonth::of(&sheet).expect("every member is described"));
        assert_eq!(answered.expect("json"), crate::rules::county::text(&sheet));
    }
}
