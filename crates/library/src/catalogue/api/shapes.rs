//! Titles, copies and shelves as programs of staff read them.
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::catalogue::acts::{Imported, TakenIn};
use crate::catalogue::answers::Found;
use crate::catalogue::imports::Bad;
use crate::catalogue::reads::Whole;
use crate::catalogue::rules::NewTitle;
use crate::catalogue::says;
use crate::frame::cover_path;
use crate::rules::{Copy, Kind, Shelf, Stands};
use crate::{CopyId, TitleId};

/// What is known of a title. Texts may be empty, the title is not.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TitleCard)]
pub struct CardShape {
    /// 13 digits; left out where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isbn: Option<String>,
    pub title: String,
    pub subtitle: String,
    pub authors: String,
    pub publisher: String,
    /// Of the edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// Chinese Library Classification.
    pub class: String,
    pub kind: Kind,
    pub for_children: bool,
    pub note: String,
}

impl CardShape {
    pub fn of_new(one: &NewTitle) -> CardShape {
        CardShape {
            isbn: one.isbn.as_ref().map(ToString::to_string),
            title: one.title.clone(),
            subtitle: one.subtitle.clone(),
            authors: one.authors.clone(),
            publisher: one.publisher.clone(),
            year: one.year,
            class: one.class.clone(),
            kind: one.kind,
            for_children: one.for_children,
            note: one.note.clone(),
        }
    }
}

/// A title of the station, and how many copies of it there are.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TitleAtDesk)]
pub struct TitleShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: TitleId,
    pub card: CardShape,
    #[schema(format = Date)]
    pub added_on: String,
    /// Those that are not gone.
    pub copies: i64,
    /// Those that stand in the room: neither lent nor put aside.
    pub free: i64,
    /// Where its cover is: a JPEG.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<String>,
}

impl TitleShape {
    pub fn of(station: &Station, found: &Found) -> TitleShape {
        let one = &found.title;
        let card = CardShape {
            isbn: one.isbn.clone(),
            title: one.title.clone(),
            subtitle: one.subtitle.clone(),
            authors: one.authors.clone(),
            publisher: one.publisher.clone(),
            year: one.year,
            class: one.class.clone(),
            kind: one.kind,
            for_children: one.for_children,
            note: one.note.clone(),
        };
        TitleShape {
            id: one.id,
            card,
            added_on: one.added_on.to_string(),
            copies: found.copies,
            free: found.free,
            cover: found.has_cover.then(|| cover_path(station, one.id)),
        }
    }
}

/// Some titles.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TitlesAtDesk)]
pub struct ListShape {
    pub titles: Vec<TitleShape>,
    /// What `before` asks for those after these; left out at the end, and of titles that fit words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub more_before: Option<TitleId>,
}

/// One copy.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CopyAtDesk)]
pub struct CopyShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: CopyId,
    pub barcode: String,
    /// The code of the shelf where it belongs.
    pub shelf: String,
    pub stands: Stands,
    /// Where it comes from.
    pub source: String,
    #[schema(format = Date)]
    pub added_on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub last_lent_on: Option<String>,
    /// In a stocktake, or when it was lent or given back.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub seen_on: Option<String>,
}

impl CopyShape {
    pub fn of(copy: &Copy, shelves: &[Shelf]) -> CopyShape {
        let shelf = shelves.iter().find(|one| one.id == copy.shelf).map(|one| one.code.clone());
        CopyShape {
            id: copy.id,
            barcode: copy.barcode.clone(),
            shelf: shelf.unwrap_or_default(),
            stands: copy.stands,
            source: copy.source.clone(),
            added_on: copy.added_on.to_string(),
            last_lent_on: copy.last_lent_on.map(|day| day.to_string()),
            seen_on: copy.seen_on.map(|day| day.to_string()),
        }
    }
}

/// A title with each of its copies.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TitleWhole)]
pub struct WholeShape {
    pub title: TitleShape,
    /// Also those that are gone, the oldest first.
    pub copies: Vec<CopyShape>,
}

impl WholeShape {
    pub fn of(station: &Station, whole: &Whole) -> WholeShape {
        let copies = whole.copies.iter().map(|copy| CopyShape::of(copy, &whole.shelves)).collect();
        WholeShape { title: TitleShape::of(station, &whole.found), copies }
    }
}

/// What is known of an ISBN.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = IsbnKnown)]
pub struct KnownShape {
    /// The title that the station has with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub title: Option<TitleId>,
    /// What the station, or else the shared pack, knows of the book; left out where nobody knows anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<CardShape>,
}

/// What has come in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TakenIn)]
pub struct TakenInShape {
    #[schema(value_type = String, format = Uuid)]
    pub title: TitleId,
    /// In the order of their barcodes.
    #[schema(value_type = Vec<String>)]
    pub copies: Vec<CopyId>,
}

impl TakenInShape {
    pub fn of(taken: TakenIn) -> TakenInShape {
        TakenInShape { title: taken.title, copies: taken.copies }
    }
}

/// A shelf.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ShelfAtDesk)]
pub struct ShelfShape {
    pub id: i32,
    /// In addresses and on labels.
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
    /// Take one, bring one: nobody writes down who.
    pub honesty: bool,
    pub place: i16,
}

impl ShelfShape {
    pub fn of(one: &Shelf) -> ShelfShape {
        let (code, name_zh, name_en) = (one.code.clone(), one.name_zh.clone(), one.name_en.clone());
        ShelfShape { id: one.id, code, name_zh, name_en, honesty: one.honesty, place: one.place }
    }
}

/// All shelves.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ShelvesAtDesk)]
pub struct ShelvesShape {
    /// In their order.
    pub shelves: Vec<ShelfShape>,
}

/// A line of a file that cannot come in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LineNotTakenIn)]
pub struct BadShape {
    /// Its line, or its number in the file, from 1.
    pub at: usize,
    /// Why, in the reader's language.
    pub why: String,
}

/// What became of the lines of a file, or would become of them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TitlesImported)]
pub struct ImportedShape {
    pub new_titles: usize,
    pub new_copies: usize,
    /// Titles that were there with all their copies.
    pub known: usize,
    /// By name; they are put up because lines name them.
    pub new_shelves: Vec<String>,
    pub refused: Vec<BadShape>,
}

impl ImportedShape {
    pub fn of(v: &View, all: &Imported) -> ImportedShape {
        let bad = |bad: &Bad| BadShape { at: bad.at, why: says::why(v, bad) };
        ImportedShape {
            new_titles: all.new_titles,
            new_copies: all.new_copies,
            known: all.known,
            new_shelves: all.new_shelves.clone(),
            refused: all.refused.iter().map(bad).collect(),
        }
    }
}
