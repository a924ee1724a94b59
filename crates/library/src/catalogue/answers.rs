//! What others may ask about titles, copies and shelves, and what they change of a copy.
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::grams;

use super::rules::{Isbn, NewTitle, Only, barcode, best_first, isbn};
use super::store;
use crate::rules::{Copy, Settings, Shelf, Title};
use crate::{CopyId, TitleId};

/// So many titles that fit are put in order; whoever finds more types more.
const MOST_ORDERED: usize = 20_000;
/// So many of them at a time are looked at for their copies.
const COUNTED_AT_ONCE: usize = 100;

/// A title as a list has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub title: Title,
    /// Those that are not gone.
    pub copies: i64,
    /// Those that stand in the room: neither lent nor put aside.
    pub free: i64,
    pub has_cover: bool,
}

/// Each with its copies counted, in the same order.
fn found(c: &mut Conn, station: StationId, all: Vec<Title>) -> Result<Vec<Found>, Fault> {
    let ids: Vec<TitleId> = all.iter().map(|one| one.id).collect();
    let counted = store::copies::free(c, station, &ids)?;
    let covers = store::covers::there(c, station, &ids)?;
    let one = |title: Title| {
        let (copies, free) = counted.get(&title.id).copied().unwrap_or_default();
        Found { has_cover: covers.contains(&title.id), title, copies, free }
    };
    Ok(all.into_iter().map(one).collect())
}

/// Up to `most` titles that fit every part of what was typed, the best first: words, parts of words, first letters of pinyin, an ISBN,
/// or the barcode of a copy.
pub fn search(c: &mut Conn, station: StationId, typed: &str, most: i64) -> Result<Vec<Found>, Fault> {
    search_only(c, station, typed, (Only::default(), most))
}

/// The same among those that are wanted: the others do not count towards `most`.
pub fn search_only(
    c: &mut Conn,
    station: StationId,
    typed: &str,
    (only, most): (Only, i64),
) -> Result<Vec<Found>, Fault> {
    let fits = match numbered(c, station, typed)? {
        Some(title) => vec![title],
        None => fitting(c, station, typed)?,
    };
    let wanted: Vec<Title> = fits.into_iter().filter(|one| only.wants(one)).collect();
    let (most, mut all) = (usize::try_from(most).unwrap_or(0), vec![]);
    for some in wanted.chunks(COUNTED_AT_ONCE) {
        let some = found(c, station, some.to_vec())?;
        all.extend(some.into_iter().filter(|one| !only.with_copies || one.copies > 0));
        if all.len() >= most {
            break;
        }
    }
    all.truncate(most);
    Ok(all)
}

/// The titles that fit every part of what was typed, the best first.
fn fitting(c: &mut Conn, station: StationId, typed: &str) -> Result<Vec<Title>, Fault> {
    let parts = grams::parts(typed);
    let mut fits: Option<BTreeSet<TitleId>> = None;
    for part in &parts {
        let these = store::grams::fitting(c, station, part)?;
        fits = Some(match fits {
            Some(before) => before.intersection(&these).copied().collect(),
            None => these,
        });
    }
    let ids: Vec<TitleId> = fits.unwrap_or_default().into_iter().rev().take(MOST_ORDERED).collect();
    Ok(best_first(store::titles::these(c, station, &ids)?, typed))
}

/// The title that has this ISBN or whose copy has this barcode.
fn numbered(c: &mut Conn, station: StationId, typed: &str) -> Result<Option<Title>, Fault> {
    if let Ok(isbn) = isbn::read(typed)
        && let Some(title) = by_isbn(c, station, &isbn)?
    {
        return Ok(Some(title));
    }
    let Some(code) = barcode::read(typed) else { return Ok(None) };
    match store::copies::by_barcode(c, station, &code)? {
        Some(copy) => store::titles::by_id(c, station, copy.title).map(Some),
        None => Ok(None),
    }
}

/// Up to `most` titles, the newest first, older than the title `before`, among those that are wanted.
pub fn newest(
    c: &mut Conn,
    station: StationId,
    before: Option<TitleId>,
    only: Only,
    most: i64,
) -> Result<Vec<Found>, Fault> {
    let (wanted, mut before, mut all) = (usize::try_from(most).unwrap_or(0), before, vec![]);
    loop {
        let some = store::titles::newest(c, station, before, only, most)?;
        let read = some.len();
        before = some.last().map(|one| one.id);
        all.extend(found(c, station, some)?.into_iter().filter(|one| !only.with_copies || one.copies > 0));
        if all.len() >= wanted || read < wanted {
            all.truncate(wanted);
            return Ok(all);
        }
    }
}

pub fn title(c: &mut Conn, station: StationId, id: TitleId) -> Result<Title, Fault> {
    store::titles::by_id(c, station, id)
}

/// The same with its copies counted.
pub fn found_title(c: &mut Conn, station: StationId, id: TitleId) -> Result<Found, Fault> {
    let title = store::titles::by_id(c, station, id)?;
    found(c, station, vec![title])?.pop().ok_or(Fault::NotFound)
}

/// Those of `ids` that there are, in no order.
pub fn titles(c: &mut Conn, station: StationId, ids: &[TitleId]) -> Result<Vec<Title>, Fault> {
    store::titles::these(c, station, ids)
}

pub fn by_isbn(c: &mut Conn, station: StationId, isbn: &Isbn) -> Result<Option<Title>, Fault> {
    store::titles::by_isbn(c, station, isbn.as_str())
}

/// The title that is this one for whoever brings it: the same ISBN; without one, the same title, authors and publisher.
pub fn same_title(c: &mut Conn, station: StationId, new: &NewTitle) -> Result<Option<Title>, Fault> {
    match &new.isbn {
        Some(isbn) => by_isbn(c, station, isbn),
        None => {
            let all = store::titles::unnumbered(c, station, std::slice::from_ref(&new.title))?;
            Ok(all.into_iter().find(|one| one.authors == new.authors && one.publisher == new.publisher))
        }
    }
}

/// What the shared pack knows of a book.
pub fn in_pack(c: &mut Conn, isbn: &Isbn) -> Result<Option<NewTitle>, Fault> {
    store::pack::by_isbn(c, isbn)
}

/// Also those that are gone, the oldest first.
pub fn copies_of(c: &mut Conn, station: StationId, title: TitleId) -> Result<Vec<Copy>, Fault> {
    store::copies::of_title(c, station, title)
}

pub fn copy(c: &mut Conn, station: StationId, id: CopyId) -> Result<Copy, Fault> {
    store::copies::by_id(c, station, id)
}

/// Those of `ids` that there are.
pub fn copies(c: &mut Conn, station: StationId, ids: &[CopyId]) -> Result<Vec<Copy>, Fault> {
    store::copies::these(c, station, ids)
}

/// Up to `most` that came in on `day` or later, have a number of the station and are not gone, after the copy.
pub fn numbered_since(
    c: &mut Conn,
    station: StationId,
    since: (Date, Option<CopyId>),
    most: i64,
) -> Result<Vec<Copy>, Fault> {
    store::copies::numbered_since(c, station, since, most)
}

pub fn copy_by_barcode(c: &mut Conn, station: StationId, barcode: &str) -> Result<Option<Copy>, Fault> {
    store::copies::by_barcode(c, station, barcode)
}

/// A copy that nobody else changes, lends or takes back until the transaction ends.
pub fn hold_copy(c: &mut Conn, station: StationId, id: CopyId) -> Result<Copy, Fault> {
    store::copies::held(c, station, id)
}

/// Writes anew where it belongs, how it stands, when it was lent and seen last.
pub fn set_copy(c: &mut Conn, station: StationId, copy: &Copy) -> Result<(), Fault> {
    store::copies::set(c, station, copy)
}

/// In their order.
pub fn shelves(c: &mut Conn, station: StationId) -> Result<Vec<Shelf>, Fault> {
    store::shelves::all(c, station)
}

pub fn shelf_by_code(c: &mut Conn, station: StationId, code: &str) -> Result<Option<Shelf>, Fault> {
    store::shelves::by_code(c, station, code)
}

/// What belongs on a shelf and is not gone, by title.
pub fn on_shelf(c: &mut Conn, station: StationId, shelf: i32) -> Result<Vec<(Copy, Title)>, Fault> {
    let copies = store::copies::on_shelf(c, station, shelf)?;
    let mut all = with_titles(c, station, copies)?;
    all.sort_by(|(a, one), (b, other)| (&one.title, a.id).cmp(&(&other.title, b.id)));
    Ok(all)
}

/// Each copy with its title, in the same order.
pub fn with_titles(c: &mut Conn, station: StationId, copies: Vec<Copy>) -> Result<Vec<(Copy, Title)>, Fault> {
    let ids: BTreeSet<TitleId> = copies.iter().map(|copy| copy.title).collect();
    let titles = store::titles::these(c, station, &ids.into_iter().collect::<Vec<_>>())?;
    let titles: BTreeMap<TitleId, Title> = titles.into_iter().map(|one| (one.id, one)).collect();
    Ok(copies.into_iter().filter_map(|copy| titles.get(&copy.title).cloned().map(|title| (copy, title))).collect())
}

/// The photo of its cover: a JPEG.
pub fn cover(c: &mut Conn, station: StationId, title: TitleId) -> Result<Vec<u8>, Fault> {
    store::covers::bytes(c, station, title)
}

/// What the station has decided about lending; what is usual, where nobody has.
pub fn settings(c: &mut Conn, station: StationId) -> Result<Settings, Fault> {
    store::settings::of(c, station)
}

pub fn set_settings(c: &mut Conn, station: StationId, settings: &Settings) -> Result<(), Fault> {
    store::settings::set(c, station, settings)
}
