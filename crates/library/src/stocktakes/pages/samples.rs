//! The pages of walks with invented copies.
use jiff::SignedDuration;
use jiff::civil::date;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::Page as Shell;
use kernel::view::View;
use maud::Markup;
use people::StaffId;
use stations::Station;

use super::{ListPage, WalkPage, ending, list, over, walk};
use crate::frame::Frame;
use crate::rules::{Copy, Kind, Shelf, Stands, Title};
use crate::stocktakes::acts::Scanned;
use crate::stocktakes::answers::{Ending, Here, Listed, Overview, Walk};
use crate::stocktakes::rules::{NoStocktake, Odd, Progress, Standing, Stocktake};
use crate::stocktakes::says;
use crate::{CopyId, StocktakeId, TitleId};

type Sample = (String, String);

fn id(n: u128) -> Id {
    Id(uuid::Uuid::from_u128(n))
}

fn shelves() -> Vec<Shelf> {
    let shelf = |id: i32, code: &str, zh: &str, en: &str| Shelf {
        id,
        code: code.into(),
        name_zh: zh.into(),
        name_en: en.into(),
        honesty: false,
        place: 0,
    };
    vec![shelf(1, "a1", "A 架 · 文学", "Shelf A · fiction"), shelf(2, "b1", "B 架 · 农技", "Shelf B · farming")]
}

fn title(n: u128) -> Title {
    let names = ["长安的荔枝", "青海花儿选", "牛羊常见病", "给孩子的星空"];
    Title {
        id: TitleId(id(n)),
        isbn: None,
        title: names[usize::try_from(n).unwrap_or(0) % names.len()].into(),
        subtitle: String::new(),
        authors: "马伯庸".into(),
        publisher: String::new(),
        year: None,
        class: String::new(),
        kind: Kind::Book,
        for_children: false,
        note: String::new(),
        added_on: date(2026, 3, 1),
    }
}

fn copy(n: u128) -> Copy {
    Copy {
        id: CopyId(id(n)),
        title: TitleId(id(n)),
        barcode: "2000000000015".into(),
        shelf: 1,
        stands: Stands::Here,
        source: String::new(),
        added_on: date(2026, 3, 1),
        last_lent_on: None,
        seen_on: None,
    }
}

fn a_walk(v: &View, shelf: Option<usize>, over: bool) -> Walk {
    let shelf = shelf.and_then(|n| shelves().into_iter().nth(n));
    let stocktake = Stocktake {
        id: StocktakeId(id(1)),
        shelf: shelf.as_ref().map(|s| s.id),
        begun_at: v.now() - SignedDuration::from_mins(40),
        begun_by: StaffId(id(9)),
        ended_at: over.then(|| v.now()),
    };
    Walk { stocktake, shelf, by: Some("李建国".into()), scanned: 41 }
}

fn here(v: &View, shelf: Option<usize>, over: bool) -> Here {
    let progress = Progress { seen: 41, of: 52, strays: 1, elsewhere: 6 };
    Here { walk: a_walk(v, shelf, over), shelves: shelves(), progress }
}

fn listed(n: u128, stands: Stands, seen: Option<i32>) -> Listed {
    let (one, title) = (copy(n), title(n));
    let standing = Standing {
        copy: one.id,
        title: one.title,
        barcode: one.barcode,
        shelf: 1,
        stands,
        elsewhere: false,
        since: false,
        seen,
        stood: seen.map(|_| stands),
    };
    Listed { standing, title: title.title }
}

fn scanned(n: u128, odd: Vec<Odd>) -> Scanned {
    Scanned { typed: "2000000000015".into(), copy: Some((copy(n), title(n))), odd }
}

fn shell(v: &View, station: &Station, body: Markup) -> String {
    Shell::new(v, v.t("stocktakes-title")).place(station.place(v)).body(body).into_string()
}

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    Ok([lists(f), walks(f), ends(f)].concat())
}

fn named(f: Frame<'_>, name: &str, body: Markup) -> Sample {
    (format!("stocktakes-{name}"), shell(f.v, f.station, body))
}

fn lists(f: Frame<'_>) -> Vec<Sample> {
    let fine = Problems::default();
    let busy = Overview {
        open: vec![a_walk(f.v, Some(0), false), a_walk(f.v, Some(1), false)],
        ended: vec![a_walk(f.v, None, true)],
        shelves: shelves(),
    };
    let refused = Problems::about_the_whole(says::said(f.v, f.station, &NoStocktake::Running(StocktakeId(id(1)))));
    let drawn = |name, all: &Overview, problems: &Problems| {
        named(f, name, list(f, &ListPage { all, shelf: "a1", problems, once: "sample", done: false }))
    };
    vec![
        drawn("list", &busy, &fine),
        drawn("list-refused", &busy, &refused),
        drawn("list-none", &Overview { shelves: shelves(), ..Overview::default() }, &fine),
        drawn("list-no-shelf", &Overview::default(), &fine),
    ]
}

fn walks(f: Frame<'_>) -> Vec<Sample> {
    let (one, all, fine) = (here(f.v, Some(0), false), here(f.v, None, false), Problems::default());
    let nothing = crate::stocktakes::asked::StocktakeScans::default().checked(&[]).err().unwrap_or_default();
    let drawn = |name, here: &Here, at: Option<&Shelf>, scanned: &[Scanned], problems: &Problems| {
        named(f, name, walk(f, &WalkPage { here, at, scanned, problems, once: "sample" }))
    };
    let lent = Odd::Lent { due_on: date(2026, 7, 3) };
    let unknown = Scanned { typed: "9787572608582".into(), copy: None, odd: vec![] };
    let several = [
        scanned(0, vec![]),
        scanned(1, vec![lent, Odd::OtherShelf { shelf: 2 }]),
        scanned(2, vec![Odd::WasMissing]),
        scanned(3, vec![Odd::WasInRepair, Odd::Already]),
        scanned(2, vec![Odd::OnTheWay]),
        scanned(1, vec![Odd::PutAside]),
        unknown.clone(),
    ];
    vec![
        drawn("walk", &one, None, &[], &fine),
        drawn("walk-nothing", &one, None, &[], &nothing),
        drawn("walk-fine", &one, None, &[scanned(0, vec![])], &fine),
        drawn("walk-lent", &one, None, &[scanned(0, vec![lent])], &fine),
        drawn("walk-gone", &one, None, &[scanned(0, vec![Odd::Gone])], &fine),
        drawn("walk-unknown", &one, None, &[unknown], &fine),
        drawn("walk-several", &one, None, &several, &fine),
        drawn("walk-all", &all, None, &[], &fine),
        drawn("walk-all-at", &all, all.shelves.first(), &[scanned(0, vec![])], &fine),
    ]
}

fn ends(f: Frame<'_>) -> Vec<Sample> {
    let (fine, one) = (Problems::default(), here(f.v, Some(0), false));
    let full = Ending {
        missing: vec![listed(0, Stands::Here, None), listed(1, Stands::Here, None)],
        again: vec![listed(2, Stands::Missing, Some(1))],
        misplaced: vec![listed(3, Stands::Here, Some(2))],
        read: "0123456789abcdef".into(),
    };
    let moved = Problems::about_the_whole(says::said(f.v, f.station, &NoStocktake::Moved(StocktakeId(id(1)))));
    let done = here(f.v, Some(0), true);
    vec![
        named(f, "end", ending(f, &one, &full, (&fine, "sample"))),
        named(f, "end-moved", ending(f, &one, &full, (&moved, "sample"))),
        named(f, "end-none", ending(f, &one, &Ending::default(), (&fine, "sample"))),
        named(f, "over", over(f, &done, &[listed(0, Stands::Missing, None)], (true, &fine))),
        named(f, "over-none", over(f, &done, &[], (false, &fine))),
    ]
}
