//! What whoever opens the kiosk's address elsewhere reads.
use axum::http::StatusCode;
use kernel::page::{self, Button, HtmlPage, Page, Tone};
use kernel::view::View;
use maud::html;
use stations::Station;

/// What the page is, how a manager opens it, and where somebody with a phone draws a number.
pub fn shut(v: &View, station: &Station) -> HtmlPage {
    let page = Page::new(v, v.t("kiosk-title")).place(station.place(v)).status(StatusCode::FORBIDDEN);
    page.body(html! {
        (page::notice(Tone::Lamp, &v.t("kiosk-shut"), html! { p { (v.t("kiosk-shut-how")) } }))
        (page::actions(html! {
            (Button::new(v.t("kiosk-shut-errands")).icon("ticket").href(station.path("/errands")))
            (Button::new(v.t("kiosk-shut-home")).secondary().icon("home").href(station.home()))
        }))
    })
}
