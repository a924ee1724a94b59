//! One line of a file: a title with its copies; or why it is none.
use std::collections::BTreeSet;

use serde::Serialize;

use crate::catalogue::rules::{
    Isbn, MOST_AUTHORS, MOST_CLASS, MOST_COPIES, MOST_NOTE, MOST_PUBLISHER, MOST_SHELF_NAME, MOST_SOURCE,
    MOST_SUBTITLE, MOST_TITLE, MOST_YEAR, NewTitle, barcode, isbn,
};
use crate::rules::Kind;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Record {
    pub new: NewTitle,
    /// Of its copies; fewer than `count` if some have none, which get the station's.
    pub barcodes: Vec<String>,
    /// The code or the name of a shelf; may be empty.
    pub shelf: String,
    /// 1 to 50, and not less than there are barcodes.
    pub count: u8,
    pub source: String,
    /// Its line, or its number in the file, from 1.
    pub at: usize,
}

/// A line that cannot be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// Its line, or its number in the file, from 1.
    pub at: usize,
    pub why: Why,
    /// What stands there, as far as it helps; may be empty.
    pub typed: String,
}

impl Bad {
    /// With what was typed as it can be shown: one short line without signs that nobody sees.
    pub fn new(at: usize, why: Why, typed: &str) -> Bad {
        Bad { at, why, typed: shortened(&line(typed), MOST_SHOWN) }
    }
}

/// So many characters of what was typed are shown.
const MOST_SHOWN: usize = 40;

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It has no title.
    NoTitle,
    /// What stands for an ISBN is none, or its check digit is wrong.
    Isbn,
    Year,
    /// A kind that there is not.
    Kind,
    /// Neither yes nor no.
    Children,
    /// A barcode with other signs, too long, or with a wrong check digit.
    Barcode,
    /// The same barcode stands on another copy.
    BarcodeTwice,
    /// More than 50, or no number.
    Count,
    /// A text that is too long.
    Long,
    /// Bytes that are neither UTF-8 nor GB 18030.
    Bytes,
    /// A record that is not as ISO 2709 has it: the rest of it cannot be read.
    Form,
}

impl Why {
    /// The key of its text.
    pub fn key(self) -> &'static str {
        match self {
            Why::NoTitle => "catalogue-why-no-title",
            Why::Isbn => "catalogue-why-isbn",
            Why::Year => "catalogue-why-year",
            Why::Kind => "catalogue-why-kind",
            Why::Children => "catalogue-why-children",
            Why::Barcode => "catalogue-why-barcode",
            Why::BarcodeTwice => "catalogue-why-barcode-twice",
            Why::Count => "catalogue-why-count",
            Why::Long => "catalogue-why-long",
            Why::Bytes => "catalogue-why-bytes",
            Why::Form => "catalogue-why-form",
        }
    }
}

/// A line as it stands in the file, in texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Raw {
    pub isbn: String,
    pub title: String,
    pub subtitle: String,
    pub authors: String,
    pub publisher: String,
    pub year: String,
    pub class: String,
    pub kind: Kind,
    pub for_children: bool,
    pub note: String,
    pub barcodes: Vec<String>,
    pub shelf: String,
    /// Empty: as many as there are barcodes, at least one.
    pub count: String,
    pub source: String,
}

impl Raw {
    /// The record. Only a title is never shortened: a book whose twelve authors do not fit is still that book.
    pub fn read(self, at: usize) -> Result<Record, Bad> {
        let bad = |why, typed: &str| Bad::new(at, why, typed);
        let title = line(&self.title);
        if title.is_empty() {
            return Err(bad(Why::NoTitle, ""));
        }
        if title.chars().count() > MOST_TITLE {
            return Err(bad(Why::Long, &title));
        }
        let isbn = read_isbn(&self.isbn).map_err(|()| bad(Why::Isbn, &self.isbn))?;
        let year = read_year(&self.year).map_err(|()| bad(Why::Year, &self.year))?;
        let mut barcodes: Vec<String> = vec![];
        let mut seen = BTreeSet::new();
        for typed in self.barcodes.iter().map(|typed| line(typed)).filter(|typed| !typed.is_empty()) {
            let code = barcode::read(&typed).ok_or_else(|| bad(Why::Barcode, &typed))?;
            if !seen.insert(code.clone()) {
                return Err(bad(Why::BarcodeTwice, &code));
            }
            barcodes.push(code);
        }
        let count = read_count(&self.count, barcodes.len()).map_err(|()| bad(Why::Count, &self.count))?;
        let new = NewTitle {
            isbn,
            title,
            subtitle: shortened(&line(&self.subtitle), MOST_SUBTITLE),
            authors: shortened(&line(&self.authors), MOST_AUTHORS),
            publisher: shortened(&line(&self.publisher), MOST_PUBLISHER),
            year,
            class: shortened(&line(&self.class), MOST_CLASS),
            kind: self.kind,
            for_children: self.for_children,
            note: shortened(&line(&self.note), MOST_NOTE),
        };
        let shelf = shortened(&line(&self.shelf), MOST_SHELF_NAME);
        let source = shortened(&line(&self.source), MOST_SOURCE);
        Ok(Record { new, barcodes, shelf, count, source, at })
    }
}

/// One line without doubled spaces and without signs that nobody sees.
fn line(text: &str) -> String {
    let hides = |c: char| matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    let seen: String = text.chars().filter(|c| !hides(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

/// Nothing where nothing stands. Behind the number there may stand how the book is bound, and what it costs.
fn read_isbn(typed: &str) -> Result<Option<Isbn>, ()> {
    let number = line(typed);
    let number = number.split(['(', '（', '[', '【']).next().unwrap_or_default().trim();
    match number {
        "" => Ok(None),
        number => isbn::read(number).map(Some).map_err(|_| ()),
    }
}

/// The first four digits that stand together: 2022, 2022-08, 2022年8月.
fn read_year(typed: &str) -> Result<Option<i16>, ()> {
    let typed = line(typed);
    if typed.is_empty() {
        return Ok(None);
    }
    let four = typed.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() >= 4).and_then(|run| run.get(..4));
    let year = four.and_then(|four| four.parse::<i16>().ok()).filter(|year| MOST_YEAR.contains(year));
    year.map(Some).ok_or(())
}

fn read_count(typed: &str, barcodes: usize) -> Result<u8, ()> {
    let typed = line(typed);
    let count = match typed.trim_end_matches(['册', '本', '件']).trim() {
        "" => barcodes.max(1),
        digits => digits.parse::<usize>().map_err(|_| ())?.max(barcodes),
    };
    u8::try_from(count).ok().filter(|count| (1..=MOST_COPIES).contains(count)).ok_or(())
}
