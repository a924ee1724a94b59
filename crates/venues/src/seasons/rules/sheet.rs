//! A round as it is published: all that anybody needs to do the allocation again.
use jiff::Timestamp;

use super::allocate::Allocation;
use super::applying::{Application, MOST_WISHES};
use super::change::{Awarded, Change};
use super::opening::MOST_SLOTS;
use super::terms::{MOST_PER_APPLICANT, MOST_POINTS, Slot, Stands, Terms};
use kernel::db::types::Id;
use kernel::lottery::{Published, digest_of_lines};

/// Which rule this is. Another rule gets another name.
pub const FORMAT: &str = "yizhan-season-1";

/// The published round.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonSheet)]
pub struct Sheet {
    /// `yizhan-season-1`.
    pub format: String,
    /// The station's slug.
    pub station: String,
    #[schema(value_type = String, format = Uuid)]
    pub round: Id,
    pub state: Stands,
    pub terms: Terms,
    /// SHA-256 of the seed, published when the round opened.
    #[schema(min_length = 64, max_length = 64)]
    pub commitment: String,
    /// The round whose result counts as last season's.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub previous: Option<Id>,
    /// By id. Empty while one can apply: what others wish is nobody's business until nothing can be changed.
    pub applications: Vec<Application>,
    /// SHA-256 of the applications, once nothing can be changed.
    #[schema(min_length = 64, max_length = 64)]
    pub locked: Option<String>,
    /// 64 hexadecimal digits, once there is a result.
    #[schema(min_length = 64, max_length = 64)]
    pub seed: Option<String>,
    /// What the rule made of it.
    pub allocation: Option<Allocation>,
    /// What staff have changed of it, in their order.
    pub changes: Vec<Change>,
    /// Who has which slot in the end.
    pub awards: Vec<Awarded>,
    /// When it became final.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub confirmed_at: Option<Timestamp>,
    /// SHA-256 of the sheet with this member empty.
    #[schema(max_length = 64)]
    pub sum: String,
}

impl Sheet {
    /// What is hashed when nothing can be changed any more: a line of JSON for each application, by id.
    pub fn digest_of(applications: &[Application]) -> String {
        let mut sorted: Vec<&Application> = applications.iter().collect();
        sorted.sort_by_key(|a| a.id);
        digest_of_lines(sorted)
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
        let t = &self.terms;
        let slot = |s: &Slot| {
            (0..=6).contains(&s.weekday)
                && (0..DAY).contains(&s.from_minute)
                && (1..=DAY).contains(&s.minutes)
                && s.places >= 1
                && (1..=1000).contains(&s.smallest)
                && (s.smallest..=1000).contains(&s.largest)
        };
        let application = |a: &Application| (1..=1000).contains(&a.size) && a.wishes.len() <= MOST_WISHES;
        (1..=MOST_PER_APPLICANT).contains(&t.limit)
            && t.weights.all().iter().all(|(_, points)| (0..=MOST_POINTS).contains(points))
            && t.slots.len() <= MOST_SLOTS
            && t.slots.iter().all(slot)
            && self.applications.iter().all(application)
    }
}

const DAY: i32 = 24 * 60;
