//! The months that were published, the newest first, each with its corrections. Earlier revisions stay.
use kernel::page::{Button, HtmlPage, Row, empty, rows, section};
use maud::{Markup, html};

use super::frame::Frame;
use crate::months::answers::MonthRow;
use crate::public::months::{says, top};
use crate::rules::period::Days;

pub fn list(f: Frame<'_>, all: &[MonthRow]) -> HtmlPage {
    let v = f.v;
    let dictionary = Button::new(v.t("months-dictionary")).small(false).icon("books");
    let body = html! {
        p { (v.t("months-list-what")) }
        @if all.is_empty() { (empty("calendar", &v.t("months-list-none"), None)) }
        @else { (section("h-months", &v.t("months-list-all"), None, months(f, all))) }
        p class="note" { (v.t("months-list-when")) }
        p class="chips" { (dictionary.href(format!("{}/dictionary", top(f.station)))) }
    };
    f.page(v.t("months-list")).back(v.t("stations-about"), f.station.path("/about")).body(body)
}

fn months(f: Frame<'_>, all: &[MonthRow]) -> Markup {
    let newest = |row: &&MonthRow| all.iter().find(|other| other.month == row.month) == Some(row);
    html! {
        (rows(all.iter().filter(newest).map(|row| one(f, row))))
        @for row in all.iter().filter(|row| !newest(row)) {
            p class="note" { a href=(format!("{}?revision={}", path(f, row), row.revision)) { (revision(f, row)) } }
        }
    }
}

fn path(f: Frame<'_>, row: &MonthRow) -> String {
    format!("{}/{}", top(f.station), Days::month(row.month).name())
}

/// 2026年6月 · 第 1 版，7月1日
fn revision(f: Frame<'_>, row: &MonthRow) -> String {
    let when = f.when();
    let day = when.date_in_full(when.date(row.made_at));
    let month = says::month(f.v, row.month);
    f.v.ta("months-revision", &[("month", month.into()), ("nr", row.revision.into()), ("day", day.into())])
}

fn one(f: Frame<'_>, row: &MonthRow) -> Row {
    let corrected = || f.v.ta("months-list-why", &[("why", says::why(f.v, &row.why).into())]);
    let note = match row.revision {
        1 => revision(f, row),
        _ => [revision(f, row), corrected()].join(" "),
    };
    Row::new(says::title(f.v, row.month)).icon("calendar").note(&note).leads_to(path(f, row))
}
