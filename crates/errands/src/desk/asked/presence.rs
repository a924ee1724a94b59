//! Saying where an official is.
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::{MOST_IN_A_NAME, line};
use crate::acts::Decided;
use crate::rules::{Declared, Presence};

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPresence)]
pub struct Saying {
    pub state: Presence,
    /// When they are back. Without an offset it is the station's time; null = nobody knows.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime, example = "2026-06-24T15:00")]
    pub back: Option<String>,
    /// The division code of the village, of a field trip.
    #[serde(default)]
    pub village: Option<i64>,
    /// Coarse, and only if they wish to say it.
    #[serde(default)]
    #[schema(max_length = 30)]
    pub place: String,
    /// What is to become of whoever waits for them, as far as somebody decided; `promisesOfOfficial` says what is possible.
    /// For everybody else, and where it is not possible any more, what is best for them is done.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub decisions: Vec<Decided>,
}

/// Nobody decides for more people than that at once.
const MOST_DECISIONS: usize = 200;

impl Saying {
    /// `villages` are the codes of the township's.
    pub fn checked(&self, now: DateTime, zone: &TimeZone, villages: &[i64]) -> Result<Declared, Problems> {
        let mut problems = Problems::default();
        let back = self.back.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
        let read = back.map(|typed| wall(typed, zone));
        if read == Some(None) {
            problems.add("back", "errands-desk-not-a-time");
        }
        if self.village.is_some_and(|code| !villages.contains(&code)) {
            problems.add("village", "errands-desk-no-such-village");
        }
        if self.decisions.len() > MOST_DECISIONS {
            problems.add_with("decisions", "errands-desk-too-many", vec![("most", MOST_DECISIONS.to_string())]);
        }
        let place = line(&mut problems, "place", &self.place, MOST_IN_A_NAME);
        let said = Declared { presence: self.state, place, village: self.village, from: now, back: read.flatten() };
        problems.or_else_all(Some(said))
    }
}

/// A wall time of `zone`, or an instant told in it.
pub fn wall(typed: &str, zone: &TimeZone) -> Option<DateTime> {
    let instant: Result<Timestamp, _> = typed.parse();
    match instant {
        Ok(at) => Some(stations::wall(at, zone)),
        Err(_) => typed.parse().ok(),
    }
}
