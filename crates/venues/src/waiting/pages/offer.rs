//! What is kept for somebody: yes or no.
use axum::http::StatusCode;
use kernel::page::{self, Answer, Button, Dock, HtmlPage, Kind, Tone};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::answer_by;
use crate::public::pages::{Frame, post};
use crate::public::reserve::{offer_path, offering_path, reservation_path};
use crate::rules::State;
use crate::says;
use crate::waiting::line::Made;

/// Who looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Whom it is for, signed in, or staff.
    Theirs,
    /// Somebody with the link, whose phone a code proves.
    Link,
}

/// `refused` says why the last thing that was tried did not work.
pub fn offer(f: Frame<'_>, made: &Made, reader: Reader, refused: Option<(&Said, StatusCode)>) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let r = &made.offer.receipt;
    let title = format!("{} {}", says::span(&when, &r.reservation.span), says::what(v, r));
    let page = f.page(v.t("waiting-offer")).dock(Dock::Mine);
    let page = match refused {
        Some((_, status)) => page.status(status),
        None => page,
    };
    let body = match made.offer.is_open() {
        true => open(f, made, reader, title),
        false => over(f, made, title),
    };
    page.body(html! {
        @if let Some((said, _)) = refused { (page::refused(v, said)) }
        @if let Some(lost) = &made.lost {
            @let told = [("lost", says::span(&when, &lost.reservation.span).into()), ("what", says::what(v, lost).into())];
            (page::notice(Tone::Lamp, &v.ta("waiting-lost", &told), html! {}))
        }
        (body)
        (f.ask_a_person())
    })
}

fn open(f: Frame<'_>, made: &Made, reader: Reader, title: String) -> Markup {
    let (v, when) = (f.v, f.when());
    let path = offer_path(f.station, made.offer.receipt.reservation.id);
    let by = answer_by(v, &when, made.offer.kept.until_at);
    let under = if made.offer.kept.asks { format!("{by} {}", v.t("waiting-asks")) } else { by };
    let yes = Button::new(v.t("waiting-yes")).huge().icon("check");
    let phone = made.phone.as_ref().filter(|p| p.is_mobile()).map(ToString::to_string);
    let actions = match (reader, phone) {
        (Reader::Theirs, _) => html! {
            (post(&path, "acceptance", &yes))
            (post(&path, "refusal", &Button::new(v.t("waiting-no")).flat()))
        },
        (Reader::Link, Some(phone)) => html! {
            (post(&path, "codes", &yes))
            p class="note" { (v.ta("waiting-code-why", &[("phone", phone.into())])) }
        },
        (Reader::Link, None) => html! { p { (v.t("waiting-call")) } },
    };
    html! { (Answer::new(Kind::Ok, v.t("waiting-kept"), title).under(under).actions(actions)) }
}

/// It was answered, or nobody answered in time.
fn over(f: Frame<'_>, made: &Made, title: String) -> Markup {
    let (v, r) = (f.v, &made.offer.receipt);
    let (kind, key) = match r.state {
        State::Held | State::Confirmed | State::CheckedIn | State::Completed => (Kind::Ok, "waiting-said-yes"),
        State::Expired => (Kind::Shut, "waiting-too-late"),
        State::Cancelled | State::Released => (Kind::Shut, "waiting-said-no"),
    };
    let to = match kind {
        Kind::Ok => Button::new(v.t("venues-open-slip")).href(reservation_path(f.station, r.reservation.id)),
        _ => Button::new(v.t("venues-again")).href(offering_path(f.station, &r.offering.slug)),
    };
    html! { (Answer::new(kind, v.t(key), title).actions(html! { (to) })) }
}
