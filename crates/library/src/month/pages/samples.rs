//! The pages of the month with invented figures.
use jiff::civil::date;
use kernel::fault::Fault;
use kernel::page::Page as Shell;
use kernel::view::View;
use maud::Markup;
use stations::Station;

use super::{MonthPage, idle, month};
use crate::TitleId;
use crate::frame::Frame;
use crate::month::answers::{Idle, IdleList, IdleShelf, Month};
use crate::month::rules::{Issue, add_up, months};
use crate::rules::{Kind, Shelf};

type Sample = (String, String);

fn shelf() -> Shelf {
    let name = ("A 架 · 文学".to_owned(), "Shelf A · fiction".to_owned());
    Shelf { id: 1, code: "a1".into(), name_zh: name.0, name_en: name.1, honesty: false, place: 0 }
}

fn shell(v: &View, station: &Station, body: Markup) -> String {
    Shell::new(v, v.t("library-month-title")).place(station.place(v)).body(body).into_string()
}

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    let today = f.when().today();
    let all = months(today);
    let issue = |n: usize| Issue {
        kind: [Kind::Book, Kind::PictureBook, Kind::Magazine][n % 3],
        children: n.is_multiple_of(3),
        first: n.is_multiple_of(4),
    };
    let issues: Vec<Issue> = (0..57).map(issue).collect();
    let late: Vec<bool> = (0..41usize).map(|n| n.is_multiple_of(9)).collect();
    let full = Month {
        figures: add_up(&issues, &late, 6, &[1, 1, -1, 1]),
        known_since: Some(today),
        shelves: vec![
            IdleShelf { shelf: shelf(), copies: 120, idle: 18 },
            IdleShelf { shelf: Shelf { code: "b1".into(), ..shelf() }, copies: 30, idle: 0 },
        ],
    };
    let few = Month { figures: add_up(&issues[..3], &late[..2], 0, &[]), known_since: None, shelves: vec![] };
    let none = Month { figures: add_up(&[], &[], 0, &[]), ..few.clone() };
    let drawn = |name: &str, read: &Month| {
        let body = month(f, MonthPage { month: today.first_of_month(), months: &all, read });
        (format!("library-month-{name}"), shell(v, &station, body))
    };
    let one = |last_lent_on| Idle {
        title: TitleId(kernel::db::types::Id(uuid::Uuid::from_u128(1))),
        name: "牛羊常见病".into(),
        barcode: "2000000000015".into(),
        added_on: date(2021, 3, 1),
        last_lent_on,
    };
    let list = IdleList { shelf: shelf(), all: vec![one(None), one(Some(date(2023, 5, 2)))], n: 18 };
    let nothing = IdleList { all: vec![], n: 0, ..list.clone() };
    Ok(vec![
        drawn("full", &full),
        drawn("few", &few),
        drawn("none", &none),
        ("library-month-idle".into(), shell(v, &station, idle(f, &list))),
        ("library-month-idle-none".into(), shell(v, &station, idle(f, &nothing))),
    ])
}
