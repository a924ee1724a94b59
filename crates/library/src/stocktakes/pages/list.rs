//! Which walks run, which are over, and a new one.
use kernel::form::Problems;
use kernel::page::{Button, Choice, Fields, Row, Tone, actions, empty, notice, once, radio_cards, rows, section};
use maud::{Markup, html};

use crate::frame::{self, Frame};
use crate::stocktakes::answers::{Overview, Walk};
use crate::stocktakes::says;

pub struct ListPage<'a> {
    pub all: &'a Overview,
    /// The code of the shelf that was chosen; empty for all.
    pub shelf: &'a str,
    pub problems: &'a Problems,
    pub once: &'a str,
    pub done: bool,
}

pub fn list(f: Frame<'_>, p: &ListPage<'_>) -> Markup {
    let v = f.v;
    html! {
        @if p.done { (notice(Tone::Ok, &v.t("stocktakes-kept"), html! {})) }
        (Fields::new(v, p.problems).summary())
        @if !p.all.open.is_empty() {
            (section("h-open", &v.t("stocktakes-open"), None, rows(p.all.open.iter().map(|one| open(f, one)))))
        }
        (section("h-new", &v.t("stocktakes-new"), None, new(f, p)))
        @if !p.all.ended.is_empty() {
            (section("h-ended", &v.t("stocktakes-ended"), None, rows(p.all.ended.iter().map(|one| ended(f, one)))))
        }
    }
}

fn open(f: Frame<'_>, one: &Walk) -> Row {
    let scanned = f.v.ta("stocktakes-scanned", &[("n", one.scanned.into())]);
    let row = Row::new(says::along(f.v, one.shelf.as_ref())).icon("walk").note(&says::begun(f, one)).note(&scanned);
    row.link(says::path(f.station, one.stocktake.id), &f.v.t("stocktakes-go-on"), true)
}

fn ended(f: Frame<'_>, one: &Walk) -> Row {
    let scanned = f.v.ta("stocktakes-scanned", &[("n", one.scanned.into())]);
    let row = Row::new(says::along(f.v, one.shelf.as_ref())).icon("history").note(&says::begun(f, one)).note(&scanned);
    row.leads_to(says::path(f.station, one.stocktake.id))
}

fn new(f: Frame<'_>, p: &ListPage<'_>) -> Markup {
    let v = f.v;
    if p.all.shelves.is_empty() {
        let shelves = (v.t("stocktakes-to-shelves"), f.station.path("/desk/library/shelves"));
        return empty("books", &v.t("stocktakes-no-shelves"), Some((&shelves.0, &shelves.1)));
    }
    let all =
        Choice::new("", v.t("stocktakes-all-shelves")).note(v.t("stocktakes-all-note")).chosen(p.shelf.is_empty());
    let one = p.all.shelves.iter().map(|s| Choice::new(&s.code, frame::shelf(v, s)).chosen(p.shelf == s.code));
    let choices: Vec<Choice> = one.chain([all]).collect();
    html! {
        form method="post" action=(says::top(f.station)) {
            (once(p.once))
            (radio_cards(&Fields::new(v, p.problems), "shelf", &v.t("stocktakes-which"), &choices))
            (actions(html! { (Button::new(v.t("stocktakes-begin")).icon("walk")) }))
        }
        p class="note sec" { (v.t("stocktakes-how")) }
    }
}
