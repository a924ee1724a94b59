//! Reading a file of divisions. The whole file is read and judged before anything is written, so a bad line changes nothing.
use std::collections::BTreeMap;
use std::io::Read;

use super::division::{Division, TOWNSHIPS, VILLAGES};

/// Why a file was not imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}, column {column}: “{what}”: {why}")]
pub struct ImportProblem {
    pub file: String,
    /// Counted from 1, the heading included.
    pub line: u64,
    /// The heading of the column.
    pub column: String,
    /// What stands there.
    pub what: String,
    /// What is wrong with it and what would be right.
    pub why: Why,
}

/// What is wrong with a line, and what would be right. `said` has the same in both languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    #[error("the file is empty; its first line is code,name,county,city,province")]
    Empty,
    #[error("the first line is code,name,county,city,province for townships or code,name,township_code for villages")]
    Heading,
    #[error("the line has {found} columns; it should have {wanted}")]
    Columns { found: usize, wanted: usize },
    #[error("a code of {digits} digits belongs here, not starting with 0")]
    NotACode { digits: usize },
    #[error("a name belongs here, and there is none")]
    NoName,
    #[error("a name is one line of at most {LONGEST_NAME} characters")]
    LongName,
    #[error("the same code stands on line {first}")]
    Twice { first: u64 },
    #[error("a village's code starts with the code of its township")]
    OtherTownship,
    #[error("no township has this code; import the townships first, or correct the code")]
    NoSuchTownship,
    #[error("the line is not UTF-8; save the file as UTF-8 (spreadsheet programs call it CSV UTF-8)")]
    NotUtf8,
    #[error("the line cannot be read: {0}")]
    Unreadable(String),
}

/// A village as its file names it: its township is looked up later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Village {
    pub code: i64,
    pub name: String,
    pub township: i64,
    pub line: u64,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Divisions {
    Townships(Vec<Division>),
    Villages(Vec<Village>),
}

impl Divisions {
    /// Rows, without the heading.
    pub fn rows(&self) -> usize {
        match self {
            Divisions::Townships(rows) => rows.len(),
            Divisions::Villages(rows) => rows.len(),
        }
    }
}

const TOWNSHIP_COLUMNS: [&str; 5] = ["code", "name", "county", "city", "province"];
const VILLAGE_COLUMNS: [&str; 3] = ["code", "name", "township_code"];
/// The longest name in the list has 24 characters.
const LONGEST_NAME: usize = 60;

/// Reads `input`, called `file` in what is said about it.
pub fn read(file: &str, input: impl Read) -> Result<Divisions, ImportProblem> {
    let mut csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(input);
    let mut heading = csv::StringRecord::new();
    if !csv.read_record(&mut heading).map_err(|e| unreadable(file, &e))? {
        return Err(problem(file, 1, "", "", Why::Empty));
    }
    // Spreadsheet programs put a byte order mark in front.
    let heading: Vec<&str> = heading.iter().map(|h| h.trim().trim_start_matches('\u{feff}')).collect();
    match () {
        () if heading == TOWNSHIP_COLUMNS => townships(file, csv).map(Divisions::Townships),
        () if heading == VILLAGE_COLUMNS => villages(file, csv).map(Divisions::Villages),
        () => Err(problem(file, 1, "", &heading.join(","), Why::Heading)),
    }
}

fn townships(file: &str, csv: csv::Reader<impl Read>) -> Result<Vec<Division>, ImportProblem> {
    each_row(file, csv, &TOWNSHIP_COLUMNS, |row| {
        let [name, county, city, province] = [row.name(1)?, row.name(2)?, row.name(3)?, row.name(4)?];
        Ok((row.code(0, 9)?, Division { code: row.code(0, 9)?, name, county, city, province }))
    })
}

fn villages(file: &str, csv: csv::Reader<impl Read>) -> Result<Vec<Village>, ImportProblem> {
    each_row(file, csv, &VILLAGE_COLUMNS, |row| {
        let (code, township) = (row.code(0, 12)?, row.code(2, 9)?);
        if code / 1000 != township {
            return Err(row.wrong(2, Why::OtherTownship));
        }
        Ok((code, Village { code, name: row.name(1)?, township, line: row.line }))
    })
}

fn each_row<T>(
    file: &str,
    csv: csv::Reader<impl Read>,
    columns: &[&str],
    read: impl Fn(&Row<'_>) -> Result<(i64, T), ImportProblem>,
) -> Result<Vec<T>, ImportProblem> {
    let mut rows = BTreeMap::new();
    for record in csv.into_records() {
        let record = record.map_err(|e| unreadable(file, &e))?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = Row { file, line, columns, record: &record };
        if record.len() != columns.len() {
            let why = Why::Columns { found: record.len(), wanted: columns.len() };
            return Err(row.wrong(record.len().min(columns.len() - 1), why));
        }
        let (code, value) = read(&row)?;
        if let Some((first, _)) = rows.insert(code, (line, value)) {
            return Err(row.wrong(0, Why::Twice { first }));
        }
    }
    Ok(rows.into_values().map(|(_, value)| value).collect())
}

struct Row<'r> {
    file: &'r str,
    line: u64,
    columns: &'r [&'r str],
    record: &'r csv::StringRecord,
}

impl Row<'_> {
    fn at(&self, column: usize) -> &str {
        self.record.get(column).unwrap_or_default().trim()
    }

    fn wrong(&self, column: usize, why: Why) -> ImportProblem {
        problem(self.file, self.line, self.columns.get(column).copied().unwrap_or_default(), self.at(column), why)
    }

    fn code(&self, column: usize, digits: usize) -> Result<i64, ImportProblem> {
        let text = self.at(column);
        let whole = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
        let code = if whole { text.parse::<i64>().ok() } else { None };
        code.filter(|c| TOWNSHIPS.contains(c) || VILLAGES.contains(c))
            .ok_or_else(|| self.wrong(column, Why::NotACode { digits }))
    }

    fn name(&self, column: usize) -> Result<String, ImportProblem> {
        let text = self.at(column);
        if text.is_empty() {
            return Err(self.wrong(column, Why::NoName));
        }
        if text.chars().count() > LONGEST_NAME || text.chars().any(char::is_control) {
            return Err(self.wrong(column, Why::LongName));
        }
        Ok(text.to_owned())
    }
}

pub fn problem(file: &str, line: u64, column: &str, what: &str, why: Why) -> ImportProblem {
    let what = what.chars().take(LONGEST_NAME).collect();
    ImportProblem { file: file.to_owned(), line, column: column.to_owned(), what, why }
}

fn unreadable(file: &str, e: &csv::Error) -> ImportProblem {
    let line = e.position().map_or(0, csv::Position::line);
    let why = match e.kind() {
        csv::ErrorKind::Utf8 { .. } => Why::NotUtf8,
        _ => Why::Unreadable(e.to_string()),
    };
    problem(file, line, "", "", why)
}
