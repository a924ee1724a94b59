//! What comes in: a title as somebody has written it, so many copies of it, a shelf; and what may become of a copy.
use serde::{Deserialize, Serialize};

use super::isbn::Isbn;
use super::refusal::NoIntake;
use crate::TitleId;
use crate::rules::{Copy, Kind, Stands};

pub const MOST_TITLE: usize = 120;
pub const MOST_SUBTITLE: usize = 120;
pub const MOST_AUTHORS: usize = 120;
pub const MOST_PUBLISHER: usize = 60;
pub const MOST_CLASS: usize = 24;
pub const MOST_NOTE: usize = 300;
pub const MOST_SOURCE: usize = 40;
pub const MOST_SHELF_CODE: usize = 12;
pub const MOST_SHELF_NAME: usize = 24;
/// So many copies of one title come in at once.
pub const MOST_COPIES: u8 = 50;
/// The years in which something may have been printed.
pub const MOST_YEAR: std::ops::RangeInclusive<i16> = 1400..=2100;

/// A title, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewTitle {
    pub isbn: Option<Isbn>,
    pub title: String,
    /// May be empty, as all texts but the title.
    pub subtitle: String,
    pub authors: String,
    pub publisher: String,
    pub year: Option<i16>,
    pub class: String,
    pub kind: Kind,
    pub for_children: bool,
    pub note: String,
}

/// What copies are of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Of {
    /// A title that may be new here. One with an ISBN that the station has already is that title.
    New(NewTitle),
    There(TitleId),
}

/// So many copies, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewCopies {
    pub shelf: i32,
    /// Where they come from; may be empty.
    pub source: String,
    /// 1 to [`MOST_COPIES`].
    pub count: u8,
}

/// A shelf as somebody has written it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewShelf {
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
    pub honesty: bool,
    pub place: i16,
}

/// What somebody wants to be true of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CopyChange {
    pub shelf: i32,
    pub stands: Stands,
}

/// What becomes of a copy. `lent`: somebody has it; `kept`: it is put aside for somebody.
///
/// # Errors
/// Nothing that somebody has or waits for is missing, under repair or gone; what is on its way is another page's.
pub fn change_copy(copy: &Copy, wanted: CopyChange, (lent, kept): (bool, bool)) -> Result<Copy, NoIntake> {
    let changed = Copy { shelf: wanted.shelf, stands: wanted.stands, ..copy.clone() };
    match () {
        () if changed.stands == copy.stands && copy.stands != Stands::OnTheWay => Ok(changed),
        () if copy.stands == Stands::OnTheWay || wanted.stands == Stands::OnTheWay => Err(NoIntake::OnTheWay),
        () if lent => Err(NoIntake::Lent),
        () if kept => Err(NoIntake::KeptForSomebody),
        () => Ok(changed),
    }
}
