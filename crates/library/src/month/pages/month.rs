//! A month: each figure with a sentence that says what it counts and what it does not know.
use jiff::civil::Date;
use kernel::page::{card, empty, section, table};
use kernel::share::{Share, Sure};
use maud::{Markup, html};
use stations::Station;

use crate::frame::{self, Frame};
use crate::month::answers::{IdleShelf, Month};
use crate::month::rules;

#[derive(Clone, Copy)]
pub struct MonthPage<'a> {
    pub month: Date,
    /// The newest first.
    pub months: &'a [Date],
    pub read: &'a Month,
}

pub fn path(station: &Station) -> String {
    station.path("/desk/library/month")
}

/// 2026年6月
fn said(f: Frame<'_>, month: Date) -> String {
    let (year, month) = (month.year().to_string(), month.month().to_string());
    f.v.ta("library-month-of", &[("year", year.into()), ("month", month.into())])
}

pub fn month(f: Frame<'_>, p: MonthPage<'_>) -> Markup {
    let v = f.v;
    html! {
        nav aria-label=(v.t("library-month-months")) { (months(f, p)) }
        (section("h-figures", &said(f, p.month), None, figures(f, p)))
        (section("h-kinds", &v.t("library-month-kinds"), None, kinds(f, p)))
        (section("h-idle", &v.t("library-month-idle"), None, idle(f, &p.read.shelves)))
    }
}

/// Each a link; the one that is shown says so.
fn months(f: Frame<'_>, p: MonthPage<'_>) -> Markup {
    html! {
        ul class="chips" {
            @for m in p.months {
                @let current = (*m == p.month).then_some("page");
                @let href = format!("{}?month={}", path(f.station), rules::name(*m));
                li { a class={ "pill" @if current.is_some() { " go" } } href=(href) aria-current=[current] { (said(f, *m)) } }
            }
        }
    }
}

fn figures(f: Frame<'_>, p: MonthPage<'_>) -> Markup {
    let (v, all) = (f.v, &p.read.figures);
    let count = |key: &str, n: usize| (key.to_owned(), v.ta("library-month-count", &[("n", n.into())]));
    let of = |key: &str, s: Share| (key.to_owned(), share(f, s));
    let lines = [
        count("issues", all.issues),
        count("readers", all.readers),
        of("children", all.children),
        count("returns", all.returns),
        of("late", all.late),
        count("renewals", all.renewals),
        count("taken", all.taken),
        count("brought", all.brought),
    ];
    let line = |(key, value): &(String, String)| {
        html! {
            div {
                dt { (v.t(&format!("library-month-{key}"))) }
                dd { b { (value) } " " span class="note" { (v.t(&format!("library-month-{key}-how"))) } }
            }
        }
    };
    html! {
        dl class="card kv" { @for one in &lines { (line(one)) } }
        @if let Some(since) = p.read.known_since.filter(|since| *since > p.month) {
            p class="note sec" { (v.ta("library-month-since", &[("on", f.when().date_in_full(since).into())])) }
        }
        p class="note sec" { (v.t("library-month-how")) }
    }
}

/// 42%（33–52），100 次里有 42 次; of too few only how many.
fn share(f: Frame<'_>, share: Share) -> String {
    let Some(sure) = share.published().map(Sure::per_100) else {
        let key = if share.n == 0 { "library-month-none" } else { "library-month-few" };
        return f.v.ta(key, &[("n", share.n.into())]);
    };
    let round = |x: f64| format!("{x:.0}");
    let args = [
        ("value", round(sure.value).into()),
        ("low", round(sure.low).into()),
        ("high", round(sure.high).into()),
        ("n", share.n.into()),
        ("count", share.count.into()),
    ];
    f.v.ta("library-month-value", &args)
}

fn kinds(f: Frame<'_>, p: MonthPage<'_>) -> Markup {
    let v = f.v;
    let all = &p.read.figures.by_kind;
    if all.is_empty() {
        return empty("books", &v.t("library-month-nothing-lent"), None);
    }
    let heads = [v.t("library-month-kind"), v.t("library-month-issues")];
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let row = |(kind, n): (&crate::rules::Kind, &usize)| vec![html! { (frame::kind(v, *kind)) }, html! { (n) }];
    let rows: Vec<Vec<Markup>> = all.iter().map(row).collect();
    table(&v.t("library-month-kinds-how"), &heads, &rows)
}

fn idle(f: Frame<'_>, shelves: &[IdleShelf]) -> Markup {
    let v = f.v;
    if shelves.is_empty() {
        return html! { (card(html! { p { (v.t("library-month-no-shelf")) } })) };
    }
    let heads = ["shelf", "copies", "idle-n"].map(|key| v.t(&format!("library-month-{key}")));
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let row = |one: &IdleShelf| {
        let href = format!("{}/idle?shelf={}", path(f.station), kernel::page::query_value(&one.shelf.code));
        let name = frame::shelf(v, &one.shelf);
        let about = v.ta("library-month-idle-see", &[("shelf", name.into()), ("n", one.idle.into())]);
        let last = html! {
            @if one.idle == 0 { "0" }
            @else { a class="pill" href=(href) aria-label=(about) { (one.idle) } }
        };
        vec![html! { (name) }, html! { (one.copies) }, last]
    };
    let rows: Vec<Vec<Markup>> = shelves.iter().map(row).collect();
    table(&v.t("library-month-idle-how"), &heads, &rows)
}
