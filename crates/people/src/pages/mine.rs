//! "My things": what the slices know of the person, and how to leave.
use kernel::form::Problems;
use kernel::page::{self, Button, Dock, Field, Fields, HtmlPage, Row};
use maud::{Markup, html};

use super::sign_in::{Frame, status};
use crate::phone::Phone;

/// Where "my things" are.
pub const MINE: &str = "/me";

/// The person as the page tells them about themselves.
#[derive(Debug, Clone, Default)]
pub struct Me {
    pub name: Option<String>,
    pub phone: Option<Phone>,
}

pub fn mine(frame: Frame<'_>, me: &Me, sections: &[Markup]) -> HtmlPage {
    let v = frame.v;
    let home = frame.place.map_or("/", |p| p.home.as_str());
    frame.page("people-mine").dock(Dock::Mine).body(html! {
        @for section in sections { (section) }
        @if sections.is_empty() {
            (page::empty("calendar", &v.t("people-mine-none"), Some((&v.t("people-mine-look"), home))))
        }
        (page::section("me", &v.t("people-mine-me"), None, about(frame, me)))
        form method="post" action="/sign-out" {
            (page::actions(html! { (Button::new(v.t("people-sign-out")).secondary().icon("logout")) }))
        }
        form method="post" action="/sign-out-everywhere" {
            (page::actions(html! {
                (Button::new(v.t("people-sign-out-everywhere")).flat())
                p class="note" { (v.t("people-sign-out-everywhere-why")) }
            }))
        }
    })
}

fn about(frame: Frame<'_>, me: &Me) -> Markup {
    let v = frame.v;
    let none = v.t("people-mine-name-none");
    let phone = me.phone.as_ref().map_or_else(|| v.t("people-mine-phone-none"), Phone::to_string);
    page::rows([
        Row::new(v.t("people-mine-name")).icon("user").note(me.name.as_deref().unwrap_or(&none)).link(
            "/me/name",
            &v.t("people-mine-change"),
            false,
        ),
        Row::new(v.t("people-mine-phone")).icon("phone").note(&phone),
        Row::new(v.t("people-mine-children"))
            .icon("users")
            .note(&v.t("people-mine-children-what"))
            .leads_to("/me/children"),
        Row::new(v.t("people-mine-data")).icon("file-text").note(&v.t("people-mine-data-what")).leads_to("/me/data"),
    ])
}

pub fn name(frame: Frame<'_>, typed: &str, problems: &Problems) -> HtmlPage {
    let v = frame.v;
    let fields = Fields::new(v, problems);
    let field = Field::new("name", v.t("people-name-ask"))
        .value(typed)
        .hint(v.t("people-name-hint"))
        .autocomplete("name")
        .longest(30)
        .optional();
    frame.page("people-name").back(v.t("people-mine"), MINE).status(status(problems)).body(html! {
        (fields.summary())
        form method="post" action="/me/name" {
            (fields.text_field(field))
            (page::actions(html! { (Button::new(v.t("people-name-keep")).icon("check")) }))
        }
    })
}
