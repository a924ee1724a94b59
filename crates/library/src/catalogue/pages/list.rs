//! All titles: found by words, or the newest.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, actions, empty, pill, rows};
use maud::{Markup, html};

use super::parts::{most, titles_path};
use crate::catalogue::answers::Found;
use crate::catalogue::reads::MOST_TYPED;
use crate::frame::{self, Frame};

pub struct List<'a> {
    pub typed: &'a str,
    pub found: &'a [Found],
    /// There are more after these.
    pub more: bool,
    /// These are not the first.
    pub later: bool,
}

pub fn list(f: Frame<'_>, l: &List<'_>) -> Markup {
    let (v, path, fine) = (f.v, titles_path(f), Problems::default());
    let fields = Fields::new(v, &fine);
    let typed = Field::new("q", v.t("catalogue-search")).value(l.typed).hint(v.t("catalogue-search-hint"));
    let below = |end: &str| f.station.path(&format!("/desk/library/{end}"));
    html! {
        form action=(path) {
            (fields.search_field(typed.longest(most(MOST_TYPED)).optional()))
            (actions(html! { (Button::new(v.t("catalogue-search-do")).secondary().icon("search")) }))
        }
        (actions(html! { (Button::new(v.t("catalogue-add")).icon("plus").href(format!("{path}/new"))) }))
        div class="sec" { (found(f, l)) }
        @if let Some(last) = l.found.last().filter(|_| l.more) {
            @let next = format!("{path}?before={}", last.title.id);
            (actions(html! { (Button::new(v.t("catalogue-more")).secondary().icon("chevron-down").href(next)) }))
        }
        ul class="chips sec" {
            li { (pill(&v.t("catalogue-import"), &below("import"))) }
            li { (pill(&v.t("catalogue-labels"), &below("labels"))) }
            li { (pill(&v.t("catalogue-shelves"), &below("shelves"))) }
        }
    }
}

fn found(f: Frame<'_>, l: &List<'_>) -> Markup {
    let (v, path) = (f.v, titles_path(f));
    let all = v.t("catalogue-all");
    match l.typed.trim().is_empty() {
        _ if !l.found.is_empty() => rows(l.found.iter().map(|one| row(f, one))),
        true if l.later => empty("books", &v.t("catalogue-none-more"), Some((&all, &path))),
        true => empty("books", &v.t("catalogue-none"), None),
        false => {
            let words = v.ta("catalogue-not-found", &[("typed", l.typed.into())]);
            empty("search", &words, Some((&all, &path)))
        }
    }
}

/// A title with how many copies of it there are.
fn row(f: Frame<'_>, one: &Found) -> Row {
    let counts = [("copies", one.copies.into()), ("free", one.free.into())];
    let counted = match one.copies {
        0 => f.v.t("catalogue-no-copies"),
        _ => f.v.ta("catalogue-copies-free", &counts),
    };
    let by = frame::by_line(&one.title);
    let row = Row::new(&one.title.title).icon("books");
    let row = if by.is_empty() { row } else { row.note(&by) };
    row.note(&counted).leads_to(frame::desk_title_path(f.station, one.title.id))
}
