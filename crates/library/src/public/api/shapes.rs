//! Titles, pieces and one's own things as programs read them. Nobody's name stands in any of them.
use jiff::civil::Date;
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::catalogue::answers::Found;
use crate::frame::{cover_path, shelf_path, title_path};
use crate::lending::answers::{CopyState, HoldSeen, LoanSeen, Read};
use crate::public::reads::{Piece, ShelfSeen, TitleSeen};
use crate::rules::{Kind, Shelf, Stands, Title};
use crate::{HoldId, LoanId, TitleId};

/// What can be read.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = LibraryTitleFacts)]
pub struct TitleShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: TitleId,
    /// 13 digits; a third have none.
    pub isbn: Option<String>,
    pub title: String,
    /// May be empty, as authors, publisher and class.
    pub subtitle: String,
    pub authors: String,
    pub publisher: String,
    /// Of the edition.
    pub year: Option<i16>,
    /// Of the Chinese Library Classification: I247.5.
    pub class: String,
    pub kind: Kind,
    pub for_children: bool,
    /// Where people read about it.
    pub page: String,
}

impl TitleShape {
    pub fn of(station: &Station, t: &Title) -> TitleShape {
        TitleShape {
            id: t.id,
            isbn: t.isbn.clone(),
            title: t.title.clone(),
            subtitle: t.subtitle.clone(),
            authors: t.authors.clone(),
            publisher: t.publisher.clone(),
            year: t.year,
            class: t.class.clone(),
            kind: t.kind,
            for_children: t.for_children,
            page: title_path(station, t.id),
        }
    }
}

/// A title in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = LibraryTitleInList)]
pub struct FoundShape {
    #[serde(flatten)]
    pub title: TitleShape,
    /// Pieces that the station has.
    #[schema(minimum = 0)]
    pub copies: i64,
    /// Those that stand in the room: neither lent nor put aside.
    #[schema(minimum = 0)]
    pub free: i64,
}

impl FoundShape {
    pub fn of(station: &Station, f: &Found) -> FoundShape {
        FoundShape { title: TitleShape::of(station, &f.title), copies: f.copies, free: f.free }
    }
}

/// Some titles.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryTitles)]
pub struct ListShape {
    pub titles: Vec<FoundShape>,
    /// What `before` asks for those after these; left out at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub more_before: Option<TitleId>,
}

/// How a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LibraryCopyState)]
pub enum StateShape {
    /// It stands there for whoever comes.
    Free,
    Lent,
    /// Put aside for somebody.
    Kept,
    Missing,
    Repair,
    /// To another station.
    OnTheWay,
}

/// A piece of a title.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = LibraryCopyPublic)]
pub struct PieceShape {
    #[schema(max_length = 20)]
    pub barcode: String,
    /// The code of the shelf where it belongs.
    pub shelf: Option<String>,
    pub state: StateShape,
    /// While it is lent: the day on which it is due.
    #[schema(value_type = Option<String>, format = Date)]
    pub due_on: Option<Date>,
}

impl PieceShape {
    pub fn of(piece: &Piece) -> PieceShape {
        let (state, due_on) = match piece.state {
            CopyState::Free => (StateShape::Free, None),
            CopyState::Lent { due_on } => (StateShape::Lent, Some(due_on)),
            CopyState::KeptForSomebody => (StateShape::Kept, None),
            CopyState::NotHere(Stands::Repair) => (StateShape::Repair, None),
            CopyState::NotHere(Stands::OnTheWay) => (StateShape::OnTheWay, None),
            CopyState::NotHere(Stands::Missing | Stands::Gone | Stands::Here) => (StateShape::Missing, None),
        };
        let shelf = piece.shelf.as_ref().map(|shelf| shelf.code.clone());
        PieceShape { barcode: piece.copy.barcode.clone(), shelf, state, due_on }
    }
}

/// Something that whoever asks has.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = MyLibraryLoan)]
pub struct LoanShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: LoanId,
    pub title: TitleShape,
    #[schema(max_length = 20)]
    pub barcode: String,
    #[schema(value_type = String, format = Date)]
    pub lent_on: Date,
    #[schema(value_type = String, format = Date)]
    pub due_on: Date,
    pub overdue: bool,
    /// So often it may still be kept for longer, unless others wait.
    #[schema(minimum = 0, maximum = 9)]
    pub renewals_left: i16,
    pub others_wait: bool,
}

impl LoanShape {
    pub fn of(station: &Station, loan: &LoanSeen) -> LoanShape {
        LoanShape {
            id: loan.loan,
            title: TitleShape::of(station, &loan.title),
            barcode: loan.copy.barcode.clone(),
            lent_on: loan.lent_on,
            due_on: loan.due_on,
            overdue: loan.overdue,
            renewals_left: loan.renewals_left,
            others_wait: loan.others_wait,
        }
    }
}

/// Something that whoever asks waits for.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = MyLibraryHold)]
pub struct HoldShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: HoldId,
    pub title: TitleShape,
    /// From 1.
    #[schema(minimum = 1)]
    pub place_in_line: i64,
    /// A piece is put aside: the last day on which it is kept.
    #[schema(value_type = Option<String>, format = Date)]
    pub ready_until: Option<Date>,
}

impl HoldShape {
    pub fn of(station: &Station, hold: &HoldSeen) -> HoldShape {
        HoldShape {
            id: hold.hold,
            title: TitleShape::of(station, &hold.title),
            place_in_line: hold.place_in_line,
            ready_until: hold.ready.as_ref().map(|(_, until)| *until),
        }
    }
}

/// A title, and how it stands with whoever asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryTitleSeen)]
pub struct SeenShape {
    #[serde(flatten)]
    pub title: TitleShape,
    /// What it is about, in a few words; may be empty.
    pub note: String,
    /// Where the photo of its cover is: a JPEG.
    pub cover: Option<String>,
    pub copies: Vec<PieceShape>,
    /// So many wait for it.
    #[schema(minimum = 0)]
    pub waiting: i64,
    /// The station lends things of its kind.
    pub lent_here: bool,
    /// Whoever asks has it.
    pub loan: Option<LoanShape>,
    /// Whoever asks waits for it.
    pub hold: Option<HoldShape>,
}

impl SeenShape {
    pub fn of(station: &Station, seen: &TitleSeen) -> SeenShape {
        SeenShape {
            title: TitleShape::of(station, &seen.title),
            note: seen.title.note.clone(),
            cover: seen.has_cover.then(|| cover_path(station, seen.title.id)),
            copies: seen.pieces.iter().map(PieceShape::of).collect(),
            waiting: seen.line,
            lent_here: seen.lent_here,
            loan: seen.loan.as_ref().map(|loan| LoanShape::of(station, loan)),
            hold: seen.hold.as_ref().map(|hold| HoldShape::of(station, hold)),
        }
    }
}

/// A piece, and its title.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryCopySeen)]
pub struct CopyShape {
    pub copy: PieceShape,
    pub title: SeenShape,
}

/// Where copies belong.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = LibraryShelfPublic)]
pub struct ShelfShape {
    pub code: String,
    /// In the reader's language, as far as it was written in it.
    pub name: String,
    /// Take one, bring one: nobody writes down who.
    pub honesty: bool,
    pub page: String,
}

impl ShelfShape {
    pub fn of(v: &View, station: &Station, shelf: &Shelf) -> ShelfShape {
        ShelfShape {
            code: shelf.code.clone(),
            name: crate::frame::shelf(v, shelf).to_owned(),
            honesty: shelf.honesty,
            page: shelf_path(station, &shelf.code),
        }
    }
}

/// All shelves.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryShelvesPublic)]
pub struct ShelvesShape {
    /// In their order.
    pub shelves: Vec<ShelfShape>,
}

/// A piece on a shelf.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryOnShelf)]
pub struct OnShelfShape {
    pub title: TitleShape,
    pub copy: PieceShape,
}

/// A shelf, with a part of what belongs there.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryShelfSeen)]
pub struct ShelfSeenShape {
    pub shelf: ShelfShape,
    /// By title, at most 30.
    pub part: Vec<OnShelfShape>,
    /// What `from` asks for those after these; left out at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more_from: Option<usize>,
    /// So many belong there.
    pub all: usize,
    /// So many of them stand there now.
    pub here: usize,
}

impl ShelfSeenShape {
    pub fn of(v: &View, station: &Station, seen: &ShelfSeen) -> ShelfSeenShape {
        let one = |(title, piece): &(Title, Piece)| OnShelfShape {
            title: TitleShape::of(station, title),
            copy: PieceShape::of(piece),
        };
        let next = seen.from.saturating_add(seen.part.len());
        ShelfSeenShape {
            shelf: ShelfShape::of(v, station, &seen.shelf),
            part: seen.part.iter().map(one).collect(),
            more_from: (!seen.part.is_empty() && next < seen.all).then_some(next),
            all: seen.all,
            here: seen.here,
        }
    }
}

/// What somebody has and waits for at one station.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MyLibraryAtStation)]
pub struct MineAtShape {
    /// The station's slug.
    pub station: String,
    /// What is due first comes first.
    pub loans: Vec<LoanShape>,
    pub holds: Vec<HoldShape>,
}

/// The same at all stations.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MyLibrary)]
pub struct MineShape {
    pub stations: Vec<MineAtShape>,
}

/// Something that somebody has read.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReadingHistoryEntry)]
pub struct ReadShape {
    pub title: TitleShape,
    #[schema(value_type = String, format = Date)]
    pub lent_on: Date,
    #[schema(value_type = String, format = Date)]
    pub returned_on: Date,
}

/// What somebody has read here, if they want it to be remembered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReadingHistory)]
pub struct HistoryShape {
    /// Whether they want it.
    pub history: bool,
    /// The newest first.
    pub read: Vec<ReadShape>,
}

impl HistoryShape {
    pub fn of(station: &Station, (history, all): (bool, &[Read])) -> HistoryShape {
        let one = |read: &Read| ReadShape {
            title: TitleShape::of(station, &read.title),
            lent_on: read.lent_on,
            returned_on: read.returned_on,
        };
        HistoryShape { history, read: all.iter().map(one).collect() }
    }
}

/// What became of a scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LibraryScanOutcome)]
pub enum DidShape {
    Lent,
    Returned,
    /// It may go: the same scan with a card lends it.
    CardWanted,
    /// It was a card: the next scan brings it along.
    CardRead,
}

/// The answer to a scan.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryScanned)]
pub struct ScannedShape {
    pub did: DidShape,
    pub title: Option<TitleShape>,
    /// Where it belongs, when it came back.
    pub shelf: Option<ShelfShape>,
    /// It came back and is kept for somebody: not onto the shelf, but to whoever works there.
    pub kept_for_somebody: bool,
    /// When it is due, once lent.
    #[schema(value_type = Option<String>, format = Date)]
    pub due_on: Option<Date>,
}
