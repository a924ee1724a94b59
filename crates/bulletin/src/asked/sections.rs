//! Sections as a manager lays them out.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use stations::Slug;
use utoipa::ToSchema;

use super::text::{line, must};
use crate::rules::Section;

const MOST_IN_A_NAME: usize = 16;
const MOST_IN_AN_ENGLISH_NAME: usize = 32;
const MOST_PLACE: i16 = 999;

/// A new section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNoticeSection {
    /// In addresses; it stays.
    #[schema(min_length = 2, max_length = 40, example = "reminders")]
    pub slug: String,
    #[schema(min_length = 1, max_length = 16, example = "办事提醒")]
    pub name_zh: String,
    #[serde(default)]
    #[schema(max_length = 32, example = "Reminders")]
    pub name_en: String,
    /// Its place among the others: the smaller, the earlier.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 999)]
    pub place: i16,
}

/// What may be changed of a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeSectionChange {
    #[schema(min_length = 1, max_length = 16, example = "办事提醒")]
    pub name_zh: String,
    #[serde(default)]
    #[schema(max_length = 32, example = "Reminders")]
    pub name_en: String,
    /// Its place among the others: the smaller, the earlier.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 999)]
    pub place: i16,
}

impl NewNoticeSection {
    /// Without its number, which the act gives.
    pub fn checked(&self) -> Result<Section, Problems> {
        let mut p = Problems::default();
        let slug = p.take("slug", self.slug.trim().parse::<Slug>(), "bulletin-not-a-slug");
        let (name_zh, name_en) = names(&mut p, (&self.name_zh, &self.name_en), self.place);
        let section =
            |slug: Slug| Section { id: 0, slug: slug.as_str().to_owned(), name_zh, name_en, place: self.place };
        p.or_else_all(slug.map(section))
    }
}

/// Both names, read; the place is looked at as well.
fn names(p: &mut Problems, (zh, en): (&str, &str), place: i16) -> (String, String) {
    if !(0..=MOST_PLACE).contains(&place) {
        p.add("place", "bulletin-bad-place");
    }
    (must(p, "name_zh", zh, (MOST_IN_A_NAME, "bulletin-no-name")), line(p, "name_en", en, MOST_IN_AN_ENGLISH_NAME))
}

impl NoticeSectionChange {
    /// The section of that number; its slug stays what it is.
    pub fn checked(&self, id: i32) -> Result<Section, Problems> {
        let mut p = Problems::default();
        let (name_zh, name_en) = names(&mut p, (&self.name_zh, &self.name_en), self.place);
        p.or_else_all(Some(Section { id, slug: String::new(), name_zh, name_en, place: self.place }))
    }
}
