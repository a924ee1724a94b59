//! What a club says of itself, and its end.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Button, Choice, Field, Fields, HtmlPage};
use maud::{Markup, html};

use super::who::below;
use crate::clubs::asked::{LONGEST_ABOUT, LONGEST_NAME};
use crate::clubs::forms::ClubForm;
use crate::clubs::reads::Led;
use crate::clubs::says::club_path;
use crate::public::pages::Frame;

/// The fields that founding and changing share.
pub fn text_fields(fields: &Fields<'_>, form: &ClubForm) -> Markup {
    let v = fields.v;
    let opens = form.joining == "open";
    let joining = [
        Choice::new("asks", v.t("clubs-joining-asks")).note(v.t("clubs-joining-asks-note")).chosen(!opens),
        Choice::new("open", v.t("clubs-joining-open")).note(v.t("clubs-joining-open-note")).chosen(opens),
    ];
    let name = Field::new("name", v.t("clubs-name")).value(&form.name).hint(v.t("clubs-name-hint"));
    let about = Field::new("about", v.t("clubs-about")).value(&form.about).hint(v.t("clubs-about-hint"));
    html! {
        (fields.text_field(name.longest(LONGEST_NAME.into()).autocomplete("off")))
        (fields.textarea(about.longest(LONGEST_ABOUT.into())))
        (page::radio_cards(fields, "joining", &v.t("clubs-joining"), &joining))
    }
}

pub fn text(
    f: Frame<'_>,
    led: &Led,
    (form, problems): (&ClubForm, &Problems),
    refused: Option<StatusCode>,
) -> HtmlPage {
    let v = f.v;
    let club = &led.seen.club;
    let fields = Fields::new(v, problems);
    let path = club_path(f.station, club.id);
    below(f, club, v.t("clubs-settings")).status(refused.unwrap_or_else(|| problems.status())).body(html! {
        (fields.summary())
        form method="post" action={ (path) "/text" } {
            (text_fields(&fields, form))
            (page::actions(html! { (Button::new(v.t("clubs-keep")).icon("check")) }))
        }
        (page::section("end", &v.t("clubs-end"), None, page::card(html! {
            p { (v.t("clubs-end-what")) }
            form method="post" action={ (path) "/closure" } {
                (page::actions(html! { (Button::new(v.t("clubs-close")).danger()) }))
            }
        })))
    })
}
