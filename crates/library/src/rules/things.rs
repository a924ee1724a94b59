//! A title is what can be read; a copy is one piece of it with a barcode of the station's own.
use jiff::civil::Date;

use super::kinds::{Kind, Stands};
use crate::{CopyId, TitleId};

/// What can be read. Texts may be empty, the title may not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    pub id: TitleId,
    /// 13 digits.
    pub isbn: Option<String>,
    pub title: String,
    pub subtitle: String,
    pub authors: String,
    pub publisher: String,
    /// Of the edition.
    pub year: Option<i16>,
    /// Chinese Library Classification: I247.5.
    pub class: String,
    pub kind: Kind,
    pub for_children: bool,
    pub note: String,
    pub added_on: Date,
}

/// One piece of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    pub id: CopyId,
    pub title: TitleId,
    /// The station's own: 13 digits that begin with 20; or that of another system: up to 20 capitals, digits and hyphens.
    pub barcode: String,
    pub shelf: i32,
    pub stands: Stands,
    pub source: String,
    pub added_on: Date,
    pub last_lent_on: Option<Date>,
    pub seen_on: Option<Date>,
}

/// Where copies belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    pub id: i32,
    /// In addresses and on labels.
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
    /// Take one, bring one: nobody writes down who.
    pub honesty: bool,
    pub place: i16,
}
