//! The form: what becomes of its rows.
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::lines::{at, on};
use crate::paper::acts::Other;
use crate::paper::forms::{PaperForm, Row};

fn zone() -> TimeZone {
    TimeZone::get("Asia/Shanghai").unwrap()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn typed(place: &str, from: &str, until: &str) -> Row {
    Row { place: place.into(), from: from.into(), until: until.into(), ..Row::default() }
}

#[test]
fn rows_that_nobody_typed_into_are_left_out_and_boxes_that_are_not_ticked_say_no() {
    let form = PaperForm::of(pairs(&[
        ("on", "2026-06-24"),
        ("once-1", "a"),
        ("place-1", ""),
        ("came-1", "yes"),
        ("once-2", "b"),
        ("place-2", "table/2"),
        ("from-2", "1400"),
        ("until-2", "15"),
        ("name-2", "罗大爷"),
        ("once-3", "c"),
        ("from-3", "16"),
        ("came-3", "yes"),
        ("from-x", "16"),
        ("from-9999", "16"),
    ]));
    assert_eq!(form.on, "2026-06-24");
    let seen: Vec<(&str, &str)> = form.rows.iter().map(|r| (r.once.as_str(), r.came.as_str())).collect();
    assert_eq!(seen, [("b", "no"), ("c", "yes")]);
}

#[test]
fn a_row_becomes_a_line_of_that_day() {
    let line = typed("table/2", "1401", "15").read(date(2026, 6, 24), &zone()).unwrap();
    assert_eq!((line.offering.as_str(), line.paper.place), ("table", Some(2)));
    assert_eq!((line.paper.span.from, line.paper.span.until), (at(14, 0), at(15, 0)));
    let night = typed("hall", "22:00", "1:00").read(date(2026, 6, 24), &zone()).unwrap();
    assert_eq!(night.paper.span.until, on(25, 1, 0), "what ends before it begins ends on the next day");
    let midnight = typed("hall", "22", "24").read(date(2026, 6, 24), &zone()).unwrap();
    assert_eq!(midnight.paper.span.until, on(25, 0, 0));
}

#[test]
fn everything_that_is_wrong_with_a_row_is_said_at_once() {
    let row = Row { name: "x\u{0007}".into(), group: "many".into(), ..typed("", "soon", "later") };
    let problems = row.read(date(2026, 6, 24), &zone()).unwrap_err();
    for field in ["place", "from", "until", "group", "name"] {
        let house =
            kernel::testing::on_sqlite(&[kernel::MIGRATIONS], &[kernel::TEXTS, people::TEXTS, crate::PAPER_TEXTS]);
        let v = kernel::view::View::plain(&house, kernel::words::Lang::Zh);
        assert!(problems.of(&v, field).is_some(), "{field}");
    }
    assert!(typed("table", "14:00", "14:01").read(date(2026, 6, 24), &zone()).is_err(), "that is no time at all");
}

#[test]
fn a_row_says_of_twenty_others_what_was_with_them_and_of_no_more() {
    let said = |n: usize| {
        let other = |i| (format!("00000000-0000-7000-8000-{i:012}"), "not-come".to_owned());
        let row = Row { others: (0..n).map(other).collect(), ..typed("table", "14", "15") };
        row.read(date(2026, 6, 24), &zone()).is_ok()
    };
    assert_eq!((said(20), said(21)), (true, false));
}

#[test]
fn a_way_out_is_taken_with_the_row() {
    let id = "00000000-0000-7000-8000-000000000000";
    let form = PaperForm::of(pairs(&[
        ("place-1", "table/2"),
        ("from-1", "14"),
        ("until-1", "15"),
        ("way-1", "place:table/1"),
        (&format!("other-1-{id}"), "not-come"),
        ("place-2", "table"),
        ("from-2", "14"),
        ("until-2", "15"),
        ("way-2", "note"),
        (&format!("other-2-{id}"), ""),
    ]));
    let lines: Vec<_> =
        form.rows.into_iter().map(|row| row.settled().read(date(2026, 6, 24), &zone()).unwrap()).collect();
    assert_eq!((lines[0].paper.place, lines[0].as_note), (Some(1), false));
    assert_eq!(lines[0].others.iter().map(|(_, other)| *other).collect::<Vec<_>>(), [Other::NotCome]);
    assert_eq!((lines[1].as_note, lines[1].others.len()), (true, 0));
}
