//! 开放数据: a month as rows, for whoever opens it in a spreadsheet. What the columns mean: the dictionary.
use kernel::fault::Fault;
use serde_json::Value;

use super::sheet::MonthSheet;

/// A row for each figure.
pub const FIGURES: [&str; 12] =
    ["station", "month", "revision", "indicator", "part", "unit", "low", "value", "high", "n", "source", "gaps"];
/// A row for each number that was counted.
pub const BASIS: [&str; 5] = ["station", "month", "revision", "member", "content"];

/// The members of a sheet that say what was counted.
const COUNTED: [&str; 7] = ["residents", "door", "rooms", "fullest", "held", "weeks", "survey"];

/// The figures as CSV of RFC 4180, in UTF-8. Gaps are separated by spaces.
///
/// # Errors
/// If a row cannot be written, which memory running out alone could cause.
pub fn figures(sheet: &MonthSheet) -> Result<String, Fault> {
    let number = |x: Option<f64>| x.map(|x| x.to_string()).unwrap_or_default();
    let rows = sheet.figures.iter().map(|f| {
        [
            sheet.station.clone(),
            sheet.month.clone(),
            sheet.revision.to_string(),
            f.indicator.word().to_owned(),
            f.part.clone(),
            f.unit.word().to_owned(),
            number(Some(f.low)),
            number(f.value),
            number(Some(f.high)),
            f.n.to_string(),
            f.source.clone(),
            f.gaps.join(" "),
        ]
    });
    written(&FIGURES, rows)
}

/// What was counted as CSV. A member is named by its place in the sheet, `door.minutes.open` or `weeks[0].hours.open`; what is
/// hidden or not known has an empty content.
///
/// # Errors
/// As [`figures`].
pub fn basis(sheet: &MonthSheet) -> Result<String, Fault> {
    let all = serde_json::to_value(sheet).map_err(Fault::broken)?;
    let mut leaves = vec![];
    for name in COUNTED {
        walk(name.to_owned(), all.get(name).unwrap_or(&Value::Null), &mut leaves);
    }
    let rows = leaves.into_iter().map(|(member, content)| {
        [sheet.station.clone(), sheet.month.clone(), sheet.revision.to_string(), member, content]
    });
    written(&BASIS, rows)
}

fn walk(at: String, value: &Value, leaves: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| walk(format!("{at}.{name}"), value, leaves)),
        Value::Array(all) => all.iter().enumerate().for_each(|(n, value)| walk(format!("{at}[{n}]"), value, leaves)),
        Value::Null => leaves.push((at, String::new())),
        Value::String(text) => leaves.push((at, text.clone())),
        other => leaves.push((at, other.to_string())),
    }
}

/// Rows under their head.
pub(super) fn written<const N: usize>(
    head: &[&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<String, Fault> {
    let mut out = csv::Writer::from_writer(vec![]);
    out.write_record(head).map_err(Fault::broken)?;
    for row in rows {
        out.write_record(row.map(as_text)).map_err(Fault::broken)?;
    }
    String::from_utf8(out.into_inner().map_err(Fault::broken)?).map_err(Fault::broken)
}

/// A spreadsheet takes what begins so for a formula: names of parts and statistics are typed by people. Numbers stay what they are.
fn as_text(content: String) -> String {
    let formula = content.starts_with(['=', '+', '-', '@', '\t', '\r']) && content.parse::<f64>().is_err();
    if formula { format!("'{content}") } else { content }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Residents;
    use super::super::sheet::tests::sheet;
    use super::*;

    #[test]
    fn each_figure_is_a_row_with_its_source_and_gaps() {
        let sheet = sheet().finished(None);
        let text = figures(&sheet).expect("csv");
        assert_eq!(text.lines().count(), 1 + sheet.figures.len());
        let open = "sanhe,2026-06,1,open,,share,0.7,,0.9,30,door-events,unseen-is-unknown quarter-hours";
        assert_eq!(text.lines().nth(1), Some(open));
    }

    #[test]
    fn what_was_counted_is_a_row_each_and_what_is_hidden_is_empty() {
        let text = basis(&sheet().finished(None)).expect("csv");
        for row in [
            "sanhe,2026-06,1,door.minutes.open,700",
            "sanhe,2026-06,1,weeks[1].hours.visited.value,25",
            "sanhe,2026-06,1,weeks[0].contact.counts[1][1],",
            "sanhe,2026-06,1,survey.groups[0],",
            "sanhe,2026-06,1,fullest,",
        ] {
            assert!(text.lines().any(|line| line == row), "{row}\n{text}");
        }
    }

    #[test]
    fn nothing_that_was_typed_becomes_a_formula() {
        let mut other = sheet();
        let residents = Residents { source: "=1+1".into(), ..other.residents.take().expect("residents") };
        other.residents = Some(residents);
        let text = basis(&other).expect("csv");
        assert!(text.contains("residents.source,'=1+1"), "{text}");
        assert_eq!(as_text("-3".into()), "-3");
    }
}
