//! A file of either kind.
use std::collections::BTreeSet;

use super::record::{Bad, Record};
use super::{charset, cnmarc, table};

/// The largest file, in bytes: some ten thousand records.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;
/// So many lines are read of one file.
pub const MOST_RECORDS: usize = 20_000;
/// So many copies come in with one file.
pub const MOST_COPIES: usize = 20_000;
/// So many shelves are named in one file; a file with more has something else in that column.
pub const MOST_SHELVES: usize = 100;

/// What a file has: what can come in, and what cannot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    pub records: Vec<Record>,
    pub bad: Vec<Bad>,
}

/// Why nothing of a file can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAFile {
    /// There is nothing in it.
    Empty,
    TooLarge,
    /// More lines or copies than are read at once.
    TooMany,
    /// More shelves than a room has.
    TooManyShelves,
    /// Neither records as libraries hand them out nor a table with a column of titles.
    NoHeadings,
    /// A byte in that line is of no character.
    Bytes {
        line: usize,
    },
    /// A quotation mark in that line is not closed.
    Quote {
        line: usize,
    },
}

impl NotAFile {
    /// The key of its text.
    pub fn key(self) -> &'static str {
        match self {
            NotAFile::Empty => "catalogue-file-empty",
            NotAFile::TooLarge => "catalogue-file-too-large",
            NotAFile::TooMany => "catalogue-file-too-many",
            NotAFile::TooManyShelves => "catalogue-file-too-many-shelves",
            NotAFile::NoHeadings => "catalogue-file-no-headings",
            NotAFile::Bytes { .. } => "catalogue-file-bytes",
            NotAFile::Quote { .. } => "catalogue-file-quote",
        }
    }

    /// What its text shows: the line.
    pub fn line(self) -> usize {
        match self {
            NotAFile::Bytes { line } | NotAFile::Quote { line } => line,
            _ => 0,
        }
    }
}

/// Reads a table or records of ISO 2709, whichever it is.
///
/// # Errors
/// [`NotAFile`].
pub fn read(bytes: &[u8]) -> Result<Read, NotAFile> {
    if bytes.len() > MOST_BYTES {
        return Err(NotAFile::TooLarge);
    }
    if bytes.trim_ascii().is_empty() {
        return Err(NotAFile::Empty);
    }
    let mut read = Read::default();
    let all: Vec<Result<Record, Bad>> = match cnmarc::is(bytes) {
        true => cnmarc::read(bytes).take(MOST_RECORDS + 1).collect(),
        false => {
            let text = charset::decode(bytes).map_err(|bad| NotAFile::Bytes { line: bad.line })?;
            table::read(&text).map_err(|why| match why {
                table::NoTable::NoHeadings => NotAFile::NoHeadings,
                table::NoTable::Quote { line } => NotAFile::Quote { line },
            })?
        }
    };
    if all.len() > MOST_RECORDS {
        return Err(NotAFile::TooMany);
    }
    for one in all {
        match one {
            Ok(record) => read.records.push(record),
            Err(bad) => read.bad.push(bad),
        }
    }
    if read.records.iter().map(|one| usize::from(one.count)).sum::<usize>() > MOST_COPIES {
        return Err(NotAFile::TooMany);
    }
    let named = read.records.iter().map(|one| one.shelf.as_str()).filter(|shelf| !shelf.is_empty());
    let named: BTreeSet<&str> = named.collect();
    if named.len() > MOST_SHELVES {
        return Err(NotAFile::TooManyShelves);
    }
    Ok(read)
}
