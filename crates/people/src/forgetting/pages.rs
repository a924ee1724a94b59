//! "My data": what there is, a file of it to take away, and the way to be forgotten.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, HtmlPage, Tone};
use kernel::view::View;
use maud::{Markup, html};

use crate::forms::Onward;
use crate::ids::CodeId;
use crate::pages::mine::MINE;
use crate::pages::sign_in::{Frame, status};
use crate::phone::Phone;

pub const DATA: &str = "/me/data";
pub const FILE: &str = "/me/data.json";
pub const FORGET: &str = "/me/forget";
/// Where somebody is who has just been forgotten.
pub const FORGOTTEN: &str = "/forgotten";

pub fn code_path(code: CodeId) -> String {
    format!("{FORGET}/{code}")
}

fn list(v: &View, keys: &[&str]) -> Markup {
    html! { ul { @for key in keys { li { (v.t(key)) } } } }
}

/// What is kept and why, a file of it, and the button that begins to forget.
pub fn data(frame: Frame<'_>, problems: &Problems) -> HtmlPage {
    let v = frame.v;
    let take = html! {
        p { (v.t("forgetting-take-what")) }
        (page::actions(html! { (Button::new(v.t("forgetting-take")).secondary().icon("download").href(FILE)) }))
    };
    let forget = html! {
        p { (v.t("forgetting-forget-what")) }
        form method="post" action=(FORGET) {
            (page::actions(html! { (Button::new(v.t("forgetting-forget-begin")).secondary().icon("message")) }))
        }
    };
    frame.page("forgetting-data").back(v.t("people-mine"), MINE).status(status(problems)).body(html! {
        (Fields::new(v, problems).summary())
        (page::section("kept", &v.t("forgetting-kept"), None, page::card(list(v, &KEPT))))
        (page::section("take", &v.t("forgetting-take-title"), None, page::card(take)))
        (page::section("forget", &v.t("forgetting-forget-title"), None, page::card(forget)))
    })
}

const KEPT: [&str; 5] = [
    "forgetting-kept-number",
    "forgetting-kept-bookings",
    "forgetting-kept-consents",
    "forgetting-kept-messages",
    "forgetting-kept-not",
];
const GOES: [&str; 3] = ["forgetting-goes-person", "forgetting-goes-future", "forgetting-goes-link"];

/// The last step: what happens, in plain words, and the digits that prove who says so.
pub fn confirm(frame: Frame<'_>, code: CodeId, (phone, once): (Option<&Phone>, &str), problems: &Problems) -> HtmlPage {
    let v = frame.v;
    let fields = Fields::new(v, problems);
    let phone = phone.map(Phone::to_string).unwrap_or_default();
    let hint = v.ta("forgetting-code-sent", &[("phone", phone.into())]);
    let field = Field::new("digits", v.t("people-code-ask")).hint(hint).longest(12);
    let rehearsal = html! { p { a href="/messages" { (v.t("people-code-rehearsal-see")) } } };
    frame.page("forgetting-confirm").back(v.t("forgetting-data"), DATA).status(status(problems)).body(html! {
        @if v.rehearsal { (page::notice(Tone::Lamp, &v.t("people-code-rehearsal"), rehearsal)) }
        (fields.summary())
        (page::section("goes", &v.t("forgetting-goes"), None, page::card(list(v, &GOES))))
        (page::section("stays", &v.t("forgetting-stays"), None, page::card(html! { p { (v.t("forgetting-stays-what")) } })))
        form method="post" action=(code_path(code)) {
            (page::once(once))
            (fields.code_field(field))
            (page::actions(html! {
                (Button::new(v.t("forgetting-forget-me")).danger())
                (Button::new(v.t("forgetting-rather-not")).secondary().href(DATA))
            }))
        }
    })
}

pub fn forgotten(frame: Frame<'_>) -> HtmlPage {
    let v = frame.v;
    frame.page("forgetting-forgotten").status(StatusCode::OK).body(html! {
        (page::notice(Tone::Ok, &v.t("forgetting-forgotten-done"), html! { p { (v.t("forgetting-forgotten-then")) } }))
        (page::actions(html! { (Button::new(v.t("people-home")).secondary().icon("home").href("/")) }))
    })
}

/// Every page with invented people.
pub fn samples(v: &View) -> Vec<(&'static str, String)> {
    let onward = Onward::default();
    let frame = Frame { v, place: None, onward: &onward };
    let Ok(code) = "00000000-0000-7000-8000-000000000000".parse::<CodeId>() else { return vec![] };
    let phone = "13800005521".parse().ok();
    let fine = Problems::default();
    [
        ("forgetting-data", data(frame, &fine)),
        ("forgetting-confirm", confirm(frame, code, (phone.as_ref(), "sample"), &fine)),
        ("forgetting-forgotten", forgotten(frame)),
    ]
    .map(|(name, page)| (name, page.into_string()))
    .into()
}
