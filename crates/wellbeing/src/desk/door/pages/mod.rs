//! The door at the desk, as a page. Data in, page out.
mod line;
mod samples;

use kernel::page::{self, Answer, Button, Kind, Tone, actions, empty, notice, section, status, table};
use kernel::refusal::Said;
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use super::{Desk, PRESSED, top};
use crate::door::answers::{Noted, Today};
use crate::door::{SLIP, sign};
use crate::rules::door::Sign;

pub use samples::samples;

/// Who reads, and at which station.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub v: &'a View,
    pub station: &'a Station,
}

impl Frame<'_> {
    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }
}

pub struct DeskPage<'a> {
    pub desk: &'a Desk,
    /// The key of what was just done.
    pub done: Option<&'static str>,
    /// Why something was not done.
    pub refused: Option<&'a Said>,
    pub once: &'a str,
}

pub fn door(f: Frame<'_>, p: &DeskPage<'_>) -> Markup {
    let (v, today) = (f.v, &p.desk.today);
    html! {
        @if let Some(said) = p.refused { (notice(Tone::Stop, &said.what, html! {})) }
        @if let Some(done) = p.done { (notice(Tone::Ok, &v.t(done), html! {})) }
        (stands(f, today))
        (buttons(f, p))
        @if let Some(slip) = &p.desk.slip { (take_back(f, slip, p.once)) }
        (section("h-today", &v.t("door-say-today"), None, html! {
            (line::day(f, today))
            (signs(f, today))
        }))
        p class="sec note" { (v.t("door-say-how")) }
    }
}

/// What was said last, and what is promised.
fn stands(f: Frame<'_>, today: &Today) -> Markup {
    let (v, when) = (f.v, f.when());
    let (kind, word) = match today.is_open() {
        None => (Kind::Away, v.t("door-say-unknown")),
        Some(true) => (Kind::Ok, v.t("door-say-is-open")),
        Some(false) => (Kind::Shut, v.t("door-say-is-closed")),
    };
    let spans: Vec<String> = today.promise.spans.iter().map(|(from, until)| when.times(*from, *until)).collect();
    let title = match spans.is_empty() {
        true => v.t("door-shut-not-today"),
        false => v.ta("door-shut-today", &[("spans", spans.join(&v.t("door-shut-and")).into())]),
    };
    let answer = Answer::new(kind, word, title);
    match today.last() {
        Some(last) => {
            let args = [("time", when.time(last.at).into()), ("sign", sign(v, last.sign).into())];
            html! { (answer.under(v.ta("door-say-last", &args))) }
        }
        None => html! { (answer.under(v.t("door-say-nothing"))) },
    }
}

/// The one that comes next is filled: opening, while the last word is not that it is open; after that, closing.
fn buttons(f: Frame<'_>, p: &DeskPage<'_>) -> Markup {
    let next = if p.desk.today.is_open() == Some(true) { Sign::Closed } else { Sign::Opened };
    let button = |one: Sign| {
        let icon = match one {
            Sign::Opened => "door",
            Sign::Closed => "lock",
            _ => "eye",
        };
        let button = Button::new(sign(f.v, one)).huge().icon(icon);
        if one == next { button } else { button.secondary() }
    };
    html! {
        (actions(html! {
            @for one in PRESSED {
                form method="post" action=(top(f.station)) {
                    (page::once(&format!("{}-{}", p.once, one.word())))
                    input type="hidden" name="sign" value=(one.word());
                    (button(one))
                }
            }
        }))
    }
}

fn take_back(f: Frame<'_>, slip: &Noted, once: &str) -> Markup {
    let (v, when) = (f.v, f.when());
    let args = [("time", when.time(slip.at).into()), ("sign", sign(v, slip.sign).into())];
    html! {
        form method="post" action={ (top(f.station)) "/taking-back" } {
            (page::once(&format!("{once}-back")))
            (actions(html! { (Button::new(v.ta("door-say-back", &args)).flat()) }))
            p class="note" { (v.ta("door-say-back-how", &[("minutes", SLIP.as_mins().into())])) }
        }
    }
}

/// A shape and a word for what was said.
fn shape(one: Sign) -> Kind {
    match one {
        Sign::Closed => Kind::Shut,
        _ => Kind::Ok,
    }
}

fn signs(f: Frame<'_>, today: &Today) -> Markup {
    let (v, when) = (f.v, f.when());
    if today.signs.is_empty() {
        return empty("clock", &v.t("door-say-nothing"), None);
    }
    let head = [v.t("door-say-when"), v.t("door-say-what"), v.t("door-say-from")];
    let row = |one: &Noted| {
        let from = if one.said.is_some() { v.t("door-say-from-staff") } else { v.t("door-say-from-use") };
        vec![html! { (when.time(one.at)) }, status(shape(one.sign), &sign(v, one.sign)), html! { (from) }]
    };
    let rows: Vec<Vec<Markup>> = today.signs.iter().map(row).collect();
    table(&v.t("door-say-table"), &head.each_ref().map(String::as_str), &rows)
}
