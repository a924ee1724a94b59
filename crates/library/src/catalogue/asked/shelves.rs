//! Shelves as somebody puts them up.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::{line, must};
use crate::catalogue::rules::{MOST_SHELF_CODE, MOST_SHELF_NAME, NewShelf};

const MOST_PLACE: i16 = 999;

/// A new shelf.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLibraryShelf {
    /// Small letters, digits and hyphens: in addresses and on labels. It stays.
    #[schema(min_length = 1, max_length = 12, pattern = "^[a-z0-9][a-z0-9-]*$", example = "a1")]
    pub code: String,
    #[schema(min_length = 1, max_length = 24, example = "文学")]
    pub name_zh: String,
    #[serde(default)]
    #[schema(max_length = 24, example = "Novels")]
    pub name_en: String,
    /// Take one, bring one: nobody writes down who.
    #[serde(default)]
    pub honesty: bool,
    /// Its place among the others: the smaller, the earlier.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 999)]
    pub place: i16,
}

/// What may be changed of a shelf.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShelfAsWanted {
    #[schema(min_length = 1, max_length = 24, example = "文学")]
    pub name_zh: String,
    #[serde(default)]
    #[schema(max_length = 24, example = "Novels")]
    pub name_en: String,
    /// Take one, bring one: nobody writes down who.
    #[serde(default)]
    pub honesty: bool,
    /// Its place among the others: the smaller, the earlier.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 999)]
    pub place: i16,
}

impl ShelfAsWanted {
    fn read(&self, p: &mut Problems) -> NewShelf {
        if !(0..=MOST_PLACE).contains(&self.place) {
            p.add("place", "catalogue-bad-place");
        }
        NewShelf {
            code: String::new(),
            name_zh: must(p, "name_zh", &self.name_zh, (MOST_SHELF_NAME, "catalogue-no-name")),
            name_en: line(p, "name_en", &self.name_en, MOST_SHELF_NAME),
            honesty: self.honesty,
            place: self.place,
        }
    }

    /// Its code stays what it is.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(&self) -> Result<NewShelf, Problems> {
        let mut p = Problems::default();
        let read = self.read(&mut p);
        p.or_else_all(Some(read))
    }
}

impl NewLibraryShelf {
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(&self) -> Result<NewShelf, Problems> {
        let mut p = Problems::default();
        let code = self.code.trim();
        let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if code.is_empty() || code.len() > MOST_SHELF_CODE || code.starts_with('-') || !code.bytes().all(sign) {
            p.add("code", "catalogue-bad-code");
        }
        let (name_zh, name_en) = (self.name_zh.clone(), self.name_en.clone());
        let rest = ShelfAsWanted { name_zh, name_en, honesty: self.honesty, place: self.place };
        let read = NewShelf { code: code.to_owned(), ..rest.read(&mut p) };
        p.or_else_all(Some(read))
    }
}
