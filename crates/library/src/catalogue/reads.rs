//! What the pages about titles and programs read, each in one snapshot.
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use stations::Here;

use super::answers::{self, Found};
use super::rules::{Isbn, NewTitle, Only};
use crate::rules::{Copy, Shelf, Title};
use crate::{CopyId, TitleId};

/// So many titles stand on a page.
pub const AT_ONCE: i64 = 20;
/// So many at most fit what somebody typed; whoever needs more types more.
const MOST_FOUND: i64 = 50;
/// So many characters of what was typed are looked at.
pub const MOST_TYPED: usize = 60;
/// So many labels are printed at once: ten sheets.
pub const MOST_LABELS: i64 = 240;

/// Titles that fit what was typed, or the newest; and whether there are more.
pub async fn list(here: &Here, typed: &str, before: Option<TitleId>) -> Result<(Vec<Found>, bool), Fault> {
    let (station, typed) = (here.desk.station.id, typed.chars().take(MOST_TYPED).collect::<String>());
    let found = !typed.trim().is_empty();
    let read = move |c: &mut Conn| match found {
        false => answers::newest(c, station, before, Only::default(), AT_ONCE + 1),
        true => answers::search(c, station, &typed, MOST_FOUND),
    };
    let mut all = here.house.db.snapshot(read).await?;
    let most = usize::try_from(if found { MOST_FOUND } else { AT_ONCE }).unwrap_or(usize::MAX);
    let more = all.len() > most;
    all.truncate(most);
    Ok((all, more))
}

/// A title with its copies, and all shelves.
pub struct Whole {
    pub found: Found,
    pub copies: Vec<Copy>,
    pub shelves: Vec<Shelf>,
}

pub async fn whole(here: &Here, id: TitleId) -> Result<Whole, Fault> {
    let station = here.desk.station.id;
    let read = move |c: &mut Conn| {
        Ok::<_, Fault>(Whole {
            found: answers::found_title(c, station, id)?,
            copies: answers::copies_of(c, station, id)?,
            shelves: answers::shelves(c, station)?,
        })
    };
    here.house.db.snapshot(read).await
}

pub async fn copy(here: &Here, id: CopyId) -> Result<Copy, Fault> {
    let station = here.desk.station.id;
    here.house.db.read(move |c: &mut Conn| answers::copy(c, station, id)).await
}

pub async fn shelves(here: &Here) -> Result<Vec<Shelf>, Fault> {
    let station = here.desk.station.id;
    here.house.db.read(move |c: &mut Conn| answers::shelves(c, station)).await
}

/// What is known of a book.
pub enum Known {
    Here(Title),
    Pack(NewTitle),
    Nowhere,
}

pub async fn known(here: &Here, isbn: &Isbn) -> Result<Known, Fault> {
    let (station, isbn) = (here.desk.station.id, isbn.clone());
    let read = move |c: &mut Conn| match answers::by_isbn(c, station, &isbn)? {
        Some(title) => Ok::<_, Fault>(Known::Here(title)),
        None => Ok(answers::in_pack(c, &isbn)?.map_or(Known::Nowhere, Known::Pack)),
    };
    here.house.db.snapshot(read).await
}

/// Of which copies labels are printed.
#[derive(Debug, Clone)]
pub enum Wanted {
    These(Vec<CopyId>),
    OfTitle(TitleId),
    /// Those that have a number of the station, after the copy.
    Since(Date, Option<CopyId>),
}

/// Copies with their titles, and whether there are more.
pub async fn labels(here: &Here, wanted: Wanted) -> Result<(Vec<(Copy, Title)>, bool), Fault> {
    let station = here.desk.station.id;
    let read = move |c: &mut Conn| {
        let copies = match &wanted {
            Wanted::These(ids) => answers::copies(c, station, ids)?,
            Wanted::OfTitle(title) => answers::copies_of(c, station, *title)?,
            Wanted::Since(day, after) => answers::numbered_since(c, station, (*day, *after), MOST_LABELS + 1)?,
        };
        answers::with_titles(c, station, copies)
    };
    let mut all = here.house.db.snapshot(read).await?;
    all.retain(|(copy, _)| copy.stands != crate::rules::Stands::Gone);
    let most = usize::try_from(MOST_LABELS).unwrap_or(usize::MAX);
    let more = all.len() > most;
    all.truncate(most);
    Ok((all, more))
}
