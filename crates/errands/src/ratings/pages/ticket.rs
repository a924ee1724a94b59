//! The question on the page of a finished ticket: five buttons, one tap; and afterwards what was said.
use kernel::page::{self, Button, Kind, status};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};

use crate::ratings::answers::{Called, Given, OfTicket};
use crate::ratings::rules::{Level, Outcome};
use crate::ratings::says;

/// Nothing where nothing was said in time. `path` is the ticket's.
pub fn on_ticket(v: &View, when: &When, path: &str, seen: &OfTicket, once: &str) -> Markup {
    match (&seen.given, &seen.may) {
        (Some(given), may) => {
            let more = (v.t("ratings-change"), format!("{path}/rating"));
            let more = may.is_ok().then_some((more.0.as_str(), more.1.as_str()));
            page::section("rating", &v.t("ratings-yours"), more, said(v, when, given))
        }
        (None, Ok(())) => page::section("rating", &v.t("ratings-ask"), None, ask(v, when, path, seen, once)),
        (None, Err(_)) => html! {},
    }
}

fn ask(v: &View, when: &When, path: &str, seen: &OfTicket, once: &str) -> Markup {
    html! {
        p class="note" { (v.ta("ratings-free", &[("day", says::day(when, seen.until).into())])) }
        form class="acts" method="post" action={ (path) "/rating" } {
            (page::once(&format!("{once}-rating")))
            @for level in Level::ALL { (Button::new(says::level(v, level)).secondary().named("level", level.name())) }
        }
    }
}

fn said(v: &View, when: &When, given: &Given) -> Markup {
    let kind = if given.level.is_low() { Kind::Away } else { Kind::Ok };
    page::card(html! {
        (status(kind, &says::level(v, given.level)))
        @if !given.words.is_empty() { p { (given.words) } }
        @if let Some(called) = &given.call_back { p { (call_back(v, when, called)) } }
        @if let Some(called) = given.call_back.as_ref().filter(|c| !c.answer.is_empty()) {
            p { b { (v.t("ratings-answer")) } " " (called.answer) }
        }
    })
}

/// 7月1日前回访您；打不通电话的，回话写在这里。
fn call_back(v: &View, when: &When, called: &Called) -> String {
    match called.outcome {
        None if called.due < when.today() => v.ta("ratings-late", &[("day", says::day(when, called.due).into())]),
        None => v.ta("ratings-soon", &[("day", says::day(when, called.due).into())]),
        Some(Outcome::NotReached) => v.t("ratings-missed-you"),
        Some(ended) => says::outcome(v, ended),
    }
}
