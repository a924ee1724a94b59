//! Figures in words: the number, how sure it is, and of how many; or plainly that there are too few.
use kernel::view::View;

use super::rules::{Figure, Row, Unit};

/// 3.2（1.1–9.0），94 里 3
pub fn value(v: &View, row: &Row) -> String {
    if row.figure == Figure::WayTime {
        return v.ta("measure-way-time-value", &[("n", row.n.into())]);
    }
    let Some(sure) = row.sure else { return few(v, row) };
    let round = |x: f64| match row.unit {
        Unit::Per100 => format!("{x:.1}"),
        Unit::Percent | Unit::Minutes => format!("{x:.0}"),
    };
    let args =
        [("value", round(sure.value).into()), ("low", round(sure.low).into()), ("high", round(sure.high).into())];
    let said = v.ta(&format!("measure-value-{}", row.unit.name()), &args);
    match row.count {
        Some(count) => said + &v.ta("measure-count", &[("count", count.into()), ("n", row.n.into())]),
        None => said,
    }
}

/// 太少，说不准：4 次来访
pub fn few(v: &View, row: &Row) -> String {
    let key = if row.n == 0 { "none" } else { "few" };
    v.ta(&format!("measure-{}-{key}", row.figure.name()), &[("n", row.n.into())])
}

/// What a part of a figure is called: 缺材料
pub fn part(v: &View, row: &Row) -> String {
    v.t(&format!("measure-{}-{}", row.figure.name(), row.part))
}

/// The plain sentence below a figure: what was counted, of how many, and what is missing in it.
pub fn how(v: &View, row: &Row, day: &str) -> String {
    v.ta(&format!("measure-{}-how", row.figure.name()), &[("n", row.n.into()), ("day", day.into())])
}
