//! The pages of transfers with invented titles.
use jiff::SignedDuration;
use jiff::civil::date;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::Page as Shell;
use kernel::view::View;
use maud::Markup;
use stations::Station;

use super::{AskPage, ListPage, OnePage, SendPage, ask, list, one, send, stations as which};
use crate::catalogue::answers::Found;
use crate::frame::Frame;
use crate::lending::answers::CopyState;
use crate::rules::{Copy, Kind, Shelf, Stands, Title};
use crate::transfers::answers::{One, Other, Overview, Seen};
use crate::transfers::asked::TransferRefusal;
use crate::transfers::rules::{NoTransfer, State, Transfer};
use crate::transfers::says;
use crate::{CopyId, TitleId, TransferId};

type Sample = (String, String);

fn id(n: u128) -> Id {
    Id(uuid::Uuid::from_u128(n))
}

fn others() -> Vec<Other> {
    let other = |slug: &str, zh: &str, en: &str| Other { slug: slug.into(), name_zh: zh.into(), name_en: en.into() };
    vec![other("guanting", "古城乡共享驿站", "Gucheng Shared Station"), other("shihuiyao", "石灰窑乡共享驿站", "")]
}

fn title(n: u128) -> Title {
    Title {
        id: TitleId(id(n)),
        isbn: None,
        title: ["长安的荔枝", "牛羊常见病"][usize::try_from(n).unwrap_or(0) % 2].into(),
        subtitle: String::new(),
        authors: "马伯庸".into(),
        publisher: "湖南文艺出版社".into(),
        year: Some(2022),
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
        title: TitleId(id(1)),
        barcode: "2000000000015".into(),
        shelf: 1,
        stands: Stands::Here,
        source: String::new(),
        added_on: date(2026, 3, 1),
        last_lent_on: None,
        seen_on: None,
    }
}

fn shelves() -> Vec<Shelf> {
    let name = ("A 架 · 文学".to_owned(), "Shelf A · fiction".to_owned());
    vec![Shelf { id: 1, code: "a1".into(), name_zh: name.0, name_en: name.1, honesty: false, place: 0 }]
}

fn seen(v: &View, n: u128, (state, ours): (State, bool)) -> Seen {
    let at = v.now() - SignedDuration::from_hours(30);
    let sent = matches!(state, State::Sent | State::Arrived);
    let transfer = Transfer {
        id: TransferId(id(n)),
        from: StationId(1),
        to: StationId(2),
        title: TitleId(id(n)),
        copy: sent.then(|| CopyId(id(1))),
        state,
        why: if state == State::Declined { "只有一本，读书会正在用".into() } else { String::new() },
        asked_at: at,
        sent_at: sent.then_some(at),
        ended_at: (!matches!(state, State::Asked | State::Sent)).then(|| v.now()),
    };
    Seen { transfer, ours, other: others().remove(0), title: title(n) }
}

fn shell(v: &View, station: &Station, body: Markup) -> String {
    Shell::new(v, v.t("transfers-title")).place(station.place(v)).body(body).into_string()
}

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    Ok([lists(f), ones(f), asks(f), sends(f)].concat())
}

fn named(f: Frame<'_>, name: &str, body: Markup) -> Sample {
    (format!("transfers-{name}"), shell(f.v, f.station, body))
}

fn lists(f: Frame<'_>) -> Vec<Sample> {
    let v = f.v;
    let busy = Overview {
        wanted: vec![seen(v, 0, (State::Asked, true))],
        coming: vec![seen(v, 1, (State::Sent, false))],
        asked: vec![seen(v, 0, (State::Asked, false))],
        sent: vec![seen(v, 1, (State::Sent, true))],
        over: vec![
            seen(v, 0, (State::Arrived, true)),
            seen(v, 1, (State::Arrived, false)),
            seen(v, 0, (State::Declined, true)),
            seen(v, 1, (State::Declined, false)),
            seen(v, 0, (State::CalledBack, true)),
            seen(v, 1, (State::CalledBack, false)),
        ],
    };
    let (fine, mut unknown) = (Problems::default(), Problems::default());
    unknown.add("barcode", "transfers-not-coming");
    let drawn = |name, all: &Overview, problems: &Problems, done| {
        named(f, name, list(f, &ListPage { all, barcode: "", problems, done }))
    };
    vec![
        drawn("list", &busy, &fine, true),
        drawn("list-unknown", &busy, &unknown, false),
        drawn("list-none", &Overview::default(), &fine, false),
    ]
}

fn ones(f: Frame<'_>) -> Vec<Sample> {
    let fine = Problems::default();
    let no_why = TransferRefusal { why: String::new() }.checked().err().unwrap_or_default();
    let refused = |no: NoTransfer| Problems::about_the_whole(says::said(f, &no));
    let copies = |state: CopyState| vec![(copy(1), state), (copy(2), state)];
    let drawn = |name: &str, stands: (State, bool), copies: Vec<(Copy, CopyState)>, shelves, problems: &Problems| {
        let sent = (stands == (State::Sent, true)).then(|| copy(1));
        let shown = One { seen: seen(f.v, 1, stands), copies, sent, shelves };
        let page = OnePage {
            one: &shown,
            why: "",
            problems,
            once: "sample",
            done: name == "sent",
            fresh: Some(CopyId(id(1))),
        };
        named(f, &format!("one-{name}"), one(f, &page))
    };
    let lent = CopyState::Lent { due_on: date(2026, 7, 3) };
    vec![
        drawn("wanted", (State::Asked, true), copies(CopyState::Free), shelves(), &fine),
        drawn("wanted-no-why", (State::Asked, true), copies(CopyState::Free), shelves(), &no_why),
        drawn("wanted-none-free", (State::Asked, true), copies(lent), shelves(), &refused(NoTransfer::OthersWait(2))),
        drawn("asked", (State::Asked, false), vec![], shelves(), &fine),
        drawn("sent", (State::Sent, true), vec![], shelves(), &fine),
        drawn("coming", (State::Sent, false), vec![], shelves(), &fine),
        drawn("coming-no-shelf", (State::Sent, false), vec![], vec![], &fine),
        drawn("declined", (State::Declined, false), vec![], shelves(), &fine),
        drawn("arrived", (State::Arrived, false), vec![], shelves(), &fine),
    ]
}

fn asks(f: Frame<'_>) -> Vec<Sample> {
    let (fine, mut unknown, near) = (Problems::default(), Problems::default(), others());
    unknown.add("from", "transfers-no-such-station");
    let refused = Problems::about_the_whole(says::said(f, &NoTransfer::Asked(TransferId(id(1)))));
    let found =
        |free| Found { title: title(free), copies: 2, free: i64::try_from(free).unwrap_or(0), has_cover: false };
    let all = [found(0), found(1)];
    let drawn = |name, typed, found: &[Found], problems: &Problems| {
        let page = AskPage { from: &near[0], typed, found, problems, once: "sample" };
        named(f, name, ask(f, &page))
    };
    vec![
        named(f, "stations", which(f, &near, ("", &fine))),
        named(f, "stations-unknown", which(f, &[], ("xx", &unknown))),
        drawn("theirs", "", &all, &fine),
        drawn("theirs-refused", "荔枝", &all, &refused),
        drawn("theirs-none", "荔枝", &[], &fine),
        drawn("theirs-nothing", "", &[], &fine),
    ]
}

fn sends(f: Frame<'_>) -> Vec<Sample> {
    let (fine, near) = (Problems::default(), others());
    let refused = Problems::about_the_whole(says::said(f, &NoTransfer::Lent { due_on: date(2026, 7, 3) }));
    let drawn = |name, near: &[Other], (barcode, to): (&str, &str), problems: &Problems| {
        named(f, name, send(f, &SendPage { near, barcode, to, problems, once: "sample" }))
    };
    vec![
        drawn("send", &near, ("", ""), &fine),
        drawn("send-refused", &near, ("2000000000015", "guanting"), &refused),
        drawn("send-elsewhere", &near, ("2000000000015", "xining"), &fine),
        drawn("send-alone", &[], ("", ""), &fine),
    ]
}
