//! The form: what becomes of its rows.
use jiff::civil::date;
use jiff::tz::TimeZone;

use crate::pads::forms::{ANOTHER, PadForm, Row};
use crate::pads::rules::Became;
use crate::tests::at;

fn zone() -> TimeZone {
    TimeZone::get("Asia/Shanghai").unwrap()
}

fn typed(pad: &str, what: &str, from: &str, became: &str) -> Row {
    Row { pad: pad.into(), what: what.into(), from: from.into(), became: became.into(), ..Row::default() }
}

#[test]
fn rows_that_nobody_typed_into_are_left_out() {
    let pairs =
        [("on", "2026-06-24"), ("once-1", "a"), ("pad-1", " "), ("once-2", "b"), ("pad-2", "7"), ("pad-x", "8")];
    let form = PadForm::of(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec());
    let seen: Vec<(&str, &str)> = form.rows.iter().map(|r| (r.once.as_str(), r.pad.as_str())).collect();
    assert_eq!((form.on.as_str(), seen), ("2026-06-24", vec![("b", "7")]));
}

#[test]
fn a_row_becomes_a_sheet_of_that_day() {
    let row = Row { way: ANOTHER.into(), name: "罗大爷".into(), ..typed("7", "matter:1", "930", "served") };
    let entry = row.read(date(2026, 6, 24), &zone()).unwrap();
    assert_eq!((entry.sheet.pad, entry.sheet.came, entry.sheet.became), (7, at(9, 30), Became::Served));
    assert!(entry.sheet.another && entry.what.on_site && entry.what.matters == [1]);
    let line = typed("7", "line:2", "9", "waits").read(date(2026, 6, 24), &zone()).unwrap();
    assert_eq!((line.what.line, line.what.matters.len()), (Some(2), 0));
}

#[test]
fn everything_that_is_wrong_with_a_row_is_said_at_once() {
    let row = Row { name: "x\u{0007}".into(), ..typed("0", "", "24", "") };
    let problems = row.read(date(2026, 6, 24), &zone()).unwrap_err();
    let texts = [vec![kernel::TEXTS], people::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    let v = kernel::view::View::plain(&house, kernel::words::Lang::Zh);
    for field in ["pad", "what", "from", "became", "name"] {
        assert!(problems.of(&v, field).is_some(), "{field}");
    }
}
