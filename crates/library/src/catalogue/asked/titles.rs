//! A title as somebody writes it, alone or with the copies that come in.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::copies::CopiesToTakeIn;
use super::text::{line, must};
use crate::catalogue::rules::{
    Isbn, MOST_AUTHORS, MOST_CLASS, MOST_NOTE, MOST_PUBLISHER, MOST_SUBTITLE, MOST_TITLE, MOST_YEAR, NewCopies,
    NewTitle, NotAnIsbn, isbn,
};
use crate::rules::{Kind, Shelf};

/// What can be read, or lent otherwise.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLibraryTitle {
    /// Ten or thirteen digits, with or without hyphens; left out where there is none.
    #[serde(default)]
    #[schema(max_length = 30, example = "978-7-5726-0858-2")]
    pub isbn: Option<String>,
    #[schema(min_length = 1, max_length = 120, example = "长安的荔枝")]
    pub title: String,
    #[serde(default)]
    #[schema(max_length = 120)]
    pub subtitle: String,
    /// Who wrote or drew it.
    #[serde(default)]
    #[schema(max_length = 120, example = "马伯庸")]
    pub authors: String,
    #[serde(default)]
    #[schema(max_length = 60, example = "湖南文艺出版社")]
    pub publisher: String,
    /// Of the edition.
    #[serde(default)]
    #[schema(minimum = 1400, maximum = 2100, example = 2022)]
    pub year: Option<i16>,
    /// Chinese Library Classification.
    #[serde(default)]
    #[schema(max_length = 24, example = "I247.5")]
    pub class: String,
    #[serde(default)]
    pub kind: Kind,
    #[serde(default)]
    pub for_children: bool,
    /// What it is about, in a few words of one's own.
    #[serde(default)]
    #[schema(max_length = 300)]
    pub note: String,
}

/// Longer than any way of writing thirteen digits.
const MOST_ISBN: usize = 30;

/// The number, if one was typed.
fn number(p: &mut Problems, typed: &str) -> Option<Isbn> {
    let read = if typed.chars().count() > MOST_ISBN { Err(NotAnIsbn::Length) } else { isbn::read(typed) };
    match read {
        _ if typed.trim().is_empty() => None,
        Ok(isbn) => Some(isbn),
        Err(why) => {
            match why {
                NotAnIsbn::Length => p.add("isbn", "catalogue-isbn-length"),
                NotAnIsbn::Letters => p.add("isbn", "catalogue-isbn-letters"),
                NotAnIsbn::Prefix => p.add("isbn", "catalogue-isbn-prefix"),
                NotAnIsbn::Check { .. } => p.add("isbn", "catalogue-isbn-check"),
            }
            None
        }
    }
}

impl NewLibraryTitle {
    pub fn of(title: &NewTitle) -> NewLibraryTitle {
        NewLibraryTitle {
            isbn: title.isbn.as_ref().map(ToString::to_string),
            title: title.title.clone(),
            subtitle: title.subtitle.clone(),
            authors: title.authors.clone(),
            publisher: title.publisher.clone(),
            year: title.year,
            class: title.class.clone(),
            kind: title.kind,
            for_children: title.for_children,
            note: title.note.clone(),
        }
    }

    fn read(&self, p: &mut Problems) -> NewTitle {
        if self.year.is_some_and(|year| !MOST_YEAR.contains(&year)) {
            p.add("year", "catalogue-bad-year");
        }
        NewTitle {
            isbn: number(p, self.isbn.as_deref().unwrap_or_default()),
            title: must(p, "title", &self.title, (MOST_TITLE, "catalogue-no-title")),
            subtitle: line(p, "subtitle", &self.subtitle, MOST_SUBTITLE),
            authors: line(p, "authors", &self.authors, MOST_AUTHORS),
            publisher: line(p, "publisher", &self.publisher, MOST_PUBLISHER),
            year: self.year,
            class: line(p, "class", &self.class, MOST_CLASS),
            kind: self.kind,
            for_children: self.for_children,
            note: line(p, "note", &self.note, MOST_NOTE),
        }
    }

    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(&self) -> Result<NewTitle, Problems> {
        let mut p = Problems::default();
        let read = self.read(&mut p);
        p.or_else_all(Some(read))
    }
}

/// A title with its copies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TitleToTakeIn {
    /// One whose ISBN the station has is that title; what else is said of it here is passed over.
    pub title: NewLibraryTitle,
    pub copies: CopiesToTakeIn,
    /// A photo of the cover: a JPEG or PNG of at most 15 MB, in base64. It is kept encoded anew, without what the camera wrote into it.
    #[serde(default)]
    #[schema(format = Byte)]
    pub cover: Option<String>,
}

impl TitleToTakeIn {
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(&self, shelves: &[Shelf]) -> Result<(NewTitle, NewCopies), Problems> {
        let mut p = Problems::default();
        let title = self.title.read(&mut p);
        let copies = self.copies.read(&mut p, shelves);
        p.or_else_all(copies.map(|copies| (title, copies)))
    }
}
