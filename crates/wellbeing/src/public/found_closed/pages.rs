//! The page of the button. Data in, page out: nothing here could say who pressed.
use axum::http::StatusCode;
use jiff::ToSpan as _;
use kernel::fault::Fault;
use kernel::page::{self, Answer, Button, Dock, HtmlPage, Kind, Page, Row, Tone, actions, notice, rows, section};
use kernel::refusal::{Refusal as _, Said};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use super::path;
use crate::door::NotPromised;
use crate::door::answers::Promise;

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

pub struct DoorPage<'a> {
    pub promise: &'a Promise,
    /// It was pressed a moment ago.
    pub done: bool,
    pub refused: Option<&'a (Said, StatusCode)>,
    pub once: &'a str,
}

pub fn door(f: Frame<'_>, p: &DoorPage<'_>) -> HtmlPage {
    let v = f.v;
    let status = p.refused.map_or(StatusCode::OK, |(_, status)| *status);
    let page = Page::new(v, v.t("door-shut-title")).place(f.station.place(v)).dock(Dock::Elsewhere);
    let page = page.back(v.t("stations-about"), f.station.path("/about"));
    page.status(status).body(html! {
        @if let Some((said, _)) = p.refused { (notice(Tone::Stop, &said.what, html! {})) }
        @if p.done { (thanks(f, p.promise)) }
        (promised(f, p.promise))
        @if p.promise.now.is_some() && !p.done { (button(f, p.once)) }
        (section("h-then", &v.t("door-shut-then"), None, what_then(v)))
        (whom_to_call(f))
    })
}

/// 6:00–12:00、14:00–22:00
fn spans(f: Frame<'_>, promise: &Promise) -> String {
    let when = f.when();
    let all: Vec<String> = promise.spans.iter().map(|(from, until)| when.times(*from, *until)).collect();
    all.join(&f.v.t("door-shut-and"))
}

/// 明天 06:00
fn opens(f: Frame<'_>, promise: &Promise) -> Option<String> {
    let when = f.when();
    let args = |at| [("day", when.day(when.date(at)).into()), ("time", when.time(at).into())];
    promise.opens.map(|at| f.v.ta("door-shut-opens", &args(at)))
}

/// What is promised today and whether that is now: the answer before the question.
fn promised(f: Frame<'_>, promise: &Promise) -> Markup {
    let v = f.v;
    let title = match promise.spans.is_empty() {
        true => v.t("door-shut-not-today"),
        false => v.ta("door-shut-today", &[("spans", spans(f, promise).into())]),
    };
    let (kind, word) = match promise.now {
        Some((_, until)) => (Kind::Ok, v.ta("door-shut-now", &[("until", f.when().time(until).into())])),
        None => (Kind::Shut, v.t("door-shut-not-promised")),
    };
    let next = opens(f, promise).filter(|_| promise.now.is_none()).unwrap_or_default();
    let maybe = if promise.provisional { v.t("door-shut-may-change") } else { String::new() };
    let under = [next, maybe].concat();
    let answer = Answer::new(kind, word, title);
    html! { @if under.is_empty() { (answer) } @else { (answer.under(under)) } }
}

fn button(f: Frame<'_>, once: &str) -> Markup {
    html! {
        form method="post" action={ (path(f.station)) "/found-closed" } {
            (page::once(once))
            (actions(html! { (Button::new(f.v.t("door-shut-press")).huge().icon("door")) }))
        }
    }
}

/// Thanks, and how somebody gets in all the same.
fn thanks(f: Frame<'_>, promise: &Promise) -> Markup {
    let v = f.v;
    notice(
        Tone::Ok,
        &v.t("door-shut-thanks"),
        html! {
            @if let Some(phone) = &f.station.phone {
                p { (v.t("door-shut-call")) " " a href=(page::tel(phone)) { (phone) } }
            }
            @if let Some(next) = opens(f, promise) { p { (next) } }
        },
    )
}

fn what_then(v: &View) -> Markup {
    rows([
        Row::new(v.t("door-shut-then-quarter")).icon("clock").note(&v.t("door-shut-then-quarter-how")),
        Row::new(v.t("door-shut-then-range")).icon("chart-bar").note(&v.t("door-shut-then-range-how")),
        Row::new(v.t("door-shut-then-blame")).icon("heart-handshake").note(&v.t("door-shut-then-blame-how")),
    ])
}

fn whom_to_call(f: Frame<'_>) -> Markup {
    html! {
        p class="sec note" {
            (f.v.t("door-shut-ask")) " "
            @match &f.station.phone {
                Some(phone) => a href=(page::tel(phone)) { (phone) },
                None => (f.station.address),
            }
        }
    }
}

/// The page with each answer, on the view's day.
///
/// # Errors
/// A station that cannot be made up.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let mut station = stations::sample_station()?;
    let zone = station.zone.clone();
    let today = v.when(&zone).today();
    let at = |days: i64, hour: i8| {
        let wall = today.saturating_add(days.days()).at(hour, 0, 0, 0);
        zone.to_ambiguous_timestamp(wall).compatible().map_err(Fault::broken)
    };
    let morning = (at(0, 6)?, at(0, 12)?);
    let open = Promise {
        on: today,
        spans: vec![morning, (at(0, 14)?, at(0, 22)?)],
        now: Some(morning),
        opens: Some(at(0, 14)?),
        provisional: false,
    };
    let shut = Promise { now: None, opens: Some(at(1, 6)?), provisional: true, ..open.clone() };
    let never = Promise { spans: vec![], now: None, opens: None, ..open.clone() };
    let no = |opens| NotPromised { opens, zone: station.zone.clone() };
    let (later, ever) = (no(shut.opens), no(None));
    let refused = [(later.say(v), later.status()), (ever.say(v), ever.status())];
    let draw = |name: &str, station: &Station, promise: &Promise, done, refused: Option<&(Said, StatusCode)>| {
        let shown = DoorPage { promise, done, refused, once: "0" };
        (format!("wellbeing-door-{name}"), door(Frame { v, station }, &shown).into_string())
    };
    let mut all = vec![
        draw("open", &station, &open, false, None),
        draw("shut", &station, &shut, false, None),
        draw("never", &station, &never, false, None),
        draw("thanks", &station, &open, true, None),
        draw("refused", &station, &shut, false, refused.first()),
        draw("refused-for-good", &station, &never, false, refused.last()),
    ];
    station.phone = None;
    all.push(draw("thanks-without-a-phone", &station, &open, true, None));
    Ok(all)
}
