//! Coming reception days with their free slots, and one day to take a slot of.
use axum::http::StatusCode;
use kernel::page::{self, Button, HtmlPage, Row, Slot};
use kernel::refusal::Said;
use maud::{Markup, html};

use crate::deputies::answers::DayOf;
use crate::deputies::says::{self, day_path};
use crate::public::pages::Frame;
use crate::says::name;

/// Why the last thing that was tried did not work.
pub type Refused<'a> = Option<(&'a Said, StatusCode)>;

fn row(f: Frame<'_>, d: &DayOf) -> Row {
    let (v, when) = (f.v, f.when());
    let (kind, words) = says::free(v, d);
    let row = Row::new(says::deputy(v, d)).when(&when.day(d.kept.day.on), &when.time(d.kept.day.from));
    row.status(kind, &words).note(name(v, &d.kept.place)).leads_to(day_path(f.station, d.kept.id))
}

pub fn days(f: Frame<'_>, all: &[DayOf]) -> HtmlPage {
    let v = f.v;
    f.page(v.t("deputies-title")).back(v.t("page-home"), f.station.home()).describe(&v.t("deputies-describe")).body(
        html! {
            @if all.is_empty() { (page::empty("calendar", &v.t("deputies-none"), None)) }
            @else { div class="sec" { (page::rows(all.iter().map(|d| row(f, d)))) } }
            p class="sec note" { (v.t("deputies-how")) }
            (f.ask_a_person())
        },
    )
}

/// The next day on the home page.
pub fn home(f: Frame<'_>, all: &[DayOf]) -> Option<Markup> {
    let next = all.iter().find(|d| !d.kept.day.called_off)?;
    let (more, path) = (f.v.t("deputies-all"), f.station.path("/deputies"));
    Some(page::section("deputies", &f.v.t("deputies-title"), Some((&more, &path)), page::rows([row(f, next)])))
}

/// One day: who receives where, and its slots; the first free one is chosen.
pub fn one(f: Frame<'_>, d: &DayOf, refused: Refused<'_>, once: &str) -> HtmlPage {
    let v = f.v;
    let (kind, words) = says::free(v, d);
    let page = f.page(says::deputy(v, d)).back(v.t("deputies-title"), f.station.path("/deputies"));
    let page = match refused {
        Some((_, status)) => page.status(status),
        None => page,
    };
    let answer = page::Answer::new(kind, words, says::when_of(&f.when(), d)).under(name(v, &d.kept.place));
    page.body(html! {
        @if let Some((said, _)) = refused { (page::refused(v, said)) }
        (answer)
        @if !d.free.is_empty() {
            form method="post" action={ (day_path(f.station, d.kept.id)) "/slots" } {
                (page::once(once))
                (page::slots("at", &v.t("deputies-choose"), &slots(f, d), None))
                (page::actions(html! { (Button::new(v.t("deputies-take")).huge()) }))
            }
            p class="sec note" { (v.t("deputies-take-how")) }
        }
        (f.ask_a_person())
    })
}

fn slots(f: Frame<'_>, d: &DayOf) -> Vec<Slot> {
    let one = |at: &jiff::Timestamp| {
        let is_free = d.free.contains(at);
        Slot {
            value: at.to_string(),
            time: f.when().time(*at),
            free: u16::from(is_free),
            of: 1,
            words: f.v.t(if is_free { "deputies-slot-free" } else { "deputies-slot-taken" }),
            chosen: d.free.first() == Some(at),
            ..Slot::default()
        }
    };
    d.slots.iter().map(one).collect()
}
