//! What somebody waits for and what is kept for them, among their things.
use kernel::page::{self, Answer, Button, Kind, Row, Tone};
use maud::{Markup, html};

use super::{ahead, answer_by, wait_page_path, wished};
use crate::offers::{InLine, Offer, WaitState};
use crate::public::pages::{Frame, post};
use crate::public::reserve::offer_path;
use crate::says;

/// What wants an answer first, then the places in line. Nothing if there is neither.
pub fn mine(f: Frame<'_>, waits: &[InLine], kept: &[Offer]) -> Option<Markup> {
    let waiting: Vec<&InLine> = waits.iter().filter(|w| w.state == WaitState::Waiting).collect();
    if kept.is_empty() && waiting.is_empty() {
        return None;
    }
    let body = html! {
        @for offer in kept { (card(f, offer)) }
        @if !waiting.is_empty() { (page::rows(waiting.iter().map(|w| row(f, w)))) }
    };
    let title = f.v.ta("waiting-mine", &[("station", f.station.name(f.v).into())]);
    Some(page::section(&format!("waiting-{}", f.station.slug), &title, None, body))
}

fn card(f: Frame<'_>, offer: &Offer) -> Markup {
    let (v, when, r) = (f.v, f.when(), &offer.receipt);
    let path = offer_path(f.station, r.reservation.id);
    let title = format!("{} {}", says::span(&when, &r.reservation.span), says::what(v, r));
    let answer = Answer::new(Kind::Ok, v.t("waiting-kept"), title).under(answer_by(v, &when, offer.kept.until_at));
    html! {
        (answer.actions(html! {
            (post(&path, "acceptance", &Button::new(v.t("waiting-yes")).icon("check")))
            (post(&path, "refusal", &Button::new(v.t("waiting-no")).flat()))
        }))
    }
}

fn row(f: Frame<'_>, w: &InLine) -> Row {
    let (v, when) = (f.v, f.when());
    Row::new(format!("{} {}", says::name(v, &w.offering.name), wished(v, &when, w)))
        .icon("users")
        .status(Kind::Away, &ahead(v, w))
        .leads_to(wait_page_path(f.station, w.wait.id))
}

/// A line on the home page while something waits for an answer.
pub fn hint(f: Frame<'_>, kept: &[Offer]) -> Option<Markup> {
    let (v, when) = (f.v, f.when());
    let r = &kept.first()?.receipt;
    let what = format!("{} {}", says::span(&when, &r.reservation.span), says::what(v, r));
    let title = v.ta("waiting-hint", &[("what", what.into())]);
    let to = page::pill_go(&v.t("waiting-answer"), &offer_path(f.station, r.reservation.id));
    Some(page::notice(Tone::Ok, &title, html! { p { (to) } }))
}
