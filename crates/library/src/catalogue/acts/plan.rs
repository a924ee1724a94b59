//! What of a file is new: its lines put together title by title, and compared with what is there.
use std::collections::{BTreeMap, BTreeSet};

use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;

use crate::TitleId;
use crate::catalogue::imports::{Bad, Record, Why};
use crate::catalogue::rules::{NewTitle, barcode};
use crate::catalogue::store;

/// What became of the lines of a file, or would become of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    pub new_titles: usize,
    pub new_copies: usize,
    /// Titles that were there with all their copies.
    pub known: usize,
    /// By name; they are put up because lines name them.
    pub new_shelves: Vec<String>,
    pub refused: Vec<Bad>,
}

impl Imported {
    pub fn add(&mut self, more: Imported) {
        self.new_titles += more.new_titles;
        self.new_copies += more.new_copies;
        self.known += more.known;
        for shelf in more.new_shelves {
            if !self.new_shelves.contains(&shelf) {
                self.new_shelves.push(shelf);
            }
        }
        self.refused.extend(more.refused);
    }
}

/// A copy that a file has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedCopy {
    at: usize,
    pub barcode: Option<String>,
    pub shelf: String,
    pub source: String,
}

/// A title with all its copies of the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    new: NewTitle,
    copies: Vec<WantedCopy>,
}

/// Letters and characters in small: a title that is written with other spaces or signs is the same.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// By what two lines are known to be of one title.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Isbn(String),
    Name(String, String, String),
}

impl Key {
    fn of(new: &NewTitle) -> Key {
        match &new.isbn {
            Some(isbn) => Key::Isbn(isbn.to_string()),
            None => Key::name(new),
        }
    }

    fn name(new: &NewTitle) -> Key {
        Key::Name(new.title.clone(), new.authors.clone(), new.publisher.clone())
    }
}

/// The titles of a file in their order, each once; and the lines whose barcode another line has.
pub fn merged(records: Vec<Record>) -> (Vec<Merged>, Imported) {
    let (mut all, mut at, mut seen): (Vec<Merged>, BTreeMap<Key, usize>, BTreeSet<String>) =
        (vec![], BTreeMap::new(), BTreeSet::new());
    let (mut whole, mut numbered) = (Imported::default(), BTreeMap::new());
    for mut record in records {
        if let Some(code) = record.barcodes.iter().find(|code| seen.contains(*code)) {
            whole.refused.push(Bad::new(record.at, Why::BarcodeTwice, code));
            continue;
        }
        seen.extend(record.barcodes.iter().cloned());
        record.new.isbn = record.new.isbn.filter(|isbn| {
            // Volumes of a set have one number: the later ones are known by their names.
            let name = bare(&record.new.title);
            *numbered.entry(isbn.to_string()).or_insert_with(|| name.clone()) == name
        });
        let place = *at.entry(Key::of(&record.new)).or_insert(all.len());
        let bare = usize::from(record.count).saturating_sub(record.barcodes.len());
        let codes = record.barcodes.into_iter().map(Some).chain(std::iter::repeat_n(None, bare));
        let (at, shelf, source) = (record.at, record.shelf, record.source);
        let copies = codes.map(|barcode| WantedCopy { at, barcode, shelf: shelf.clone(), source: source.clone() });
        match all.get_mut(place) {
            Some(there) => there.copies.extend(copies),
            None => all.push(Merged { new: record.new, copies: copies.collect() }),
        }
    }
    (all, whole)
}

/// A title of which something is new.
pub struct Line<'m> {
    pub title: &'m NewTitle,
    /// Its key, if the station has it.
    pub there: Option<TitleId>,
    pub copies: Vec<WantedCopy>,
}

/// What of a piece is new.
pub struct Plan<'m> {
    pub lines: Vec<Line<'m>>,
    pub known: usize,
    pub refused: Vec<Bad>,
}

impl Plan<'_> {
    pub fn new_titles(&self) -> usize {
        self.lines.iter().filter(|line| line.there.is_none()).count()
    }

    pub fn new_copies(&self) -> usize {
        self.lines.iter().map(|line| line.copies.len()).sum()
    }
}

/// Compares a piece with what the station has.
pub fn plan<'m>(c: &mut Conn, station: StationId, piece: &'m [Merged]) -> Result<Plan<'m>, Fault> {
    let there = there(c, station, piece)?;
    let ids: Vec<TitleId> = there.values().map(|(id, _)| *id).collect();
    let here = store::copies::barcodes_of(c, station, &ids)?;
    let codes: Vec<String> = piece.iter().flat_map(|m| &m.copies).filter_map(|copy| copy.barcode.clone()).collect();
    let codes = store::copies::by_barcodes(c, station, &codes)?;
    let mut plan = Plan { lines: vec![], known: 0, refused: vec![] };
    for one in piece {
        let id = known(&there, &one.new);
        let here = id.and_then(|id| here.get(&id)).map(Vec::as_slice).unwrap_or_default();
        let (copies, refused) = new_copies(one, id, (&codes, here));
        let nothing = copies.is_empty();
        match id {
            // All that was new of it is refused: a title without a copy helps nobody.
            None if nothing => {}
            Some(_) if nothing => plan.known += usize::from(refused.is_empty()),
            there => plan.lines.push(Line { title: &one.new, there, copies }),
        }
        plan.refused.extend(refused);
    }
    Ok(plan)
}

/// What the station has, each with its bare name.
type There = BTreeMap<Key, (TitleId, String)>;

/// The title that this one is. A volume may have its number in this file, and stand here without it beside another volume that has it.
fn known(there: &There, new: &NewTitle) -> Option<TitleId> {
    let (id, called) = there.get(&Key::of(new))?;
    let volume = (*called != bare(&new.title)).then(|| there.get(&Key::name(new))).flatten();
    Some(volume.map_or(*id, |(id, _)| *id))
}

/// Which titles of a piece the station has.
fn there(c: &mut Conn, station: StationId, piece: &[Merged]) -> Result<There, Fault> {
    let isbns: Vec<String> = piece.iter().filter_map(|m| m.new.isbn.as_ref().map(ToString::to_string)).collect();
    let names: Vec<String> = piece.iter().map(|m| m.new.title.clone()).collect();
    let mut all = There::new();
    for one in store::titles::by_isbns(c, station, &isbns)? {
        let called = bare(&one.title);
        all.extend(one.isbn.map(|isbn| (Key::Isbn(isbn), (one.id, called))));
    }
    for one in store::titles::unnumbered(c, station, &names)? {
        let called = bare(&one.title);
        all.entry(Key::Name(one.title, one.authors, one.publisher)).or_insert((one.id, called));
    }
    Ok(all)
}

/// The copies of a title that are not there: `codes` are barcodes that the station has, `here` are those of its
/// copies that are not gone.
fn new_copies(
    one: &Merged,
    id: Option<TitleId>,
    (codes, here): (&BTreeMap<String, TitleId>, &[String]),
) -> (Vec<WantedCopy>, Vec<Bad>) {
    let (mut new, mut refused, mut bare, mut same) = (vec![], vec![], vec![], BTreeSet::new());
    for copy in &one.copies {
        match copy.barcode.as_ref().map(|code| (code, codes.get(code))) {
            None => bare.push(copy),
            Some((_, None)) => new.push(copy.clone()),
            Some((code, Some(title))) if Some(*title) == id => {
                same.insert(code);
            }
            Some((code, Some(_))) => {
                refused.push(Bad::new(copy.at, Why::BarcodeTwice, code));
            }
        }
    }
    // Copies without a barcode are told by how many there are: those that stand here under a number of the station, beside the
    // others of the file, are these.
    let have = here.iter().filter(|code| barcode::number(code).is_some() && !same.contains(code)).count();
    new.extend(bare.into_iter().skip(have).cloned());
    (new, refused)
}
