//! The data dictionary as files: what each name in a month's files means, where it comes from and what it does not see.
use kernel::fault::Fault;
use serde::Serialize;
use utoipa::ToSchema;

use crate::rules::dictionary::{In, Row, rows};

/// What one name means.
#[derive(Debug, Serialize, ToSchema)]
pub struct DictionaryRow {
    /// Where the name stands: `sheet`, `figures`, `counted`, `source`, `gap`.
    #[schema(example = "sheet")]
    pub of: &'static str,
    /// Of a sheet its place in it; `[]` stands for any number of a list.
    #[schema(example = "weeks[].hours.open")]
    pub name: &'static str,
    /// Of JSON, with what narrows it down.
    #[schema(example = "integer")]
    pub kind: &'static str,
    /// Empty where it has none.
    pub unit: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    /// The name of a row of `source`; empty where it is of the sheet itself.
    pub source: &'static str,
    /// Names of rows of `gap`.
    pub gaps: Vec<&'static str>,
}

/// As files and addresses call it.
pub fn word(of: In) -> &'static str {
    match of {
        In::Sheet => "sheet",
        In::Figures => "figures",
        In::Basis => "counted",
        In::Source => "source",
        In::Gap => "gap",
    }
}

fn shape(row: Row) -> DictionaryRow {
    let Row { of, name, kind, unit, zh, en, source, gaps } = row;
    DictionaryRow { of: word(of), name, kind, unit, zh, en, source, gaps: gaps.to_vec() }
}

/// In the order of the sheet.
pub fn all() -> Vec<DictionaryRow> {
    rows().map(shape).collect()
}

/// # Errors
/// If it cannot be written, which memory running out alone could cause.
pub fn json() -> Result<String, Fault> {
    serde_json::to_string_pretty(&all()).map_err(Fault::broken)
}

/// CSV of RFC 4180, in UTF-8. Gaps are separated by spaces.
///
/// # Errors
/// As [`json`].
pub fn csv() -> Result<String, Fault> {
    let mut out = csv::Writer::from_writer(vec![]);
    out.write_record(["of", "name", "kind", "unit", "zh", "en", "source", "gaps"]).map_err(Fault::broken)?;
    for row in all() {
        let gaps = row.gaps.join(" ");
        let fields = [row.of, row.name, row.kind, row.unit, row.zh, row.en, row.source, &gaps];
        out.write_record(fields).map_err(Fault::broken)?;
    }
    String::from_utf8(out.into_inner().map_err(Fault::broken)?).map_err(Fault::broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_have_every_row() {
        let n = rows().count();
        let read: serde_json::Value = serde_json::from_str(&json().expect("json")).expect("json");
        assert_eq!(read.as_array().map(Vec::len), Some(n));
        let text = csv().expect("csv");
        let mut read = csv::Reader::from_reader(text.as_bytes());
        let all: Vec<csv::StringRecord> = read.records().collect::<Result<_, _>>().expect("csv");
        assert_eq!(all.len(), n);
        assert!(all.iter().all(|row| row.len() == 8 && !row[4].is_empty() && !row[5].is_empty()));
    }
}
