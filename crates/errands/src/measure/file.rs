//! 开放数据: the figures as a file, a row for each. What the columns mean: docs/open-data.md.
use kernel::fault::Fault;
use stations::Station;

use super::answers::Measured;

const HEAD: [&str; 11] = ["station", "from", "until", "figure", "part", "unit", "value", "low", "high", "count", "n"];

/// CSV of RFC 4180, in UTF-8.
pub fn csv(station: &Station, m: &Measured) -> Result<String, Fault> {
    let mut out = csv::Writer::from_writer(vec![]);
    out.write_record(HEAD).map_err(Fault::broken)?;
    for row in &m.rows {
        let number = |x: Option<f64>| x.map(|x| format!("{x:.2}")).unwrap_or_default();
        out.write_record([
            station.slug.clone(),
            m.period.from.to_string(),
            m.period.until.to_string(),
            row.figure.name().to_owned(),
            row.part.to_owned(),
            row.unit.name().to_owned(),
            number(row.sure.map(|s| s.value)),
            number(row.sure.map(|s| s.low)),
            number(row.sure.map(|s| s.high)),
            row.count.map(|n| n.to_string()).unwrap_or_default(),
            row.n.to_string(),
        ])
        .map_err(Fault::broken)?;
    }
    String::from_utf8(out.into_inner().map_err(Fault::broken)?).map_err(Fault::broken)
}
