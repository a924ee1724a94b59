//! The fields of the forms about titles, as they were typed.
use std::collections::BTreeMap;

use kernel::form::Problems;
use serde::Deserialize;

use super::asked::{CopiesToTakeIn, CopyAsWanted, NewLibraryShelf, NewLibraryTitle, ShelfAsWanted, TitleToTakeIn};
use super::rules::{CopyChange, NewCopies, NewTitle};
use crate::CopyId;
use crate::rules::{Kind, Shelf, Stands, Title};

/// A title, with its copies when it comes in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TitleForm {
    pub once: String,
    pub isbn: String,
    pub title: String,
    pub subtitle: String,
    pub authors: String,
    pub publisher: String,
    pub year: String,
    pub class: String,
    pub kind: String,
    pub children: String,
    pub note: String,
    pub shelf: String,
    pub count: String,
    pub source: String,
}

impl TitleForm {
    /// What a new one begins with.
    pub fn fresh(once: String, isbn: &str, shelves: &[Shelf]) -> TitleForm {
        TitleForm {
            once,
            isbn: isbn.to_owned(),
            kind: Kind::Book.word().to_owned(),
            shelf: shelves.first().map(|shelf| shelf.code.clone()).unwrap_or_default(),
            count: "1".to_owned(),
            ..TitleForm::default()
        }
    }

    /// What the pack knows of a book.
    pub fn known(once: String, known: &NewTitle, shelves: &[Shelf]) -> TitleForm {
        let one = NewLibraryTitle::of(known);
        let fresh = TitleForm::fresh(once, one.isbn.as_deref().unwrap_or_default(), shelves);
        TitleForm {
            title: one.title,
            subtitle: one.subtitle,
            authors: one.authors,
            publisher: one.publisher,
            year: one.year.map(|year| year.to_string()).unwrap_or_default(),
            class: one.class,
            kind: one.kind.word().to_owned(),
            children: if one.for_children { "1".to_owned() } else { String::new() },
            note: one.note,
            ..fresh
        }
    }

    /// A title as it is.
    pub fn of(once: String, title: &Title) -> TitleForm {
        TitleForm {
            once,
            isbn: title.isbn.clone().unwrap_or_default(),
            title: title.title.clone(),
            subtitle: title.subtitle.clone(),
            authors: title.authors.clone(),
            publisher: title.publisher.clone(),
            year: title.year.map(|year| year.to_string()).unwrap_or_default(),
            class: title.class.clone(),
            kind: title.kind.word().to_owned(),
            children: if title.for_children { "1".to_owned() } else { String::new() },
            note: title.note.clone(),
            ..TitleForm::default()
        }
    }

    /// A year that cannot be read is out of bounds; a kind that there is not is said by who asks.
    fn asked(&self, kind: Kind) -> NewLibraryTitle {
        let year = match self.year.trim() {
            "" => None,
            typed => Some(typed.parse().unwrap_or(-1)),
        };
        NewLibraryTitle {
            isbn: Some(self.isbn.clone()).filter(|isbn| !isbn.trim().is_empty()),
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            authors: self.authors.clone(),
            publisher: self.publisher.clone(),
            year,
            class: self.class.clone(),
            kind,
            for_children: !self.children.is_empty(),
            note: self.note.clone(),
        }
    }

    fn kind(&self) -> Result<Kind, Problems> {
        let mut problems = Problems::default();
        let kind = problems.take("kind", Kind::of_word(&self.kind).ok_or(()), "catalogue-bad-kind");
        problems.or_else_all(kind)
    }

    pub fn changed(&self) -> Result<NewTitle, Problems> {
        self.asked(self.kind()?).checked()
    }

    pub fn take_in(&self, shelves: &[Shelf]) -> Result<(NewTitle, NewCopies), Problems> {
        let copies = CopiesForm::of(self).asked();
        TitleToTakeIn { title: self.asked(self.kind()?), copies, cover: None }.checked(shelves)
    }
}

/// Copies of a title that is there.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CopiesForm {
    pub once: String,
    pub shelf: String,
    pub count: String,
    pub source: String,
}

impl CopiesForm {
    pub fn of(form: &TitleForm) -> CopiesForm {
        CopiesForm {
            once: form.once.clone(),
            shelf: form.shelf.clone(),
            count: form.count.clone(),
            source: form.source.clone(),
        }
    }

    pub fn fresh(once: String, shelves: &[Shelf]) -> CopiesForm {
        CopiesForm::of(&TitleForm::fresh(once, "", shelves))
    }

    /// A number that cannot be read is out of bounds.
    fn asked(&self) -> CopiesToTakeIn {
        let count = self.count.trim().parse().unwrap_or(0);
        CopiesToTakeIn { shelf: self.shelf.clone(), count, source: self.source.clone() }
    }

    pub fn checked(&self, shelves: &[Shelf]) -> Result<NewCopies, Problems> {
        self.asked().checked(shelves)
    }
}

/// What is changed of a copy.
#[derive(Debug, Clone, Default)]
pub struct CopyForm {
    pub once: String,
    pub shelf: String,
    pub stands: String,
}

impl CopyForm {
    /// The page has such a form for each copy: their fields end with its id.
    pub fn of(mut sent: BTreeMap<String, String>, id: CopyId) -> CopyForm {
        let mut take = |name: &str| sent.remove(name).unwrap_or_default();
        CopyForm { once: take("once"), shelf: take(&format!("shelf-{id}")), stands: take(&format!("stands-{id}")) }
    }

    pub fn checked(&self, shelves: &[Shelf]) -> Result<CopyChange, Problems> {
        let mut problems = Problems::default();
        let stands = Stands::ALL.into_iter().find(|stands| stands.word() == self.stands);
        let stands = problems.take("stands", stands.ok_or(()), "catalogue-bad-stands");
        let stands = problems.or_else_all(stands)?;
        CopyAsWanted { shelf: self.shelf.clone(), stands }.checked(shelves)
    }
}

/// A shelf.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ShelfForm {
    pub once: String,
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
    pub honesty: String,
    pub place: String,
}

impl ShelfForm {
    pub fn of(once: String, shelf: &Shelf) -> ShelfForm {
        ShelfForm {
            once,
            code: shelf.code.clone(),
            name_zh: shelf.name_zh.clone(),
            name_en: shelf.name_en.clone(),
            honesty: if shelf.honesty { "1".to_owned() } else { String::new() },
            place: shelf.place.to_string(),
        }
    }

    /// A place that cannot be read is out of bounds.
    pub fn wanted(&self) -> ShelfAsWanted {
        let place = match self.place.trim() {
            "" => 0,
            typed => typed.parse().unwrap_or(-1),
        };
        let (name_zh, name_en) = (self.name_zh.clone(), self.name_en.clone());
        ShelfAsWanted { name_zh, name_en, honesty: !self.honesty.is_empty(), place }
    }

    pub fn new_shelf(&self) -> NewLibraryShelf {
        let ShelfAsWanted { name_zh, name_en, honesty, place } = self.wanted();
        NewLibraryShelf { code: self.code.clone(), name_zh, name_en, honesty, place }
    }
}

/// A list that comes in: first looked at, then taken in with what was looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ImportForm {
    pub once: String,
    /// The code of a shelf.
    pub shelf: String,
    /// The file that was looked at, in base64 for addresses.
    pub looked: String,
}

/// A photo; the file comes beside it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CoverForm {
    pub once: String,
}

/// What was asked for in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    pub q: String,
    pub before: String,
    pub done: String,
    pub isbn: String,
    /// A book without a number.
    pub plain: String,
}

/// Which labels.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LabelsForm {
    /// Ids of copies with commas between them.
    pub copies: String,
    pub title: String,
    pub since: String,
    pub after: String,
}
