//! The desk's page of the offices that share a station.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, HtmlPage, Row, Tone, actions, empty, notice, once, rows, section};
use kernel::view::View;
use maud::html;

use crate::desk::{AtDesk, DeskPage};
use crate::forms::OwnerForm;
use crate::station::Owner;

const TAB: &str = "stations-tab-owners";

pub struct Owners<'a> {
    pub desk: &'a AtDesk,
    pub owners: &'a [Owner],
    pub form: &'a OwnerForm,
    pub problems: &'a Problems,
    pub saved: bool,
}

/// All owners, and a form for one more.
pub fn list(v: &View, page: &Owners<'_>) -> HtmlPage {
    let path = |o: &Owner| page.desk.station.path(&format!("/desk/owners/{}", o.id));
    let row = |o: &Owner| {
        Row::new(&o.name_zh).icon("building-community").note(&o.name_en).link(path(o), &v.t("stations-rename"), false)
    };
    let body = html! {
        @if page.saved { (notice(Tone::Ok, &v.t("stations-saved"), html! {})) }
        (Fields::new(v, page.problems).summary())
        div class="two-up" {
            (section("h-owners", &v.t("stations-owners"), None, html! {
                @if page.owners.is_empty() { (empty("building-community", &v.t("stations-no-owners"), None)) }
                @else { (rows(page.owners.iter().map(row))) }
            }))
            (section("h-add", &v.t("stations-add-owner"), None, form(v, page, "/desk/owners", "stations-add")))
        }
    };
    DeskPage::new(v, page.desk, TAB, v.t("stations-owners")).body(body)
}

/// One owner, to be renamed.
pub fn one(v: &View, page: &Owners<'_>, owner: &Owner) -> HtmlPage {
    let body = html! {
        (Fields::new(v, page.problems).summary())
        (form(v, page, &format!("/desk/owners/{}", owner.id), "stations-save"))
    };
    let title = owner.name(v).to_owned();
    DeskPage::new(v, page.desk, TAB, title)
        .back(v.t("stations-owners"), page.desk.station.path("/desk/owners"))
        .body(body)
}

fn form(v: &View, page: &Owners<'_>, below: &str, button: &str) -> maud::Markup {
    let fields = Fields::new(v, page.problems);
    html! {
        form method="post" action=(page.desk.station.path(below)) {
            (once(&page.form.once))
            (fields.text_field(Field::new("name_zh", v.t("stations-name-zh")).value(&page.form.name_zh).longest(40)))
            (fields.text_field(Field::new("name_en", v.t("stations-name-en")).value(&page.form.name_en).longest(40).optional()))
            (actions(html! { (Button::new(v.t(button))) }))
        }
    }
}
