//! How often staff and residents had to do with each other, by kind and week: dots with their intervals and the same as a table. No
//! sum over kinds, and nobody on either side has a number.
use kernel::page::{empty, section};
use maud::{Markup, html};

use super::chart;
use super::frame::{Frame, figure, lines};
use crate::public::months::says;
use crate::rules::contact::Kind;
use crate::rules::figure::{Figure, Indicator};
use crate::rules::sheet::MonthSheet;

/// A kind in a week; nothing where it is not published.
pub fn of<'s>(sheet: &'s MonthSheet, week: &str, kind: Kind) -> Option<&'s Figure> {
    figure(sheet, Indicator::Contact, &format!("{week}/{}", kind.word()))
}

/// The kinds that have a number in a week at least.
pub fn shown(sheet: &MonthSheet) -> Vec<Kind> {
    let any = |kind: &Kind| sheet.weeks.iter().any(|w| of(sheet, &w.week, *kind).is_some());
    Kind::ALL.into_iter().filter(any).collect()
}

/// The head and the rows of the table.
pub fn table(f: Frame<'_>, sheet: &MonthSheet) -> (Vec<String>, Vec<Vec<Markup>>) {
    let v = f.v;
    let mut head = vec![v.t("months-contact-kind")];
    head.extend(sheet.weeks.iter().map(|w| says::week(v, &w.week)));
    let cell = |week: &str, kind| match of(sheet, week, kind) {
        Some(f) => html! { (says::range(v, f)) },
        None => html! { (v.t("months-contact-none")) },
    };
    let row = |kind: Kind| {
        let cells = sheet.weeks.iter().map(|w| cell(&w.week, kind));
        std::iter::once(html! { (says::kind(v, kind)) }).chain(cells).collect()
    };
    (head, shown(sheet).into_iter().map(row).collect())
}

pub fn contact(f: Frame<'_>, sheet: &MonthSheet) -> Markup {
    let v = f.v;
    let title = says::indicator(v, Indicator::Contact);
    let first = sheet.figures.iter().find(|f| f.indicator == Indicator::Contact);
    let Some(first) = first else {
        return section("h-contact", &title, None, empty("eye-off", &v.t("months-none-contact"), None));
    };
    let (head, rows) = table(f, sheet);
    section(
        "h-contact",
        &title,
        None,
        html! {
            p { (says::sentence(v, first)) }
            div class="card pad" { (picture(f, sheet)) }
            (lines(&v.t("months-contact-how"), head.len(), &head, &rows))
            p class="note" { (v.t("months-contact-few")) " " (origin_words(f, first)) }
        },
    )
}

/// A strip of weeks for each kind.
fn picture(f: Frame<'_>, sheet: &MonthSheet) -> Markup {
    let v = f.v;
    let days: Vec<String> = sheet.weeks.iter().map(|w| says::day(v, &w.week)).collect();
    let strip = |kind: Kind| (says::kind(v, kind), sheet.weeks.iter().map(|w| of(sheet, &w.week, kind)).collect());
    let strips: Vec<chart::Strip<'_>> = shown(sheet).into_iter().map(strip).collect();
    chart::dots("contact", &says::indicator(v, Indicator::Contact), &days, &strips)
}

fn origin_words(f: Frame<'_>, first: &Figure) -> Markup {
    html! { (says::source(f.v, first)) " " (says::gaps(f.v, first)) }
}
