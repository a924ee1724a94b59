//! A slot is held until the digits come back that went to a phone.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Dock, Field, Fields, HtmlPage, Kind, Tone};
use maud::{Markup, html};
use people::Phone;

use super::frame::Frame;
use crate::answers::Receipt;
use crate::public::reserve::{at_path, reservation_path};
use crate::says;

/// What the page tells about a held slot.
pub struct Held<'a> {
    pub receipt: &'a Receipt,
    pub phone: Option<&'a Phone>,
    pub typed: &'a str,
    pub problems: &'a Problems,
    /// `Some` after a refusal.
    pub status: Option<StatusCode>,
}

pub fn code(f: Frame<'_>, held: &Held<'_>) -> HtmlPage {
    let (v, when, r) = (f.v, f.when(), held.receipt);
    let path = reservation_path(f.station, r.reservation.id);
    let fields = Fields::new(v, held.problems);
    let phone = held.phone.map(Phone::to_string).unwrap_or_default();
    let field = Field::new("digits", v.t("venues-code-ask"))
        .value(held.typed)
        .hint(v.ta("venues-code-sent", &[("phone", phone.into())]))
        .longest(12);
    let until = r.reservation.lapses_at.map(|at| v.ta("venues-code-until", &[("at", when.time(at).into())]));
    let title = format!("{} {}", says::span(&when, &r.reservation.span), says::what(v, r));
    let answer = Answer::new(Kind::Away, v.t("venues-code-held"), title).under(until.unwrap_or_default());
    let page = f.page(v.t("venues-code")).dock(Dock::None);
    let fine = if held.problems.none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.status(held.status.unwrap_or(fine)).body(html! {
        (fields.summary())
        (answer)
        @if v.rehearsal { (rehearsal(f)) }
        form method="post" action={ (path) "/confirmation" } {
            (fields.code_field(field))
            (page::actions(html! { (Button::new(v.t("venues-reserve")).huge().icon("check")) }))
        }
        form method="post" action={ (path) "/codes" } {
            (page::actions(html! { (Button::new(v.t("venues-code-again")).flat()) }))
        }
        (f.ask_a_person())
    })
}

fn rehearsal(f: Frame<'_>) -> Markup {
    let see = html! { p { (page::pill(&f.v.t("people-code-rehearsal-see"), "/messages")) } };
    page::notice(Tone::Lamp, &f.v.t("people-code-rehearsal"), see)
}

/// The code did not come in time, and the slot was given back.
pub fn too_late(f: Frame<'_>, r: &Receipt) -> HtmlPage {
    let v = f.v;
    let again = at_path(f.station, &r.offering.slug, r.reservation.span.from);
    let (_, words) = says::state(v, r.state, r.reservation.awaits);
    let title = format!("{} {}", says::span(&f.when(), &r.reservation.span), says::what(v, r));
    f.page(v.t("venues-code")).dock(Dock::None).status(StatusCode::CONFLICT).body(html! {
        (Answer::new(Kind::Shut, words, title).under(v.t("venues-told-expired")).actions(html! {
            (Button::new(v.t("venues-again")).href(again))
        }))
        (f.ask_a_person())
    })
}
