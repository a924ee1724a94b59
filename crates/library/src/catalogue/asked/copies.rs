//! Copies that come in, and what is changed of one.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::line;
use crate::catalogue::rules::{CopyChange, MOST_COPIES, MOST_SOURCE, NewCopies};
use crate::rules::{Shelf, Stands};

/// So many copies of one title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CopiesToTakeIn {
    /// The code of the shelf where they belong.
    #[schema(min_length = 1, max_length = 12, example = "a1")]
    pub shelf: String,
    #[schema(minimum = 1, maximum = 50, example = 1)]
    pub count: u8,
    /// Where they come from: bought, given by an office. Never a person's name.
    #[serde(default)]
    #[schema(max_length = 40, example = "县图书馆配送")]
    pub source: String,
}

impl CopiesToTakeIn {
    pub(super) fn read(&self, p: &mut Problems, shelves: &[Shelf]) -> Option<NewCopies> {
        let shelf = place(p, &self.shelf, shelves);
        if !(1..=MOST_COPIES).contains(&self.count) {
            p.add_with("count", "catalogue-bad-count", vec![("most", MOST_COPIES.to_string())]);
        }
        let source = line(p, "source", &self.source, MOST_SOURCE);
        shelf.map(|shelf| NewCopies { shelf, source, count: self.count })
    }

    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(&self, shelves: &[Shelf]) -> Result<NewCopies, Problems> {
        let mut p = Problems::default();
        let read = self.read(&mut p, shelves);
        p.or_else_all(read)
    }
}

/// The number of the shelf with that code.
fn place(p: &mut Problems, code: &str, shelves: &[Shelf]) -> Option<i32> {
    let found = shelves.iter().find(|shelf| shelf.code == code.trim()).map(|shelf| shelf.id);
    p.take("shelf", found.ok_or(()), "catalogue-no-such-shelf-field")
}

/// Where a copy belongs, and how it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CopyAsWanted {
    /// The code of a shelf.
    #[schema(min_length = 1, max_length = 12, example = "a1")]
    pub shelf: String,
    /// Here, missing, under repair or gone. Nothing is put on its way here.
    pub stands: Stands,
}

impl CopyAsWanted {
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(&self, shelves: &[Shelf]) -> Result<CopyChange, Problems> {
        let mut p = Problems::default();
        let shelf = place(&mut p, &self.shelf, shelves);
        p.or_else_all(shelf.map(|shelf| CopyChange { shelf, stands: self.stands }))
    }
}
