//! How often staff and residents had to do with each other, by kind and week: dots with their intervals and the same as a table. No
//! sum over kinds, and nobody on either side has a number.
use kernel::page::{empty, section};
use maud::{Markup, html};

use super::chart;
use super::four::origin;
use super::frame::{Cells, Frame, figure, lines};
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

/// A cell of a table.
fn cell(f: Frame<'_>, sheet: &MonthSheet, week: &str, kind: Kind) -> Markup {
    match of(sheet, week, kind) {
        Some(figure) => html! { (says::range(f.v, figure)) },
        None => html! { (f.v.t("months-contact-none")) },
    }
}

/// The head and the rows of the table on paper: a row for each kind.
pub fn by_kind(f: Frame<'_>, sheet: &MonthSheet) -> (Vec<String>, Vec<Vec<Markup>>) {
    let v = f.v;
    let mut head = vec![v.t("months-contact-kind")];
    head.extend(sheet.weeks.iter().map(|w| says::week(v, &w.week)));
    let row = |kind: Kind| {
        let cells = sheet.weeks.iter().map(|w| cell(f, sheet, &w.week, kind));
        std::iter::once(html! { (says::kind(v, kind)) }).chain(cells).collect()
    };
    (head, shown(sheet).into_iter().map(row).collect())
}

/// On a screen: a row for each week, as in the other table of weeks.
fn by_week(f: Frame<'_>, sheet: &MonthSheet) -> (Vec<String>, Vec<Vec<Markup>>) {
    let (v, kinds) = (f.v, shown(sheet));
    let mut head = vec![v.t("months-week")];
    head.extend(kinds.iter().map(|kind| says::kind(v, *kind)));
    let row = |week: &str| {
        let cells = kinds.iter().map(|kind| cell(f, sheet, week, *kind));
        std::iter::once(html! { (says::week(v, week)) }).chain(cells).collect()
    };
    (head, sheet.weeks.iter().map(|w| row(&w.week)).collect())
}

pub fn contact(f: Frame<'_>, sheet: &MonthSheet) -> Markup {
    let v = f.v;
    let title = says::indicator(v, Indicator::Contact);
    let first = sheet.figures.iter().find(|f| f.indicator == Indicator::Contact);
    let Some(first) = first else {
        return section("h-contact", &title, None, empty("eye-off", &v.t("months-none-contact"), None));
    };
    let (head, rows) = by_week(f, sheet);
    section(
        "h-contact",
        &title,
        None,
        html! {
            div class="card pad text" { p { (says::sentence(v, first)) } (picture(f, sheet)) }
            div class="text" {
                (lines(&v.t("months-contact-how"), Cells::Whole, &head, &rows))
                (origin(v, first))
            }
        },
    )
}

/// A strip of weeks for each kind.
fn picture(f: Frame<'_>, sheet: &MonthSheet) -> Markup {
    let v = f.v;
    let strip = |kind: Kind| (says::kind(v, kind), sheet.weeks.iter().map(|w| of(sheet, &w.week, kind)).collect());
    let strips: Vec<chart::Strip<'_>> = shown(sheet).into_iter().map(strip).collect();
    let ends = says::from_to(v, sheet.weeks.iter().map(|w| w.week.as_str()));
    chart::dots(&says::indicator(v, Indicator::Contact), (&ends.0, &ends.1), &strips)
}
