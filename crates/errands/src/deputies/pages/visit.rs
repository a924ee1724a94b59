//! A resident's own: the slot, and from being received on what became of what they said.
use kernel::page::{self, Button, Dock, HtmlPage, Receipt, Row};
use maud::{Markup, html};

use super::public::Refused;
use crate::deputies::answers::{Full, Told};
use crate::deputies::rules::{State, Step};
use crate::deputies::says::{self, visit_path};
use crate::public::pages::Frame;
use crate::says::name;

pub fn visit(f: Frame<'_>, full: &Full, refused: Refused<'_>) -> HtmlPage {
    let v = f.v;
    let page = f.page(v.t("deputies-mine")).back(v.t("deputies-title"), f.station.path("/deputies")).dock(Dock::Mine);
    let page = match refused {
        Some((_, status)) => page.status(status),
        None => page,
    };
    let booked = full.item.visit.state == State::Booked;
    page.body(html! {
        @if let Some((said, _)) = refused { (page::refused(v, said)) }
        (slip(f, full))
        @if booked { (give_back(f, full)) }
        @if let Some(what) = &full.item.what { (page::section("said", &v.t("deputies-said"), None, page::card(html! { p { (what) } }))) }
        (log(f, &full.log))
        @if !full.item.visit.state.is_over() { p class="sec note" { (v.t("deputies-address")) } }
        (f.ask_a_person())
    })
}

/// When and where, as large as the phone allows; without a slot the day is enough.
fn slip(f: Frame<'_>, full: &Full) -> Markup {
    let (v, when) = (f.v, f.when());
    let (kind, words) = says::stands(v, &when, &full.item);
    let day = full.day.kept.day.on;
    let big = full.item.kept.slot_at.map_or_else(|| when.short_date(day), |at| when.time(at));
    let place = format!("{} {} · {}", when.date_in_full(day), when.weekday(day), name(v, &full.day.kept.place));
    let called_off = full.day.kept.day.called_off && full.item.visit.state == State::Cancelled;
    html! {
        (Receipt::new(says::deputy(v, &full.day), big, place).status(kind, &words))
        @if called_off { p class="sec" { (v.ta("deputies-called-off", &[("reason", full.day.kept.reason.as_str().into())])) } }
    }
}

fn give_back(f: Frame<'_>, full: &Full) -> Markup {
    let path = visit_path(f.station, full.item.kept.id);
    page::actions(html! {
        form method="post" action={ (path) "/cancellation" } { (Button::new(f.v.t("deputies-give-back")).flat()) }
    })
}

/// What was routed, answered and said; who took and gave back what is not told to oneself.
fn log(f: Frame<'_>, log: &[Told]) -> Markup {
    let (v, when) = (f.v, f.when());
    let tells = |t: &&Told| !matches!(t.made.step, Step::Taken | Step::GivenBack);
    let row = |t: &Told| {
        let row = Row::new(says::step(v, &when, t)).when(&when.day(when.date(t.made.at)), &when.time(t.made.at));
        match &t.words {
            Some(words) => row.note(words),
            None => row,
        }
    };
    let rows: Vec<Row> = log.iter().filter(tells).map(row).collect();
    html! { @if !rows.is_empty() { (page::section("log", &v.t("deputies-log"), None, page::rows(rows))) } }
}
