//! 来办事: what is done here, each answered first; and who is in today.
use kernel::page::{self, HtmlPage, Row};
use maud::{Markup, html};

use super::frame::Refused;
use super::{Frame, matter_path, people};
use crate::public::answer::LineNow;
use crate::public::reads::Hall;
use crate::public::says;
use crate::rules::Matter;
use crate::says::name;

/// `asked` is what was typed into the search; nothing shows everything.
pub fn list(f: Frame<'_>, hall: &Hall, asked: &str, refused: Refused<'_>) -> HtmlPage {
    let v = f.v;
    let page = f.page(v.t("public-title")).describe(&v.t("public-describe"));
    let page = match (asked.is_empty(), refused) {
        (true, _) => page.back(v.t("page-home"), f.station.home()),
        (false, _) => page.back(v.t("public-all-short"), f.station.path("/errands")),
    };
    let page = match refused {
        Some((_, status)) => page.status(status),
        None => page,
    };
    page.body(html! {
        @if let Some((said, _)) = refused { (page::refused(v, said)) }
        (f.search(asked))
        @if asked.is_empty() { (everything(f, hall)) } @else { (found(f, hall, asked)) }
        (f.ask_a_person())
        p class="note" { a href=(f.station.path("/measure")) { (v.t("measure-link")) } }
    })
}

fn found(f: Frame<'_>, hall: &Hall, asked: &str) -> Markup {
    let (v, all) = (f.v, hall.find(asked));
    if all.is_empty() {
        let words = v.ta("public-nothing", &[("asked", asked.into())]);
        return page::empty("search", &words, Some((&v.t("public-all"), &f.station.path("/errands"))));
    }
    let title = v.ta("public-found", &[("n", all.len().into())]);
    page::section("found", &title, None, page::rows(all.into_iter().map(|m| row(f, hall, m))))
}

/// Line by line, in the station's order; then who is in.
fn everything(f: Frame<'_>, hall: &Hall) -> Markup {
    let v = f.v;
    let (more, path) = (v.t("public-in-full"), f.station.path("/officials"));
    let everybody = || page::rows(hall.people.iter().map(|p| people::row(f, hall, p)));
    html! {
        @if hall.matters.is_empty() { (page::empty("file-text", &v.t("public-none"), None)) }
        @for line in &hall.lines { (of_line(f, hall, line)) }
        @if !hall.matters.is_empty() { (page::section("villages", &v.t("village-title"), None, page::rows([villages(f)]))) }
        @if !hall.people.is_empty() { (page::section("people", &v.t("public-people"), Some((&more, &path)), everybody())) }
    }
}

/// Some things are done in the villages.
fn villages(f: Frame<'_>) -> Row {
    Row::new(f.v.t("public-way-village"))
        .icon("map-pin")
        .note(&f.v.t("village-describe"))
        .leads_to(f.station.path("/village-days"))
}

fn of_line(f: Frame<'_>, hall: &Hall, line: &LineNow) -> Markup {
    let all: Vec<&Matter> = hall.matters.iter().filter(|m| m.draft.line == line.line.id).collect();
    let id = format!("line-{}", line.line.id);
    let rows = page::rows(all.iter().map(|m| row(f, hall, m)));
    html! { @if !all.is_empty() { (page::section(&id, name(f.v, &line.line.name), None, rows)) } }
}

/// 高龄补贴 · 马学兰在 3 号窗 · 2 人在等
fn row(f: Frame<'_>, hall: &Hall, m: &Matter) -> Row {
    let v = f.v;
    let (kind, words) = says::brief(v, &f.when(), &hall.answer(m));
    let row = Row::new(name(v, &m.draft.name)).icon("file-text").status(kind, &words);
    let row = match hall.line(m.draft.line).filter(|l| l.open || l.waiting > 0) {
        Some(line) => row.note(&says::waiting(v, line.waiting)),
        None => row,
    };
    row.leads_to(matter_path(f.station, m))
}
