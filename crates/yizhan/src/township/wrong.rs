//! What is wrong with a file, and where.
use std::fmt;

use serde::de::DeserializeOwned;
use toml::Spanned;

/// One mistake: `venues.toml line 31 (venue hall): there is no owner “Village office”; …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub file: String,
    pub line: Option<usize>,
    /// What it is about: `venue hall`, `who`. May be empty.
    pub about: String,
    pub why: String,
}

impl Wrong {
    pub fn new(file: &str, line: usize, about: impl Into<String>, why: impl Into<String>) -> Wrong {
        Wrong { file: file.to_owned(), line: Some(line), about: about.into(), why: why.into() }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, " line {line}")?;
        }
        if !self.about.is_empty() {
            write!(f, " ({})", self.about)?;
        }
        write!(f, ": {}", self.why)
    }
}

/// The line on which byte `at` of `text` stands, from 1.
pub fn line_at(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|b| **b == b'\n').count() + 1
}

pub fn toml<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Vec<Wrong>> {
    toml::from_str(text).map_err(|e| {
        let line = e.span().map(|s| line_at(text, s.start));
        vec![Wrong { file: file.to_owned(), line, about: String::new(), why: e.message().to_owned() }]
    })
}

/// The field that something is wrong with, and why.
pub type Why = (&'static str, String);

/// Reads each thing of a list in a TOML file, and keeps those that nothing is wrong with.
pub fn each<T, U>(
    (file, text): (&str, &str),
    what: &str,
    all: Vec<Spanned<T>>,
    mut read: impl FnMut(T) -> Result<U, Why>,
    wrong: &mut Vec<Wrong>,
) -> Vec<U> {
    let mut good = vec![];
    for one in all {
        let line = line_at(text, one.span().start);
        match read(one.into_inner()) {
            Ok(read) => good.push(read),
            Err((field, why)) => wrong.push(Wrong::new(file, line, format!("{what} {field}"), why)),
        }
    }
    good
}

/// The rows of a CSV file with a heading; lines that begin with `#` are remarks. Each row comes with its line.
pub fn csv<T: DeserializeOwned>(file: &str, text: &str) -> Result<Vec<(usize, T)>, Vec<Wrong>> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).trim(csv::Trim::All).from_reader(text.as_bytes());
    let (mut rows, mut wrong) = (vec![], vec![]);
    let heading = reader.headers().cloned().map_err(|e| vec![Wrong::new(file, 1, "", said(&e))])?;
    for record in reader.records() {
        let line = |r: &csv::StringRecord| r.position().map_or(1, |p| usize::try_from(p.line()).unwrap_or(1));
        match record {
            Ok(record) => match record.deserialize(Some(&heading)) {
                Ok(row) => rows.push((line(&record), row)),
                Err(e) => wrong.push(Wrong::new(file, line(&record), column(&e, &heading), said(&e))),
            },
            Err(e) => {
                let at = e.position().map_or(1, |p| usize::try_from(p.line()).unwrap_or(1));
                wrong.push(Wrong::new(file, at, "", said(&e)));
            }
        }
    }
    if wrong.is_empty() { Ok(rows) } else { Err(wrong) }
}

fn column(e: &csv::Error, heading: &csv::StringRecord) -> String {
    let csv::ErrorKind::Deserialize { err, .. } = e.kind() else { return String::new() };
    let field = err.field().and_then(|n| usize::try_from(n).ok());
    field.and_then(|n| heading.get(n)).map(|name| format!("column {name}")).unwrap_or_default()
}

fn said(e: &csv::Error) -> String {
    match e.kind() {
        csv::ErrorKind::Deserialize { err, .. } => err.kind().to_string(),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("the line has {len} columns; it should have {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "the line is not UTF-8; save the file as UTF-8".to_owned(),
        _ => e.to_string(),
    }
}
