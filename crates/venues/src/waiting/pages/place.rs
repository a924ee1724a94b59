//! Somebody's place in line.
use kernel::page::{Answer, Button, Dock, HtmlPage, Kind};
use maud::html;

use super::{ahead, wait_page_path, wished};
use crate::offers::{InLine, WaitState};
use crate::public::pages::{Frame, post};
use crate::public::reserve::{offer_path, offering_path, reservation_path};
use crate::says;

pub fn place(f: Frame<'_>, w: &InLine) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let title = format!("{} {}", wished(v, &when, w), says::name(v, &w.offering.name));
    let word = v.t(&format!("waiting-state-{}", w.state.name()));
    let (kind, under) = match w.state {
        WaitState::Waiting => (Kind::Away, format!("{} {}", ahead(v, w), v.t("waiting-told-how"))),
        WaitState::Offered => (Kind::Ok, v.t("waiting-told-offered")),
        WaitState::Taken => (Kind::Ok, String::new()),
        state => (Kind::Shut, v.t(&format!("waiting-told-{}", state.name()))),
    };
    let path = wait_page_path(f.station, w.wait.id);
    let again = offering_path(f.station, &w.offering.slug);
    let answer = Answer::new(kind, word, title).under(under).actions(html! {
        @if let Some(offer) = &w.offer {
            (Button::new(v.t("waiting-answer")).href(offer_path(f.station, offer.receipt.reservation.id)))
        }
        @if w.state.is_live() { (post(&path, "end", &Button::new(v.t("waiting-stop")).flat())) }
        @if let Some(id) = w.wait.reservation.filter(|_| w.state == WaitState::Taken) {
            (Button::new(v.t("venues-open-slip")).icon("ticket").href(reservation_path(f.station, id)))
        }
        @if !w.state.is_live() && w.state != WaitState::Taken { (Button::new(v.t("venues-again")).href(again)) }
    });
    let page = f.page(v.t("waiting-mine-one")).back(v.t("page-mine"), says::MINE).dock(Dock::Mine);
    page.body(html! { (answer) (f.ask_a_person()) })
}
