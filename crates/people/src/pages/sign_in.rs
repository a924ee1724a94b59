//! The two steps of a resident's sign-in: the number, then the digits that were sent to it.
use jiff::tz::{TimeZone, offset};
use jiff::{SignedDuration, Timestamp};
use kernel::form::Problems;
use kernel::page::{self, Button, Dock, Field, Fields, HtmlPage, Page, Place, Tone};
use kernel::view::View;
use maud::{Markup, html};

use crate::forms::Onward;
use crate::ids::CodeId;
use crate::phone::Phone;
use crate::rules::AGAIN_AFTER;

/// What all steps share: who reads, for which station, and where they go on.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub v: &'a View,
    pub place: Option<&'a Place>,
    pub onward: &'a Onward,
}

impl<'a> Frame<'a> {
    pub fn page(&self, title: &str) -> Page<'a> {
        let page = Page::new(self.v, self.v.t(title)).dock(Dock::None);
        let home = self.place.map_or("/", |p| p.home.as_str());
        let page = page.back(self.v.t("people-home"), home);
        match self.place {
            Some(place) => page.place(place.clone()),
            None => page,
        }
    }

    pub fn hidden(&self) -> Markup {
        html! {
            @if !self.onward.then.is_empty() { input type="hidden" name="then" value=(self.onward.then); }
            @if !self.onward.station.is_empty() { input type="hidden" name="station" value=(self.onward.station); }
        }
    }

    /// `path` with where to go on afterwards.
    pub fn link(&self, path: &str) -> String {
        link(path, self.onward)
    }
}

pub fn link(path: &str, onward: &Onward) -> String {
    let named = [("then", &onward.then), ("station", &onward.station)];
    let pairs: Vec<String> = named
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", page::query_value(value)))
        .collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

pub fn code_path(code: CodeId) -> String {
    format!("/sign-in/{code}")
}

/// First step: which number.
pub fn phone(frame: Frame<'_>, typed: &str, problems: &Problems) -> HtmlPage {
    let v = frame.v;
    let fields = Fields::new(v, problems);
    let field = Field::new("phone", v.t("people-sign-in-ask")).value(typed).hint(v.t("people-sign-in-why")).longest(30);
    frame.page("people-sign-in").status(status(problems)).body(html! {
        (fields.summary())
        form method="post" action="/sign-in" {
            (frame.hidden())
            (fields.tel_field(field))
            (page::actions(html! { (Button::new(v.t("people-sign-in-send")).huge().icon("message")) }))
        }
        (without_a_phone(frame))
        p { a class="btn flat" href="/staff/sign-in" { (v.t("people-staff-door")) } }
    })
}

fn without_a_phone(frame: Frame<'_>) -> Markup {
    let v = frame.v;
    let number = frame.place.and_then(|p| p.phone.as_deref());
    let help = html! {
        p { (v.t("people-no-phone-then")) }
        @if let Some(number) = number {
            (page::actions(html! {
                (Button::new(v.ta("people-no-phone-call", &[("phone", unbroken(number).into())])).secondary().icon("phone").href(page::tel(number)))
            }))
        }
    };
    page::section("no-phone", &v.t("people-no-phone"), None, page::card(help))
}

/// A number that is not parted at the end of a line.
fn unbroken(number: &str) -> String {
    number.replace(' ', "\u{a0}")
}

/// A code that was sent: what its page tells.
pub struct Sent {
    pub id: CodeId,
    /// None when the person has been forgotten meanwhile.
    pub phone: Option<Phone>,
    pub sent_at: Timestamp,
    pub expires_at: Timestamp,
    /// A fresh value for the form, so that a double tap signs in once.
    pub once: String,
}

/// Second step: the digits.
pub fn digits(frame: Frame<'_>, sent: &Sent, problems: &Problems) -> HtmlPage {
    let v = frame.v;
    let fields = Fields::new(v, problems);
    let when = v.when(&china());
    let phone = sent.phone.as_ref().map(Phone::to_string).unwrap_or_default();
    let told = [("phone", phone.into()), ("time", when.time(sent.expires_at).into())];
    let field = Field::new("digits", v.t("people-code-ask")).hint(v.ta("people-code-sent", &told)).longest(12);
    frame.page("people-code").status(status(problems)).body(html! {
        @if v.rehearsal { (rehearsal(v)) }
        (fields.summary())
        form method="post" action=(code_path(sent.id)) {
            (frame.hidden())
            (page::once(&sent.once))
            (fields.code_field(field))
            (page::actions(html! { (Button::new(v.t("people-code-done")).huge().icon("login")) }))
        }
        (not_come(frame, sent))
    })
}

fn rehearsal(v: &View) -> Markup {
    let see = html! { p { a href="/messages" { (v.t("people-code-rehearsal-see")) } } };
    page::notice(Tone::Lamp, &v.t("people-code-rehearsal"), see)
}

fn not_come(frame: Frame<'_>, sent: &Sent) -> Markup {
    let v = frame.v;
    let again_at = sent.sent_at + AGAIN_AFTER;
    let words = if v.now() < again_at {
        v.ta("people-code-wait", &[("time", v.when(&china()).time(next_full_minute(again_at)).into())])
    } else {
        v.t("people-code-again-now")
    };
    let body = html! {
        p class="note" { (words) }
        form method="post" action={ (code_path(sent.id)) "/again" } {
            (frame.hidden())
            (page::actions(html! {
                (Button::new(v.t("people-code-again")).secondary().icon("refresh"))
                (Button::new(v.t("people-code-other")).flat().href(frame.link("/sign-in")))
            }))
        }
    };
    page::section("not-come", &v.t("people-code-not-come"), None, body)
}

/// A code that is no longer there: why, and the way back to the first step.
pub fn gone(frame: Frame<'_>, problems: &Problems) -> HtmlPage {
    let v = frame.v;
    frame.page("people-code").status(status(problems)).body(html! {
        (Fields::new(v, problems).summary())
        (page::actions(html! { (Button::new(v.t("people-code-again")).icon("message").href(frame.link("/sign-in"))) }))
        (without_a_phone(frame))
    })
}

/// Mainland China has one time for all: UTC+8, without summer time since 1992.
fn china() -> TimeZone {
    TimeZone::fixed(offset(8))
}

/// The clock time that is surely not too early when said without seconds.
fn next_full_minute(at: Timestamp) -> Timestamp {
    at + SignedDuration::from_secs((-at.as_second()).rem_euclid(60))
}

pub fn status(problems: &Problems) -> axum::http::StatusCode {
    if problems.none() { axum::http::StatusCode::OK } else { axum::http::StatusCode::UNPROCESSABLE_ENTITY }
}
