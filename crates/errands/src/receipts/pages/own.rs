//! The receipt, as whoever left papers has it.
use kernel::page::{self, Dock, HtmlPage, Receipt, Row};
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use crate::public::pages::Frame;
use crate::receipts::answers::Seen;
use crate::receipts::rules::State;
use crate::receipts::{path, says};
use crate::says::at;

/// How often a browser without our script asks again, in seconds.
const REFRESH: u32 = 120;

/// How papers stand, by when they are ready, what was left and what is missing.
pub fn receipt(f: Frame<'_>, seen: &Seen) -> HtmlPage {
    let v = f.v;
    let (kind, words) = says::state(v, seen);
    let slip = Receipt::new(v.t("receipt-title"), seen.folder(), says::matter(v, seen)).status(kind, &words);
    f.page(v.t("receipt-title")).dock(Dock::Mine).refresh(REFRESH).body(html! {
        (slip.below(html! { p { b { (then(f, seen)) } } }))
        (left(f, seen))
        p class="sec note" { (v.t("receipt-how")) }
        (f.ask_a_person())
    })
}

/// What is next for whoever left them.
fn then(f: Frame<'_>, seen: &Seen) -> String {
    let (v, when) = (f.v, f.when());
    let ready = at(&when, seen.kept.ready_at);
    match seen.kept.state {
        State::Received | State::InWork if seen.is_late(v.now()) => v.ta("receipt-then-late", &[("at", ready.into())]),
        State::Received | State::InWork => v.ta("receipt-then-by", &[("at", ready.into())]),
        State::Ready => v.t("receipt-then-ready"),
        State::NeedsMore => v.ta("receipt-then-needs-more", &[("note", seen.kept.note.as_str().into())]),
        State::HandedBack => v.t("receipt-then-handed-back"),
    }
}

fn left(f: Frame<'_>, seen: &Seen) -> Markup {
    let v = f.v;
    let rows = seen.papers.iter().filter(|(_, left)| *left);
    let rows: Vec<Row> = rows.map(|(p, _)| Row::new(crate::says::name(v, &p.name)).icon("file-text")).collect();
    let missing = says::papers(v, seen.missing());
    html! {
        @if !rows.is_empty() { (page::section("left", &v.t("receipt-left"), None, page::rows(rows))) }
        @if !missing.is_empty() && seen.kept.state != State::HandedBack {
            p class="sec" { (v.ta("receipt-missing", &[("papers", missing.into())])) }
        }
    }
}

/// 放在窗口的材料 among somebody's things, of one station.
pub fn mine(v: &View, station: &Station, all: &[Seen]) -> Markup {
    let row = |seen: &Seen| {
        let (kind, words) = says::state(v, seen);
        let row = Row::new(says::matter(v, seen)).icon("file-text").status(kind, &words).note(&seen.folder());
        row.leads_to(path(station, seen.kept.id))
    };
    let id = format!("receipts-{}", page::query_value(&station.slug));
    page::section(&id, &v.t("receipt-mine"), None, page::rows(all.iter().map(row)))
}
