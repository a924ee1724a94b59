//! What there is to read and how it stands: titles, pieces, shelves.
use std::sync::Arc;

use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

use crate::TitleId;
use crate::catalogue::answers::{self as catalogue, Found};
use crate::catalogue::rules::Only;
use crate::lending::answers::{self as lending, CopyState, HoldSeen, LoanSeen, Reader};
use crate::rules::{Copy, Kind, Shelf, Stands, Title};

/// So many stand on a page.
pub const AT_ONCE: usize = 20;
/// So many at most fit what somebody typed; whoever needs more types more.
pub const MOST_FOUND: usize = 50;
/// So many of a shelf stand on a page.
pub const OF_A_SHELF: usize = 30;

/// Which titles.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub typed: String,
    pub kind: Option<Kind>,
    pub children: bool,
    /// The newest after this one; what fits words is not paged.
    pub before: Option<TitleId>,
    pub most: usize,
}

/// A page of titles.
#[derive(Debug, Clone, Default)]
pub struct Page {
    pub all: Vec<Found>,
    pub more: bool,
}

fn many(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The newest titles, or those that fit what was typed, the best first.
pub async fn list(house: &House, station: &Station, wanted: Wanted) -> Result<Page, Fault> {
    let id = station.id;
    house.db.snapshot(move |c: &mut Conn| page(c, id, &wanted)).await
}

fn page(c: &mut Conn, station: StationId, w: &Wanted) -> Result<Page, Fault> {
    // What has no copy any more cannot be read here.
    let only = Only { kind: w.kind, children: w.children, with_copies: w.typed.is_empty() };
    let mut all = match w.typed.is_empty() {
        true => catalogue::newest(c, station, w.before, only, many(w.most + 1))?,
        false => catalogue::search_only(c, station, &w.typed, (only, many(w.most)))?,
    };
    let more = w.typed.is_empty() && all.len() > w.most;
    all.truncate(w.most);
    Ok(Page { all, more })
}

/// One piece as everybody sees it.
#[derive(Debug, Clone)]
pub struct Piece {
    pub copy: Copy,
    pub shelf: Option<Shelf>,
    pub state: CopyState,
}

/// A title, and how it stands with whoever looks.
#[derive(Debug, Clone)]
pub struct TitleSeen {
    pub title: Title,
    /// Without those that are gone.
    pub pieces: Vec<Piece>,
    /// So many wait for it.
    pub line: i64,
    /// The station lends things of its kind.
    pub lent_here: bool,
    pub has_cover: bool,
    pub loan: Option<LoanSeen>,
    pub hold: Option<HoldSeen>,
}

/// One title; `me` is who is signed in.
pub async fn title(
    house: &House,
    station: &Arc<Station>,
    (id, me): (TitleId, Option<PersonId>),
) -> Result<TitleSeen, Fault> {
    let (h, at) = (house.clone(), station.clone());
    house.db.snapshot(move |c: &mut Conn| title_seen(c, &h, &at, (id, me))).await
}

fn title_seen(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, me): (TitleId, Option<PersonId>),
) -> Result<TitleSeen, Fault> {
    let Found { title, has_cover, .. } = catalogue::found_title(c, station.id, id)?;
    let copies = catalogue::copies_of(c, station.id, id)?;
    let reader = reader(c, house, station, me)?;
    Ok(TitleSeen {
        pieces: pieces(c, station.id, copies)?,
        line: lending::line_of(c, station.id, id)?,
        lent_here: catalogue::settings(c, station.id)?.kinds.has(title.kind),
        has_cover,
        loan: reader.as_ref().and_then(|r| r.loans.iter().find(|l| l.title.id == id).cloned()),
        hold: reader.as_ref().and_then(|r| r.holds.iter().find(|h| h.title.id == id).cloned()),
        title,
    })
}

fn reader(c: &mut Conn, house: &House, station: &Station, me: Option<PersonId>) -> Result<Option<Reader>, Fault> {
    me.map(|me| lending::at_reader(c, house, station, me)).transpose()
}

/// Pieces with their shelves and states; those that are gone are nobody's business.
fn pieces(c: &mut Conn, station: StationId, mut copies: Vec<Copy>) -> Result<Vec<Piece>, Fault> {
    copies.retain(|copy| copy.stands != Stands::Gone);
    let shelves = catalogue::shelves(c, station)?;
    let states = lending::copy_states(c, station, &copies)?;
    let piece = |(copy, state): (Copy, CopyState)| Piece {
        shelf: shelves.iter().find(|shelf| shelf.id == copy.shelf).cloned(),
        copy,
        state,
    };
    Ok(copies.into_iter().zip(states).map(piece).collect())
}

/// What the code on a piece leads to.
#[derive(Debug, Clone)]
pub struct PieceSeen {
    pub piece: Piece,
    pub of: TitleSeen,
}

impl PieceSeen {
    /// It is with whoever looks.
    pub fn mine(&self) -> Option<&LoanSeen> {
        self.of.loan.as_ref().filter(|loan| loan.copy.id == self.piece.copy.id)
    }

    /// It was put aside for whoever looks; until that day.
    pub fn kept_for_me(&self) -> Option<Date> {
        let (copy, until) = self.of.hold.as_ref()?.ready.as_ref()?;
        (copy.id == self.piece.copy.id).then_some(*until)
    }
}

pub async fn piece(
    house: &House,
    station: &Arc<Station>,
    (barcode, me): (String, Option<PersonId>),
) -> Result<PieceSeen, Fault> {
    let (h, at) = (house.clone(), station.clone());
    let read = move |c: &mut Conn| {
        let copy = catalogue::copy_by_barcode(c, at.id, &barcode)?.filter(|copy| copy.stands != Stands::Gone);
        let copy = copy.ok_or(Fault::NotFound)?;
        let of = title_seen(c, &h, &at, (copy.title, me))?;
        let piece = of.pieces.iter().find(|piece| piece.copy.id == copy.id).cloned().ok_or(Fault::NotFound)?;
        Ok(PieceSeen { piece, of })
    };
    house.db.snapshot(read).await
}

/// A shelf, with a part of what belongs there.
#[derive(Debug, Clone)]
pub struct ShelfSeen {
    pub shelf: Shelf,
    pub part: Vec<(Title, Piece)>,
    /// So many stand before the part, and so many belong there altogether.
    pub from: usize,
    pub all: usize,
    /// So many of them stand there now.
    pub here: usize,
}

pub async fn shelf(house: &House, station: &Station, (code, from): (String, usize)) -> Result<ShelfSeen, Fault> {
    let id = station.id;
    let read = move |c: &mut Conn| {
        let shelf = catalogue::shelf_by_code(c, id, &code)?.ok_or(Fault::NotFound)?;
        let (copies, titles): (Vec<Copy>, Vec<Title>) = catalogue::on_shelf(c, id, shelf.id)?.into_iter().unzip();
        let states = lending::copy_states(c, id, &copies)?;
        let here = states.iter().filter(|state| matches!(state, CopyState::Free)).count();
        let all = copies.len();
        let piece = |((copy, title), state): ((Copy, Title), CopyState)| {
            (title, Piece { copy, shelf: Some(shelf.clone()), state })
        };
        let whole = copies.into_iter().zip(titles).zip(states).map(piece);
        let part = whole.skip(from).take(OF_A_SHELF).collect();
        Ok(ShelfSeen { part, from, all, here, shelf })
    };
    house.db.snapshot(read).await
}
