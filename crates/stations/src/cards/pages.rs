//! The desk's pages of household cards.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, HtmlPage, Tone, actions, facts, notice, once, section};
use kernel::view::View;
use maud::{Markup, html};
use people::Household;

use super::forms::IssueForm;
use crate::desk::{AtDesk, DeskPage};

const TAB: &str = "stations-tab-cards";
pub const CARDS: &str = "/desk/cards";

/// Scan one, or make one.
pub fn begin(v: &View, desk: &AtDesk, form: &IssueForm, problems: &Problems) -> HtmlPage {
    let fields = Fields::new(v, problems);
    let body = html! {
        (fields.summary())
        div class="two-up" {
            (section("scan", &v.t("stations-cards-scan"), None, scan(v, desk, &fields)))
            (section("issue", &v.t("stations-cards-issue"), None, issue(v, desk, form, &fields)))
        }
    };
    DeskPage::new(v, desk, TAB, v.t("stations-tab-cards")).status(status(problems)).body(body)
}

pub fn status(problems: &Problems) -> axum::http::StatusCode {
    match problems.none() {
        true => axum::http::StatusCode::OK,
        false => axum::http::StatusCode::UNPROCESSABLE_ENTITY,
    }
}

fn scan(v: &View, desk: &AtDesk, fields: &Fields<'_>) -> Markup {
    let code = Field::new("code", v.t("stations-cards-code")).hint(v.t("stations-cards-code-hint")).autocomplete("off");
    html! {
        form method="post" action=(desk.station.path(&format!("{CARDS}/scans"))) {
            (fields.text_field(code.longest(200)))
            (actions(html! { (Button::new(v.t("stations-cards-look")).icon("qrcode")) }))
        }
    }
}

fn issue(v: &View, desk: &AtDesk, form: &IssueForm, fields: &Fields<'_>) -> Markup {
    let name = Field::new("name", v.t("stations-cards-name")).value(&form.name).hint(v.t("stations-cards-name-hint"));
    let phone = Field::new("phone", v.t("stations-cards-phone")).value(&form.phone).autocomplete("off").optional();
    let agrees = Field::new("agrees", v.t("stations-cards-agree")).hint(v.t("stations-cards-agree-what"));
    html! {
        form method="post" action=(desk.station.path(CARDS)) {
            (once(&form.once))
            (fields.text_field(name.longest(30).autocomplete("off")))
            (fields.tel_field(phone.longest(30)))
            (fields.checkbox(agrees, form.agrees.is_some()))
            (actions(html! { (Button::new(v.t("stations-cards-make")).secondary().icon("printer")) }))
        }
    }
}

/// The household whose card was scanned: whom to call, and what can be done.
pub fn household(v: &View, desk: &AtDesk, household: &Household) -> HtmlPage {
    let when = v.when(&desk.station.zone);
    let day = |at| html! { (when.day(when.date(at))) };
    let name = household.name.clone().unwrap_or_else(|| v.t("stations-cards-nameless"));
    let phone = household.phone.as_ref().map_or_else(|| v.t("stations-cards-no-phone"), ToString::to_string);
    let card = &household.card;
    let at = |what: &str| desk.station.path(&format!("{CARDS}/{}{what}", card.id));
    let good = card.is_good(v.now());
    let body = html! {
        @if !good { (notice(Tone::Stop, &v.t("stations-cards-over"), html! { p { (v.t("stations-cards-over-then")) } })) }
        (facts([
            (v.t("stations-cards-phone").as_str(), html! { (phone) }),
            (v.t("stations-cards-issued").as_str(), day(card.issued_at)),
            (v.t("stations-cards-until").as_str(), day(card.expires_at)),
        ]))
        @if good {
            (actions(html! {
                (Button::new(v.t("stations-cards-book")).icon("calendar-plus")
                    .href(desk.station.path(&format!("/desk/reservations/new?card={}", card.id))))
                (Button::new(v.t("stations-cards-sign-up")).icon("user-plus").secondary()
                    .href(desk.station.path(&format!("/desk/signups/new?card={}", card.id))))
            }))
        }
        form method="post" action=(at("/replacement")) {
            (actions(html! {
                (Button::new(v.t("stations-cards-replace")).secondary().icon("printer"))
                p class="note" { (v.t("stations-cards-replace-why")) }
            }))
        }
        @if card.revoked_at.is_none() {
            form method="post" action=(at("/revocation")) {
                (actions(html! {
                    (Button::new(v.t("stations-cards-revoke")).danger())
                    p class="note" { (v.t("stations-cards-revoke-why")) }
                }))
            }
        }
    };
    DeskPage::new(v, desk, TAB, name).back(v.t("stations-tab-cards"), desk.station.path(CARDS)).body(body)
}

/// Every page with invented people.
pub fn samples(v: &View, desk: &AtDesk) -> Vec<(&'static str, String)> {
    let form = IssueForm { once: "sample".into(), ..IssueForm::default() };
    let wrong = IssueForm { name: "13800005521".into(), ..form.clone() };
    let problems = wrong.read().err().unwrap_or_default();
    [
        ("stations-cards", begin(v, desk, &form, &Problems::default())),
        ("stations-cards-wrong", begin(v, desk, &wrong, &problems)),
    ]
    .map(|(name, page)| (name, page.into_string()))
    .into()
}
