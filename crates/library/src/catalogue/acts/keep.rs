//! The rows of new titles and copies, and by what a title is found.
use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::grams::{self, Gram};
use kernel::house::House;
use stations::Station;

use crate::catalogue::rules::{NewTitle, barcode};
use crate::catalogue::store;
use crate::rules::{Copy, Stands, Title};
use crate::{CopyId, TitleId};

pub fn today(station: &Station, now: Timestamp) -> Date {
    station.zone.to_datetime(now).date()
}

/// By what a title is found: all that stands on its card, and the first letters of its name and of who wrote it.
pub fn grams_of(one: &Title) -> BTreeSet<Gram> {
    let year = one.year.map(|year| year.to_string()).unwrap_or_default();
    let isbn = one.isbn.as_deref().unwrap_or_default();
    let mut all = grams::of([&one.title, &one.subtitle, &one.authors, &one.publisher, &one.class].map(String::as_str));
    all.extend(grams::of([isbn, year.as_str()]));
    all.extend(grams::of_title(&one.title));
    all.extend(grams::of_title(&one.authors));
    all
}

pub fn title(id: TitleId, new: &NewTitle, added_on: Date) -> Title {
    Title {
        id,
        isbn: new.isbn.as_ref().map(ToString::to_string),
        title: new.title.clone(),
        subtitle: new.subtitle.clone(),
        authors: new.authors.clone(),
        publisher: new.publisher.clone(),
        year: new.year,
        class: new.class.clone(),
        kind: new.kind,
        for_children: new.for_children,
        note: new.note.clone(),
        added_on,
    }
}

/// New titles and their grams.
pub fn titles(c: &mut Conn, station: StationId, all: &[Title]) -> Result<(), Fault> {
    // Two who take in the same book at once: the later one runs again and finds its title.
    match store::titles::insert(c, station, all) {
        Err(Fault::AlreadyThere(what)) => return Err(Fault::Clash(what)),
        done => done?,
    }
    let grams: Vec<_> = all.iter().map(|one| (one.id, grams_of(one))).collect();
    store::grams::insert(c, station, &grams)
}

/// So many copies of a title that get the station's next numbers.
pub fn numbered(
    c: &mut Conn,
    (house, station): (&House, &Station),
    of: &[(TitleId, i32, String)],
    now: Timestamp,
) -> Result<Vec<CopyId>, Fault> {
    let count = i32::try_from(of.len()).map_err(Fault::broken)?;
    if count == 0 {
        return Ok(vec![]);
    }
    let first = store::numbers::next(c, station.id, count)?;
    let coded = of.iter().zip(first..).map(|(one, n)| (one.clone(), barcode::of_number(n))).collect();
    copies(c, (house, station), coded, now)
}

/// Copies with the barcodes that they have.
pub fn copies(
    c: &mut Conn,
    (house, station): (&House, &Station),
    of: Vec<((TitleId, i32, String), String)>,
    now: Timestamp,
) -> Result<Vec<CopyId>, Fault> {
    let copy = |((title, shelf, source), barcode): ((TitleId, i32, String), String)| Copy {
        id: CopyId(house.new_id()),
        title,
        barcode,
        shelf,
        stands: Stands::Here,
        source,
        added_on: today(station, now),
        last_lent_on: None,
        seen_on: None,
    };
    let mut all: Vec<Copy> = of.into_iter().map(copy).collect();
    // Labels are printed in the order of numbers, lists are in the order of ids: both grow together.
    let mut ids: Vec<CopyId> = all.iter().map(|copy| copy.id).collect();
    ids.sort_unstable();
    for (copy, id) in all.iter_mut().zip(&ids) {
        copy.id = *id;
    }
    match store::copies::insert(c, station.id, &all) {
        Err(Fault::AlreadyThere(what)) => Err(Fault::Clash(what)),
        done => done.map(|()| ids),
    }
}
