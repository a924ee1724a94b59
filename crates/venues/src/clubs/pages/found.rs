//! Founding a club.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, HtmlPage};
use maud::html;

use super::text::text_fields;
use crate::clubs::forms::ClubForm;
use crate::clubs::says::clubs_path;
use crate::public::pages::Frame;

/// `unnamed`: the founder never said what they are called.
pub fn found(
    f: Frame<'_>,
    (form, problems): (&ClubForm, &Problems),
    unnamed: bool,
    refused: Option<StatusCode>,
) -> HtmlPage {
    let v = f.v;
    let fields = Fields::new(v, problems);
    let called = Field::new("called", v.t("games-your-name")).value(&form.called).hint(v.t("clubs-leader-called-hint"));
    let page = f.page(v.t("clubs-found")).back(v.t("clubs-title"), clubs_path(f.station));
    page.status(refused.unwrap_or_else(|| problems.status())).body(html! {
        (fields.summary())
        form method="post" action=(clubs_path(f.station)) {
            (page::once(&form.once))
            (text_fields(&fields, form))
            @if unnamed { (fields.text_field(called.longest(30).optional().autocomplete("name"))) }
            (page::actions(html! { (Button::new(v.t("clubs-found-do")).huge().icon("check")) }))
        }
        p class="note" { (v.t("clubs-found-note")) }
        (f.ask_a_person())
    })
}
