//! What others would like to have, what comes, what goes.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, Tone, actions, empty, notice, rows, section};
use maud::{Markup, html};

use crate::frame::{Frame, by_line};
use crate::transfers::answers::{Overview, Seen};
use crate::transfers::says;

pub struct ListPage<'a> {
    pub all: &'a Overview,
    pub barcode: &'a str,
    pub problems: &'a Problems,
    pub done: bool,
}

pub fn list(f: Frame<'_>, p: &ListPage<'_>) -> Markup {
    let (v, all, top) = (f.v, p.all, says::top(f.station));
    let part = |id: &str, key: &str, list: &[Seen], label: Option<&str>| {
        html! {
            @if !list.is_empty() { (section(id, &v.t(key), None, rows(list.iter().map(|one| row(f, one, label))))) }
        }
    };
    let none = all == &Overview::default();
    html! {
        @if p.done { (notice(Tone::Ok, &v.t("transfers-kept"), html! {})) }
        (Fields::new(v, p.problems).summary())
        @if !all.coming.is_empty() { (arrivals(f, p)) }
        (part("h-wanted", "transfers-wanted", &all.wanted, Some("transfers-look")))
        (part("h-coming", "transfers-coming", &all.coming, Some("transfers-take-in")))
        (part("h-asked", "transfers-asked", &all.asked, None))
        (part("h-sent", "transfers-sent", &all.sent, None))
        @if none { (empty("refresh", &v.t("transfers-none"), None)) }
        (actions(html! {
            (Button::new(v.t("transfers-ask")).icon("search").href(format!("{top}/new")))
            (Button::new(v.t("transfers-send")).secondary().icon("share").href(format!("{top}/send")))
        }))
        (part("h-over", "transfers-over", &all.over, None))
    }
}

/// One field: whatever has arrived is scanned with the label that it came with.
fn arrivals(f: Frame<'_>, p: &ListPage<'_>) -> Markup {
    let v = f.v;
    let field = Field::new("barcode", v.t("transfers-scan")).hint(v.t("transfers-scan-hint")).value(p.barcode);
    html! {
        form class="sec" method="post" action={ (says::top(f.station)) "/arrivals" } {
            (Fields::new(v, p.problems).text_field(field.longest(200).autocomplete("off")))
            (actions(html! { (Button::new(v.t("transfers-find")).icon("search")) }))
        }
    }
}

fn row(f: Frame<'_>, one: &Seen, label: Option<&str>) -> Row {
    let (kind, word) = says::state(f.v, one);
    let under = format!("{} · {}", says::way(f.v, one), says::on(f, one));
    let mut row = Row::new(&one.title.title).icon("books").status(kind, &word).note(&under);
    let by = by_line(&one.title);
    if !by.is_empty() {
        row = row.note(&by);
    }
    let path = says::path(f.station, one.transfer.id);
    match label {
        Some(key) => row.link(path, &f.v.t(key), true),
        None => row.leads_to(path),
    }
}
