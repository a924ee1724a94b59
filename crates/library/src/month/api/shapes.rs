//! What calls answer.
use jiff::civil::Date;
use kernel::share::ShareShape;
use serde::Serialize;
use utoipa::ToSchema;

use crate::TitleId;
use crate::month::answers::{Idle, IdleList, IdleShelf, Month};
use crate::month::rules;

/// How many loans were of one kind.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryMonthKind)]
pub struct KindShape {
    /// `book`, `picture-book`, `magazine`, `media`, `thing`.
    #[schema(example = "book")]
    pub kind: &'static str,
    pub issues: usize,
}

/// How much of a shelf nobody has taken for a year, as it is today.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryIdleShelf)]
pub struct IdleShelfShape {
    /// Its code.
    pub shelf: String,
    /// What belongs there and stands here, or is lent.
    pub copies: usize,
    pub idle: usize,
}

/// What a month was like.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryMonth)]
pub struct MonthShape {
    #[schema(example = "2026-05")]
    pub month: String,
    /// The first day of which anything is known; null before the first loan.
    #[schema(value_type = Option<String>, format = Date)]
    pub known_since: Option<Date>,
    /// Loans. Renewals are told apart.
    pub issues: usize,
    pub by_kind: Vec<KindShape>,
    /// Readers who took something; each counts once.
    pub readers: usize,
    /// Loans of titles for children.
    pub children: ShareShape,
    pub returns: usize,
    /// Came back after its day, of what came back.
    pub late: ShareShape,
    pub renewals: usize,
    /// From honesty shelves, as people pressed it: whoever does not press is not counted.
    pub taken: usize,
    pub brought: usize,
    /// Without honesty shelves.
    pub idle: Vec<IdleShelfShape>,
}

impl MonthShape {
    pub fn of(month: Date, read: &Month) -> MonthShape {
        let f = &read.figures;
        let shelf =
            |one: &IdleShelf| IdleShelfShape { shelf: one.shelf.code.clone(), copies: one.copies, idle: one.idle };
        MonthShape {
            month: rules::name(month),
            known_since: read.known_since,
            issues: f.issues,
            by_kind: f.by_kind.iter().map(|(kind, n)| KindShape { kind: kind.word(), issues: *n }).collect(),
            readers: f.readers,
            children: ShareShape::of(f.children),
            returns: f.returns,
            late: ShareShape::of(f.late),
            renewals: f.renewals,
            taken: f.taken,
            brought: f.brought,
            idle: read.shelves.iter().map(shelf).collect(),
        }
    }
}

/// A copy that nobody has taken for a year.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryIdleCopy)]
pub struct IdleCopyShape {
    #[schema(value_type = String, format = Uuid)]
    pub title_id: TitleId,
    pub title: String,
    pub barcode: String,
    #[schema(value_type = String, format = Date)]
    pub added_on: Date,
    /// Null: never.
    #[schema(value_type = Option<String>, format = Date)]
    pub last_lent_on: Option<Date>,
}

/// The idle copies of a shelf.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryIdle)]
pub struct IdleShape {
    /// The code of the shelf.
    pub shelf: String,
    /// So many there are.
    pub n: usize,
    /// At most 300 of them, the oldest first.
    pub copies: Vec<IdleCopyShape>,
}

impl IdleShape {
    pub fn of(list: &IdleList) -> IdleShape {
        let one = |one: &Idle| IdleCopyShape {
            title_id: one.title,
            title: one.name.clone(),
            barcode: one.barcode.clone(),
            added_on: one.added_on,
            last_lent_on: one.last_lent_on,
        };
        IdleShape { shelf: list.shelf.code.clone(), n: list.n, copies: list.all.iter().map(one).collect() }
    }
}
