//! Who is in: one official to a row, with who stands in for them.
use kernel::page::{self, HtmlPage, Row};
use kernel::view::View;
use maud::html;

use super::Frame;
use crate::public::answer::Person;
use crate::public::reads::Hall;
use crate::public::says;
use crate::says::{hours, name, shown};

/// Somebody on a list: whether they are in, and otherwise who is in their place.
pub fn row(f: Frame<'_>, hall: &Hall, p: &Person) -> Row {
    let (v, when) = (f.v, f.when());
    let (kind, words) = shown(v, &when, &p.shown);
    let row = Row::new(&p.official.name).person(&p.official.name).status(kind, &words);
    let row = with(row, p.place.as_ref().map(|place| v.ta("public-went", &[("place", place.as_str().into())])));
    let instead = hall.stand_ins(p).first().filter(|_| !p.shown.is_in()).map(|other| says::person(v, &when, other));
    with(row, instead.map(|who| v.ta("public-instead", &[("who", who.into())])))
}

fn with(row: Row, note: Option<String>) -> Row {
    match note {
        Some(words) => row.note(&words),
        None => row,
    }
}

/// Everybody, with what they do and when they usually are in.
pub fn officials(f: Frame<'_>, hall: &Hall) -> HtmlPage {
    let v = f.v;
    let in_full = |p: &Person| {
        let does: Vec<&str> = hall.done_by(p).map(|m| name(v, &m.draft.name)).collect();
        let row = row(f, hall, p);
        let title = Some(name(v, &p.official.title)).filter(|t| !t.is_empty());
        let does = Some(does.join(&v.t("public-and"))).filter(|d| !d.is_empty());
        let both: Vec<&str> = title.into_iter().chain(does.as_deref()).collect();
        let row = with(row, Some(both.join(" · ")).filter(|b| !b.is_empty()));
        with(row, usual(v, p))
    };
    f.page(v.t("public-people")).refresh(60).describe(&v.t("public-people-describe")).body(html! {
        @if hall.people.is_empty() { (page::empty("users", &v.t("public-no-people"), None)) }
        @else { (page::rows(hall.people.iter().map(in_full))) }
        p class="sec note" { (v.t("public-people-how")) }
        (f.ask_a_person())
    })
}

/// 平时周一至周五 8:30–12:00
fn usual(v: &View, p: &Person) -> Option<String> {
    let text = p.official.hours.as_str();
    (!text.is_empty()).then(|| v.ta("public-usual", &[("hours", hours(v, text).into())]))
}
