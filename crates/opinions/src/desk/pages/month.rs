//! 直通车月报: figures of a month with their intervals, what is late now, the same by category; and on paper, with who printed it.
use jiff::civil::Date;
use kernel::page::{Button, HtmlPage, Page, empty, facts, rows, section, table};
use kernel::share::Share;
use maud::{Markup, html};

use super::ctx::Ctx;
use super::inbox::row;
use super::print::{Printed, mark, watermark};
use crate::answers::{Category, Month};
use crate::desk::assets;
use crate::rules::Figures;
use crate::says;

#[derive(Clone, Copy)]
pub struct MonthPage<'a> {
    pub month: Date,
    /// The newest first.
    pub months: &'a [Date],
    pub read: &'a Month,
}

/// 2026-06, as addresses have it.
pub fn name(month: Date) -> String {
    month.strftime("%Y-%m").to_string()
}

/// 2026年6月
fn said(x: Ctx<'_>, month: Date) -> String {
    let (year, month) = (month.year().to_string(), month.month().to_string());
    x.v.ta("opinions-desk-month-of", &[("year", year.into()), ("month", month.into())])
}

pub fn month(x: Ctx<'_>, p: MonthPage<'_>) -> Markup {
    let v = x.v;
    let late = html! {
        @if p.read.late.is_empty() { (empty("circle-check", &v.t("opinions-desk-month-late-none"), None)) }
        @else { (rows(p.read.late.iter().map(|line| row(x, line)))) }
    };
    html! {
        nav aria-label=(v.t("opinions-desk-months")) { (months(x, p)) }
        (figures(x, p))
        (section("h-late", &v.t("opinions-desk-month-late-list"), None, late))
        p class="sec chips" {
            (Button::new(v.t("opinions-desk-month-print")).small(false).icon("printer")
                .href(x.path(&format!("/month/print?month={}", name(p.month)))))
        }
    }
}

/// Each a link but the one that is shown.
fn months(x: Ctx<'_>, p: MonthPage<'_>) -> Markup {
    html! {
        ul class="chips" {
            @for m in p.months {
                @let current = (*m == p.month).then_some("page");
                @let href = x.path(&format!("/month?month={}", name(*m)));
                li { a class={ "pill" @if current.is_some() { " go" } } href=(href) aria-current=[current] { (said(x, *m)) } }
            }
        }
    }
}

/// The sheet: the same figures without links.
pub fn month_sheet(x: Ctx<'_>, p: MonthPage<'_>, by: Printed<'_>) -> HtmlPage {
    let v = x.v;
    let title = format!("{} · {}", v.t("opinions-desk-month-title"), said(x, p.month));
    let body = html! {
        (watermark(x, by))
        article class="sheet-opinion" {
            h1 { (title) }
            p { (x.station.name(v)) }
            (figures(x, p))
            p class="who-printed" { (mark(x, by)) }
            p class="screen-only" { (v.t("opinions-desk-print-it")) }
        }
    };
    Page::new(v, title).place(x.station.place(v)).print().sheet_at(assets::sheet()).body(body)
}

fn figures(x: Ctx<'_>, p: MonthPage<'_>) -> Markup {
    let (v, all) = (x.v, &p.read.figures.all);
    let label = |key: &str| v.t(&format!("opinions-desk-month-{key}"));
    let count = |n: usize| html! { (v.ta("opinions-desk-month-count", &[("n", n.into())])) };
    let shares = shares(all);
    let mut pairs: Vec<(String, Markup)> = vec![
        (label("received"), count(all.received)),
        (label("open"), count(p.read.open)),
        (label("late"), count(p.read.late.len())),
        (label("merged"), count(all.merged)),
        (label("out-of-scope"), count(all.out_of_scope)),
        (label("withdrawn"), count(all.withdrawn)),
    ];
    pairs.extend(
        shares
            .iter()
            .map(|(key, s)| (label(key), html! { (share(x, *s)) span class="note" { " " (how(x, key, *s)) } })),
    );
    html! {
        (section("h-figures", &said(x, p.month), None, html! {
            (facts(pairs.iter().map(|(name, value)| (name.as_str(), value.clone()))))
            p class="chips note" { (v.t("opinions-desk-month-how")) }
        }))
        (by_category(x, p))
    }
}

fn shares(f: &Figures) -> [(&'static str, Share); 5] {
    [
        ("answered", f.answered),
        ("in-time", f.in_time),
        ("reached", f.reached),
        ("solved", f.solved),
        ("satisfied", f.satisfied),
    ]
}

fn share(x: Ctx<'_>, s: Share) -> String {
    let few = if s.n == 0 { "opinions-desk-month-none" } else { "opinions-desk-month-few" };
    says::share(x.v, s).unwrap_or_else(|| x.v.ta(few, &[("n", s.n.into())]))
}

/// What was counted, of how many.
fn how(x: Ctx<'_>, key: &str, s: Share) -> String {
    x.v.ta(&format!("opinions-desk-month-{key}-how"), &[("n", s.n.into())])
}

fn by_category(x: Ctx<'_>, p: MonthPage<'_>) -> Markup {
    let v = x.v;
    let label = |key: &str| v.t(&format!("opinions-desk-month-{key}"));
    let heads = [label("category"), label("received"), label("answered"), label("in-time"), label("solved")];
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let cells = |(category, f): &(Option<Category>, Figures)| {
        let shares = [f.answered, f.in_time, f.solved].map(|s| html! { (share(x, s)) });
        let first = [html! { (x.category(category.as_ref())) }, html! { (f.received) }];
        first.into_iter().chain(shares).collect::<Vec<Markup>>()
    };
    let rows: Vec<Vec<Markup>> = p.read.figures.by_category.iter().map(cells).collect();
    html! { @if !rows.is_empty() { (table(&label("categories"), &heads, &rows)) } }
}
