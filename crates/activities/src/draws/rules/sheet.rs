//! A draw as it is published: all that anybody needs to do it again, and nobody's name.
use jiff::Timestamp;
use kernel::db::types::Id;
use kernel::lottery::{Published, digest_of_lines};

use super::draw::{Drawn, Entry};

/// Which rule this is. Another rule gets another name.
pub const FORMAT: &str = "yizhan-draw-1";

/// More take part in no draw.
const MOST_ENTRIES: usize = 100_000;
const MOST_SEATS: i16 = 8;

/// The published draw.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DrawSheet)]
pub struct Sheet {
    /// `yizhan-draw-1`.
    pub format: String,
    /// The station's slug.
    pub station: String,
    #[schema(value_type = String, format = Uuid)]
    pub occurrence: Id,
    pub title: String,
    #[schema(value_type = String, format = DateTime)]
    pub starts_at: Timestamp,
    /// Until when one could take part; then it is drawn.
    #[schema(value_type = String, format = DateTime)]
    pub closes_at: Timestamp,
    /// SHA-256 of the seed, published before anybody took part.
    #[schema(min_length = 64, max_length = 64)]
    pub commitment: String,
    /// How many places were drawn; nothing before the draw, as with all that follows.
    #[schema(minimum = 0)]
    pub seats: Option<i32>,
    /// By number.
    pub entries: Vec<Entry>,
    /// SHA-256 of the entries.
    #[schema(min_length = 64, max_length = 64)]
    pub locked: Option<String>,
    /// 64 hexadecimal digits.
    #[schema(min_length = 64, max_length = 64)]
    pub seed: Option<String>,
    /// In the order in which they were drawn.
    pub results: Vec<Drawn>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub drawn_at: Option<Timestamp>,
    /// SHA-256 of the sheet with this member empty.
    #[schema(max_length = 64)]
    pub sum: String,
}

impl Sheet {
    /// What is hashed when it is drawn: a line of JSON for each entry, by number.
    pub fn digest_of(entries: &[Entry]) -> String {
        let mut sorted = entries.to_vec();
        sorted.sort_by_key(|e| e.number);
        digest_of_lines(&sorted)
    }
}

impl Published for Sheet {
    const FORMAT: &'static str = FORMAT;

    fn format(&self) -> &str {
        &self.format
    }

    fn sum(&mut self) -> &mut String {
        &mut self.sum
    }

    fn is_within_bounds(&self) -> bool {
        let entry = |e: &Entry| e.number >= 1 && (1..=MOST_SEATS).contains(&e.seats);
        self.seats.is_none_or(|n| n >= 0)
            && self.entries.len() <= MOST_ENTRIES
            && self.entries.iter().all(entry)
            && self.entries.is_sorted_by(|a, b| a.number < b.number)
    }
}
