//! The desk's pages of titles with invented books.
use jiff::civil::date;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Refusal as _, Said};
use kernel::view::View;
use maud::Markup;

use super::{Intake, List, Looked, Running, ShelfPage, Step, Typed};
use crate::catalogue::acts::Imported;
use crate::catalogue::answers::Found;
use crate::catalogue::forms::{CopiesForm, ShelfForm, TitleForm};
use crate::catalogue::imports::{Bad, Why};
use crate::catalogue::reads::Whole;
use crate::catalogue::rules::{NoIntake, barcode};
use crate::frame::Frame;
use crate::rules::{Copy, Kind, Shelf, Stands, Title};
use crate::{CopyId, TitleId};

type Sample = (String, String);

fn id(n: u128) -> Id {
    Id(uuid::Uuid::from_u128(n))
}

fn a_title(n: u128) -> Title {
    let (title, authors, publisher, kind) = match n % 3 {
        0 => ("山那边的灯", "林小满", "高原文艺出版社", Kind::Book),
        1 => ("小羊找妈妈", "卓玛、李画", "青苗少儿出版社", Kind::PictureBook),
        _ => ("一本书名很长很长的书：从河谷到高山，从春天到冬天，从第一页到最后一页", "", "", Kind::Thing),
    };
    Title {
        id: TitleId(id(n)),
        isbn: n.is_multiple_of(3).then(|| "9787000000018".to_owned()),
        title: title.into(),
        subtitle: String::new(),
        authors: authors.into(),
        publisher: publisher.into(),
        year: (n % 3 != 2).then_some(2024),
        class: if n.is_multiple_of(3) { "I247.5".into() } else { String::new() },
        kind,
        for_children: n % 3 == 1,
        note: if n.is_multiple_of(3) { "写一个山村的夜晚。".into() } else { String::new() },
        added_on: date(2026, 6, 20),
    }
}

fn found(n: u128) -> Found {
    let copies = i64::try_from(n % 4).unwrap_or(1);
    Found { title: a_title(n), copies, free: copies.min(1), has_cover: n.is_multiple_of(3) }
}

fn a_copy(n: i32, stands: Stands) -> Copy {
    Copy {
        id: CopyId(id(800 + u128::from(n.unsigned_abs()))),
        title: TitleId(id(3)),
        // One came with a number of another system.
        barcode: if n == 2 { "QH-0002".into() } else { barcode::of_number(n) },
        shelf: 1 + n % 2,
        stands,
        source: if n == 1 { "县图书馆配送".into() } else { String::new() },
        added_on: date(2026, 6, 20),
        last_lent_on: None,
        seen_on: None,
    }
}

fn two_shelves() -> Vec<Shelf> {
    let shelf = |id, code: &str, name: &str, honesty| Shelf {
        id,
        code: code.into(),
        name_zh: name.into(),
        name_en: if honesty { String::new() } else { "Novels".into() },
        honesty,
        place: 0,
    };
    vec![shelf(1, "a1", "文学", false), shelf(2, "door", "门口漂流架", true)]
}

/// Each page with its name.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    Ok([lists(f), intakes(f), titles(f), files(f), others(f)?].concat())
}

fn named(f: Frame<'_>, name: &str, body: Markup) -> Sample {
    (format!("catalogue-{name}"), f.shell(f.v.t("catalogue-titles")).body(body).into_string())
}

fn lists(f: Frame<'_>) -> Vec<Sample> {
    let all: Vec<Found> = (1..=7).map(found).collect();
    let list = |typed, found: &[Found], more, later| super::list(f, &List { typed, found, more, later });
    vec![
        named(f, "list", list("", &all, true, false)),
        named(f, "list-found", list("灯", &all[..2], false, false)),
        named(f, "list-not-found", list("蓝鲸", &[], false, false)),
        named(f, "list-none", list("", &[], false, false)),
        named(f, "list-end", list("", &[], false, true)),
    ]
}

fn intakes(f: Frame<'_>) -> Vec<Sample> {
    let (fine, shelves) = (Problems::default(), two_shelves());
    let mut odd = Problems::default();
    odd.add("isbn", "catalogue-isbn-check");
    let done = a_title(3);
    let step = |typed, problems, done, shelf| super::ask_isbn(f, &Step { typed, problems, done, shelf });
    let fresh = TitleForm::fresh("sample".into(), "9787000000018", &shelves);
    let filled = TitleForm { shelf: "a1".into(), count: "2".into(), ..TitleForm::of("sample".into(), &a_title(3)) };
    let wrong = TitleForm { year: "二零".into(), count: "0".into(), ..fresh.clone() };
    let said = wrong.take_in(&shelves).err().unwrap_or_default();
    let intake =
        |form, problems, found, there| super::intake(f, &Intake { form, problems, shelves: &shelves, found, there });
    let (pack, here) = (("catalogue-known-pack", None), ("catalogue-known-here", Some("catalogue-known-here-how")));
    let nowhere = ("catalogue-known-nowhere", Some("catalogue-known-nowhere-how"));
    vec![
        named(f, "isbn", step("", &fine, None, true)),
        named(f, "isbn-wrong", step("978-7-00-000001-9", &odd, None, true)),
        named(f, "isbn-next", step("", &fine, Some(&done), true)),
        named(f, "isbn-no-shelf", step("", &fine, None, false)),
        named(f, "intake", intake(&fresh, &fine, Some(nowhere), None)),
        named(f, "intake-filled", intake(&filled, &fine, Some(pack), None)),
        named(f, "intake-there", intake(&filled, &fine, Some(here), Some(&done))),
        named(f, "intake-wrong", intake(&wrong, &said, None, None)),
    ]
}

fn titles(f: Frame<'_>) -> Vec<Sample> {
    let (fine, shelves) = (Problems::default(), two_shelves());
    let whole = |n: u128, copies: Vec<Copy>| Whole { found: found(n), copies, shelves: shelves.clone() };
    let stands = [Stands::Here, Stands::Missing, Stands::Repair, Stands::OnTheWay, Stands::Gone];
    let copies: Vec<Copy> = (1..).zip(stands).map(|(n, stands)| a_copy(n, stands)).collect();
    let drawn = |whole: &Whole, problems: &Problems, done| {
        let title = TitleForm::of("sample".into(), &whole.found.title);
        let copies = CopiesForm::fresh("sample".into(), &shelves);
        super::title(f, whole, &Typed { title: &title, copies: &copies, problems, once: "sample", done })
    };
    let refused = Problems::about_the_whole(NoIntake::Lent.say(f.v));
    let mut wrong = Problems::default();
    wrong.add("count", "catalogue-bad-count");
    vec![
        named(f, "title", drawn(&whole(3, copies.clone()), &fine, true)),
        named(f, "title-bare", drawn(&whole(4, vec![]), &fine, false)),
        named(f, "title-refused", drawn(&whole(5, copies.clone()), &refused, false)),
        named(f, "title-wrong", drawn(&whole(6, copies), &wrong, false)),
    ]
}

fn files(f: Frame<'_>) -> Vec<Sample> {
    let (fine, shelves) = (Problems::default(), two_shelves());
    let mut odd = Problems::default();
    odd.add_with("file", "catalogue-file-bytes", vec![("line", "12".into())]);
    let bad = |n: usize| Bad { at: n, why: Why::Isbn, typed: "978700000001X".into() };
    let some = Imported {
        new_titles: 118,
        new_copies: 131,
        known: 4,
        new_shelves: vec!["少儿".into(), "农技".into()],
        refused: (1..=104).map(bad).collect(),
    };
    let none = Imported { known: 120, ..Imported::default() };
    let looked =
        |would: &Imported| super::looked(f, &Looked { would, looked: "5Lmm5ZCNCg", shelf: "a1", once: "sample" });
    let running = |how: Running| super::running(f, &how, "/x");
    vec![
        named(f, "import", super::choose(f, &shelves, &fine)),
        named(f, "import-wrong", super::choose(f, &[], &odd)),
        named(f, "import-looked", looked(&some)),
        named(f, "import-nothing", looked(&none)),
        named(f, "import-running", running(Running::At(400, 3000))),
        named(f, "import-over", running(Running::Over(some))),
        named(f, "import-broken", running(Running::Broken)),
        named(f, "import-unknown", running(Running::Unknown)),
    ]
}

fn others(f: Frame<'_>) -> Result<Vec<Sample>, Fault> {
    let (fine, all) = (Problems::default(), two_shelves());
    let form = ShelfForm::of("sample".into(), &all[1]);
    let refused = Problems::about_the_whole(Said { next: vec![], ..NoIntake::CodeThere.say(f.v) });
    let page = |problems, done| ShelfPage { form: &form, problems, done };
    let copies: Vec<(Copy, Title)> =
        (1..=5).map(|n| (a_copy(n, Stands::Here), a_title(u128::from(n.unsigned_abs())))).collect();
    let labels = super::labels(f, &copies, "https://example.org", Some("/next"))?;
    Ok(vec![
        named(f, "shelves", super::shelves(f, &all, &page(&fine, true))),
        named(f, "shelves-none", super::shelves(f, &[], &page(&refused, false))),
        named(f, "shelf", super::one_shelf(f, &all[1], &page(&fine, false))),
        ("catalogue-shelf-poster".to_owned(), super::poster(f, &all[0], "https://example.org/x")?.into_string()),
        (
            "catalogue-shelf-poster-honesty".to_owned(),
            super::poster(f, &all[1], "https://example.org/x")?.into_string(),
        ),
        named(f, "labels-choose", super::choose_labels(f, "2026-06-27", false)),
        named(f, "labels-none", super::choose_labels(f, "2026-06-27", true)),
        ("catalogue-labels".to_owned(), labels.into_string()),
    ])
}
