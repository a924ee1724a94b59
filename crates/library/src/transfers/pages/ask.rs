//! From which station, and what of it.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Kind, Row, actions, empty, query_value, rows, section};
use maud::{Markup, html};

use crate::catalogue::answers::Found;
use crate::frame::{Frame, by_line};
use crate::transfers::answers::Other;
use crate::transfers::says;

/// Which station: those near by, or another by the end of its address.
pub fn stations(f: Frame<'_>, near: &[Other], (typed, problems): (&str, &Problems)) -> Markup {
    let v = f.v;
    let path = format!("{}/new", says::top(f.station));
    let row = |one: &Other| {
        let href = format!("{path}?from={}", query_value(&one.slug));
        Row::new(says::name(v, one)).icon("building-community").leads_to(href)
    };
    let slug = Field::new("from", v.t("transfers-slug")).hint(v.t("transfers-slug-hint")).value(typed).longest(60);
    html! {
        (Fields::new(v, problems).summary())
        @if near.is_empty() { (empty("building-community", &v.t("transfers-none-near"), None)) }
        @else { (section("h-near", &v.t("transfers-near"), None, rows(near.iter().map(row)))) }
        form class="sec" method="get" action=(path) {
            (Fields::new(v, problems).text_field(slug))
            (actions(html! { (Button::new(v.t("transfers-see-theirs")).secondary().icon("search")) }))
        }
    }
}

pub struct AskPage<'a> {
    pub from: &'a Other,
    pub typed: &'a str,
    pub found: &'a [Found],
    pub problems: &'a Problems,
    pub once: &'a str,
}

/// What of it: each title with a button.
pub fn ask(f: Frame<'_>, p: &AskPage<'_>) -> Markup {
    let v = f.v;
    let path = format!("{}/new", says::top(f.station));
    let field = Field::new("q", v.t("transfers-search")).value(p.typed).longest(60).optional();
    let (heading, none) = match p.typed.trim() {
        "" => ("transfers-newest", "transfers-has-none"),
        _ => ("transfers-found", "transfers-not-found"),
    };
    html! {
        (Fields::new(v, p.problems).summary())
        form class="sec" method="get" action=(path) role="search" {
            input type="hidden" name="from" value=(p.from.slug);
            (Fields::new(v, p.problems).search_field(field))
            (actions(html! { (Button::new(v.t("transfers-find")).icon("search")) }))
        }
        (section("h-found", &v.t(heading), None, html! {
            @if p.found.is_empty() { (empty("books", &v.t(none), None)) }
            @else { (rows(p.found.iter().map(|one| row(f, p, (one, &path))))) }
        }))
    }
}

fn row(f: Frame<'_>, p: &AskPage<'_>, (one, path): (&Found, &str)) -> Row {
    let v = f.v;
    let free = v.ta("transfers-free", &[("free", one.free.into()), ("copies", one.copies.into())]);
    let about = v.ta("transfers-ask-for", &[("title", one.title.title.as_str().into())]);
    let id = one.title.id.to_string();
    let button = Button::new(v.t("transfers-want")).small(one.free > 0).about(about);
    let press = f.press(path, p.once, &[("from", &p.from.slug), ("title", &id)], &button);
    let kind = if one.free > 0 { Kind::Ok } else { Kind::Shut };
    let row = Row::new(&one.title.title).icon("books").status(kind, &free);
    let by = by_line(&one.title);
    if by.is_empty() { row.end(press) } else { row.note(&by).end(press) }
}
