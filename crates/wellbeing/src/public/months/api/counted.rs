//! What was counted in a month, as calls answer it.
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How many people live in the township.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthResidents {
    pub count: u64,
    /// Which statistic says so.
    pub source: String,
    #[schema(format = Date)]
    pub as_of: String,
}

/// What is known of the door, in minutes.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthDoorMinutes {
    pub promised: i64,
    pub open: i64,
    pub closed: i64,
    /// Said to be both; counts as neither.
    pub disputed: i64,
    /// Quarters of an hour in which somebody found it closed.
    pub reports: u64,
}

/// The door in a month or a week.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthDoor {
    /// Days with promised hours.
    pub days: u64,
    pub minutes: MonthDoorMinutes,
}

/// How much rooms were used, in minutes; one of three tables in use is a third of its room.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthRooms {
    pub open_min: i64,
    pub used_min: i64,
    /// Booked, and nobody said whether they came.
    pub unsure_min: i64,
    pub uses: u64,
    pub walk_ins: Option<u64>,
}

/// When what was fullest.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthFullest {
    /// 1 is Monday.
    pub weekday: u8,
    /// `morning`, `afternoon`, `evening`.
    #[schema(example = "evening")]
    pub part: String,
    pub offering: String,
    /// May be empty.
    pub offering_en: String,
    pub used_min: i64,
    pub open_min: i64,
    pub uses: u64,
}

/// How many activities there were.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthHeld {
    pub planned: u64,
    /// Announced a day ahead, and three or more came.
    pub held: u64,
    /// Nobody counted who came.
    pub unknown: u64,
    pub late: u64,
    pub few: u64,
    pub called_off: u64,
}

/// A number with noise: the count lies within `half` of it in 95 of 100 cases.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthNoised {
    pub value: i64,
    pub half: i64,
}

/// Visits of a week.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthVisits {
    pub low: MonthNoised,
    pub high: MonthNoised,
}

/// Open hours of a week, and those in which somebody came.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthHours {
    pub open: u64,
    pub visited: MonthNoised,
}

/// How often staff and residents had to do with each other.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthContact {
    #[schema(example = "2026-W23")]
    pub week: String,
    /// Pairs of a kind (`desk`, `village`, `call-back`, `reception`, `first-asked`, `activity`, `opinion`, `wish`) and how often; null
    /// where that is hidden.
    #[schema(value_type = Vec<Vec<Value>>)]
    pub counts: Vec<(String, Option<u64>)>,
}

/// A week that ends in the month.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthWeek {
    #[schema(example = "2026-W23")]
    pub week: String,
    pub door: Option<MonthDoor>,
    pub rooms: Option<MonthRooms>,
    pub held: Option<MonthHeld>,
    pub visits: Option<MonthVisits>,
    pub hours: Option<MonthHours>,
    pub contact: MonthContact,
}

/// What became of those who were drawn.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthResponse {
    pub drawn: u64,
    /// Empty houses, moved away.
    pub not_eligible: u64,
    pub answered: u64,
}

/// The answers of a part, without any one of them.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthPart {
    pub population: u64,
    pub n: u64,
    pub mean: f64,
    pub sd: f64,
}

/// A second opinion on the interval.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthBootstrap {
    pub rounds: u32,
    pub low: f64,
    pub high: f64,
}

/// The survey that ended in the month. Under 30 % response or ten answers there is the response alone.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthSurvey {
    pub wave: String,
    #[schema(format = Date)]
    pub closed_on: String,
    pub response: MonthResponse,
    /// Pairs of a part's name and its summary.
    #[schema(value_type = Vec<Vec<Value>>)]
    pub strata: Vec<(String, MonthPart)>,
    /// How many chose 0 to 4, 5 to 6, 7 to 8, 9 to 10; null where it is hidden.
    pub groups: Vec<Option<u64>>,
    /// Pairs of a way (`phone`, `kiosk`, `paper`, `interviewer`) and how many; null where it is hidden.
    #[schema(value_type = Vec<Vec<Value>>)]
    pub modes: Vec<(String, Option<u64>)>,
    pub bootstrap: Option<MonthBootstrap>,
    /// What should make a reader careful: `{"flag": "burst", "mode": "phone", "n": 20}`, `all-tens`, `suggested`.
    #[schema(value_type = Vec<Object>)]
    pub flags: Vec<MonthFlag>,
    /// SHA-256 of the seed that drew the households.
    pub seed_hash: String,
    /// How many households the list had.
    pub frame_size: u64,
}

/// What should make a reader careful.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case", tag = "flag", deny_unknown_fields)]
pub enum MonthFlag {
    Burst { mode: Option<String>, n: Option<u64> },
    AllTens { mode: Option<String>, n: Option<u64>, tens: Option<u64> },
    Suggested { n: Option<u64> },
}
