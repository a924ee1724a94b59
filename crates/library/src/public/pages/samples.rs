//! Every page with invented titles and readers, for the test that draws all pages and for people who look at them.
use axum::http::StatusCode;
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::refusal::{Next, Said};
use kernel::view::View;
use stations::Station;

use super::{CopyShown, List, Machine, ShelfShown, Shows, TitleShown, card, copy, history, home, list, machine, mine};
use super::{own, shelf, shut, title};
use crate::catalogue::answers::Found;
use crate::frame::Frame;
use crate::lending::answers::{CopyState, HoldSeen, LoanSeen, Read};
use crate::public::reads::{Mine, Page, Piece, PieceSeen, ShelfSeen, TitleSeen, Wanted};
use crate::public::tally::Moved;
use crate::rules::{Copy, Kind, Shelf, Stands, Title};
use crate::{CopyId, HoldId, LoanId, TitleId};

fn id(n: u128) -> Id {
    Id(uuid::Uuid::from_u128(n))
}

fn days(v: &View, station: &Station, n: i64) -> Date {
    v.when(&station.zone).today().saturating_add(n.days())
}

/// An invented title.
fn a_title(n: u128, on: Date) -> Title {
    let (title, subtitle, authors, publisher, kind) = match n % 4 {
        0 => ("山那边的灯", "一个驿站的四季", "祁山", "河湟文艺出版社", Kind::Book),
        1 => ("小羊过河", "", "麻雀 文 布谷 图", "", Kind::PictureBook),
        2 => ("青稞与节气：一本给种地人看的很长很长的书名", "", "", "", Kind::Book),
        _ => ("中国象棋", "", "", "", Kind::Thing),
    };
    let known = n.is_multiple_of(4);
    Title {
        id: TitleId(id(n)),
        isbn: known.then(|| "9787000000018".to_owned()),
        title: title.into(),
        subtitle: subtitle.into(),
        authors: authors.into(),
        publisher: publisher.into(),
        year: known.then_some(2022),
        class: if known { "I247.5".into() } else { String::new() },
        kind,
        for_children: kind == Kind::PictureBook,
        note: if known { "夜里赶路的人，看见山那边有一盏灯。".into() } else { String::new() },
        added_on: on,
    }
}

fn a_shelf(honesty: bool) -> Shelf {
    let (code, name_zh, name_en) =
        if honesty { ("ting", "门厅诚信书架", "Hall") } else { ("a1", "A1 架 · 文学", "A1 · Fiction") };
    Shelf { id: 1, code: code.into(), name_zh: name_zh.into(), name_en: name_en.into(), honesty, place: 1 }
}

fn a_copy(n: u128, of: &Title) -> Copy {
    Copy {
        id: CopyId(id(100 + n)),
        title: of.id,
        barcode: format!("20000000{n:05}"),
        shelf: 1,
        stands: Stands::Here,
        source: String::new(),
        added_on: of.added_on,
        last_lent_on: None,
        seen_on: None,
    }
}

fn piece(n: u128, of: &Title, state: CopyState) -> Piece {
    Piece { copy: a_copy(n, of), shelf: Some(a_shelf(false)), state }
}

fn a_loan(n: u128, of: &Title, (due_on, renewals_left, others_wait): (Date, i16, bool), today: Date) -> LoanSeen {
    LoanSeen {
        loan: LoanId(id(200 + n)),
        copy: a_copy(n, of),
        title: of.clone(),
        due_on,
        lent_on: of.added_on,
        renewals_left,
        overdue: due_on < today,
        others_wait,
    }
}

fn a_hold(n: u128, of: &Title, ready: Option<Date>) -> HoldSeen {
    let ready = ready.map(|until| (a_copy(n, of), until));
    HoldSeen { hold: HoldId(id(300 + n)), title: of.clone(), place_in_line: 2, told: ready.is_some(), ready }
}

fn found(n: u128, on: Date) -> Found {
    let title = a_title(n, on);
    Found { copies: i64::from(!n.is_multiple_of(7)) * 2, free: i64::from(n.is_multiple_of(2)), has_cover: false, title }
}

fn refusal(v: &View) -> (StatusCode, Said) {
    let next = Next { label: v.t("library-hold"), href: "/s/sanhe/library".into() };
    (StatusCode::CONFLICT, Said { what: v.t("library-others-wait"), next: vec![next] })
}

/// What is drawn, and for whom.
struct Scene<'a> {
    f: Frame<'a>,
    today: Date,
}

impl Scene<'_> {
    fn day(&self, n: i64) -> Date {
        days(self.f.v, self.f.station, n)
    }

    fn seen(&self, n: u128, states: &[CopyState]) -> TitleSeen {
        let title = a_title(n, self.today);
        let pieces = (1..).zip(states).map(|(k, state)| piece(k, &title, *state)).collect();
        TitleSeen { pieces, line: 2, lent_here: true, has_cover: n.is_multiple_of(4), loan: None, hold: None, title }
    }

    fn title(&self, seen: &TitleSeen, known: bool, refused: bool) -> String {
        let refused = refused.then(|| refusal(self.f.v));
        let public_url = "https://example.org";
        title(self.f, &TitleShown { seen, known, once: "x", refused: refused.as_ref(), public_url }).into_string()
    }

    fn copy(&self, of: TitleSeen, known: bool, just_lent: bool) -> String {
        let piece = of.pieces[0].clone();
        let seen = PieceSeen { piece, of };
        copy(self.f, &CopyShown { seen: &seen, known, once: "x", just_lent, refused: None }).into_string()
    }

    fn list(&self, wanted: &Wanted, n: u128, more: bool) -> String {
        let all = (1..=n).map(|n| found(n, self.today)).collect();
        list(self.f, &List { wanted, page: &Page { all, more } }).into_string()
    }

    fn shelf(&self, honesty: bool, n: u128, did: Option<Moved>) -> String {
        let states = [CopyState::Free, CopyState::Lent { due_on: self.day(5) }];
        let one = |n: u128| {
            let title = a_title(n, self.today);
            let piece = piece(n, &title, states[usize::from(n.is_multiple_of(3))]);
            (title, piece)
        };
        let part: Vec<_> = (1..=n).map(one).collect();
        let all = if part.is_empty() { 0 } else { 40 };
        let seen = ShelfSeen { shelf: a_shelf(honesty), part, from: 0, all, here: all / 2 };
        shelf(self.f, &ShelfShown { seen: &seen, once: "x", did }).into_string()
    }

    fn machine(&self, shows: Shows<'_>, (card, wants): (&str, &str), refused: bool) -> String {
        let refused = refused.then(|| refusal(self.f.v));
        let m = Machine { shows, card, wants, last: "2000000000015", once: "x", refused: refused.as_ref() };
        machine(self.f, &m).into_string()
    }

    fn mine(&self) -> Mine {
        let titles: Vec<Title> = (0..4).map(|n| a_title(n, self.today)).collect();
        let loan = |n: usize, due, left, wait| {
            a_loan(u128::try_from(n).unwrap_or(0), &titles[n], (self.day(due), left, wait), self.today)
        };
        Mine {
            station: std::sync::Arc::new(self.f.station.clone()),
            loans: vec![loan(0, 12, 1, false), loan(1, -2, 0, false), loan(2, 3, 1, true)],
            holds: vec![a_hold(3, &titles[3], Some(self.day(2))), a_hold(1, &titles[1], None)],
            offers_history: true,
        }
    }
}

/// Each page with its name, on the view's day.
///
/// # Errors
/// The sample station cannot be made.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    let s = Scene { f, today: v.when(&station.zone).today() };
    let pages = [looked_at(&s), held(&s), at_shelves(&s), of_ones_own(&s), at_the_machine(&s)].concat();
    Ok(pages.into_iter().map(|(name, page)| (name.to_owned(), page)).collect())
}

type Pages = Vec<(&'static str, String)>;

fn looked_at(s: &Scene<'_>) -> Pages {
    let any = Wanted::default();
    let typed = Wanted { typed: "荔枝".into(), ..Wanted::default() };
    let young = Wanted { children: true, kind: None, ..Wanted::default() };
    let kind = Wanted { kind: Some(Kind::Magazine), before: Some(TitleId(id(9))), ..Wanted::default() };
    vec![
        ("library-list", s.list(&any, 12, true)),
        ("library-list-found", s.list(&typed, 3, false)),
        ("library-list-not-found", s.list(&typed, 0, false)),
        ("library-list-children", s.list(&young, 4, false)),
        ("library-list-end", s.list(&kind, 0, false)),
        ("library-list-none", s.list(&any, 0, false)),
    ]
}

fn held(s: &Scene<'_>) -> Pages {
    let out = CopyState::Lent { due_on: s.day(8) };
    let late = CopyState::Lent { due_on: s.day(-8) };
    let missing = CopyState::NotHere(Stands::Missing);
    let all_out = || s.seen(0, &[out, late, CopyState::KeptForSomebody]);
    let with = |n: u128, due: i64, left: i16| {
        let seen = s.seen(n, &[out]);
        let loan = a_loan(1, &seen.title, (s.day(due), left, false), s.today);
        TitleSeen { loan: Some(loan), ..seen }
    };
    let waits = |ready: Option<i64>| {
        let seen = s.seen(0, &[CopyState::KeptForSomebody]);
        let hold = a_hold(1, &seen.title, ready.map(|n| s.day(n)));
        TitleSeen { hold: Some(hold), ..seen }
    };
    let only_here = || TitleSeen { lent_here: false, ..s.seen(3, &[CopyState::Free]) };
    vec![
        ("library-title-here", s.title(&s.seen(0, &[CopyState::Free, out]), false, false)),
        ("library-title-one", s.title(&s.seen(2, &[CopyState::Free]), true, false)),
        ("library-title-only-here", s.title(&only_here(), true, false)),
        ("library-title-out", s.title(&all_out(), true, false)),
        ("library-title-out-stranger", s.title(&all_out(), false, false)),
        ("library-title-late", s.title(&TitleSeen { line: 0, ..s.seen(1, &[late]) }, true, true)),
        ("library-title-kept", s.title(&s.seen(1, &[CopyState::KeptForSomebody]), true, false)),
        ("library-title-missing", s.title(&s.seen(1, &[missing, CopyState::NotHere(Stands::Repair)]), true, false)),
        ("library-title-none", s.title(&s.seen(1, &[]), true, false)),
        ("library-title-mine", s.title(&with(0, 9, 1), true, false)),
        ("library-title-overdue", s.title(&with(0, -3, 0), true, false)),
        ("library-title-waiting", s.title(&waits(None), true, false)),
        ("library-title-ready", s.title(&waits(Some(2)), true, false)),
        ("library-copy-free", s.copy(s.seen(0, &[CopyState::Free]), true, false)),
        ("library-copy-free-stranger", s.copy(s.seen(2, &[CopyState::Free]), false, false)),
        ("library-copy-only-here", s.copy(only_here(), true, false)),
        ("library-copy-lent-now", s.copy(with(0, 30, 1), true, true)),
        ("library-copy-of-another", s.copy(s.seen(0, &[out]), true, false)),
        ("library-copy-kept", s.copy(s.seen(0, &[CopyState::KeptForSomebody]), true, false)),
        ("library-copy-kept-for-me", s.copy(waits(Some(2)), true, false)),
        ("library-copy-missing", s.copy(s.seen(0, &[missing]), true, false)),
        ("library-copy-on-the-way", s.copy(s.seen(0, &[CopyState::NotHere(Stands::OnTheWay)]), true, false)),
    ]
}

fn at_shelves(s: &Scene<'_>) -> Pages {
    vec![
        ("library-shelf", s.shelf(false, 6, None)),
        ("library-shelf-empty", s.shelf(false, 0, None)),
        ("library-shelf-honesty", s.shelf(true, 0, None)),
        ("library-shelf-honesty-took", s.shelf(true, 2, Some(Moved::Took))),
        ("library-shelf-honesty-brought", s.shelf(true, 0, Some(Moved::Brought))),
    ]
}

fn of_ones_own(s: &Scene<'_>) -> Pages {
    let (f, has) = (s.f, s.mine());
    let read = [Read { title: a_title(0, s.today), lent_on: s.day(-40), returned_on: s.day(-12) }];
    let alone = |body: maud::Markup| f.shell("sample").body(body).into_string();
    let calm = Mine { loans: has.loans[..1].to_vec(), ..has.clone() };
    let at_home = home(f, &[found(2, s.today), found(4, s.today)]).map(alone).unwrap_or_default();
    vec![
        ("library-history-off", history(f, (false, &[]), "x").into_string()),
        ("library-history-none", history(f, (true, &[]), "x").into_string()),
        ("library-history-on", history(f, (true, &read), "x").into_string()),
        ("library-own-refused", own(f, Some(&has), &refusal(f.v), "x").into_string()),
        ("library-own-nothing", own(f, None, &refusal(f.v), "x").into_string()),
        ("library-mine", alone(mine(f, &has, "x"))),
        ("library-card", alone(card(f, Some(&has)))),
        ("library-card-calm", alone(card(f, Some(&calm)))),
        ("library-card-none", alone(card(f, None))),
        ("library-home", at_home),
    ]
}

fn at_the_machine(s: &Scene<'_>) -> Pages {
    let (of, place) = (a_title(0, s.today), a_shelf(false));
    let back = |days_late: i64, kept: bool| Shows::Back { title: &of, shelf: Some(&place), days_late, kept };
    let card = "abcdefghijklmnopqrstuvwx";
    vec![
        ("library-machine", s.machine(Shows::Start, ("", ""), false)),
        ("library-machine-known", s.machine(Shows::Known, (card, ""), false)),
        ("library-machine-asks", s.machine(Shows::AsksCard { title: &of }, ("", "2000000000015"), false)),
        ("library-machine-lent", s.machine(Shows::Lent { title: &of, due_on: s.day(30) }, (card, ""), false)),
        ("library-machine-back", s.machine(back(0, false), ("", ""), false)),
        ("library-machine-late", s.machine(back(4, false), ("", ""), false)),
        ("library-machine-kept", s.machine(back(0, true), ("", ""), false)),
        ("library-machine-just-lent", s.machine(Shows::Same { title: &of, lent: true }, (card, ""), false)),
        ("library-machine-just-back", s.machine(Shows::Same { title: &of, lent: false }, ("", ""), false)),
        ("library-machine-refused", s.machine(Shows::Start, (card, ""), true)),
        ("library-machine-shut", shut(s.f).into_string()),
    ]
}
