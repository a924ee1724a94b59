//! How many people of a village could have wished for a kind of thing.
use jiff::civil::Date;
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use stations::Division;
use utoipa::ToSchema;

use super::text::words;
use crate::rules::{Kind, MOST_IN_WORDS, Share};

/// More than any village has.
const MOST_PEOPLE: i32 = 100_000;

/// A sum of official statistics, never people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWishShare {
    /// The code of the village (12 digits).
    #[schema(example = 630_203_102_200_i64)]
    pub village: i64,
    pub kind: Kind,
    /// How many people of the village could have wished for that.
    #[schema(minimum = 0, maximum = 100_000)]
    pub people: i32,
    /// Which statistics.
    #[schema(min_length = 1, max_length = 200, example = "2026 年村级统计表")]
    pub source: String,
    /// When they were counted; not later than today.
    #[schema(value_type = String, format = Date)]
    pub counted_on: Date,
}

impl NewWishShare {
    /// # Errors
    /// Field by field, what cannot be so.
    pub fn checked(&self, villages: &[Division], today: Date) -> Result<Share, Problems> {
        let mut p = Problems::default();
        if !villages.iter().any(|v| v.code == self.village) {
            p.add("village", "wishes-desk-wrong-village");
        }
        if !(0..=MOST_PEOPLE).contains(&self.people) {
            p.add_with("people", "wishes-desk-wrong-people", vec![("most", MOST_PEOPLE.to_string())]);
        }
        if self.counted_on > today {
            p.add("counted_on", "wishes-desk-wrong-day");
        }
        let source = words(&mut p, "source", &self.source, (MOST_IN_WORDS, "wishes-desk-wrong-source"));
        let NewWishShare { village, kind, people, counted_on, .. } = *self;
        p.or_else_all(Some(Share { village, kind, people, source, counted_on }))
    }
}
