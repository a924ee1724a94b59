//! What a closure has done: who was hit, what each was offered, who has said yes, and whom to phone.
use kernel::page::{Kind, Tone, empty, notice, section, status};
use maud::{Markup, html};

use super::desk::{answer, kept_until};
use crate::desk::pages::Ctx;
use crate::desk::seen::{Guest, Seen};
use crate::desk::told;
use crate::offers::Offer;
use crate::rules::State;
use crate::says;

/// `all` are the lost reservations with what was offered instead.
pub fn body(ctx: Ctx<'_>, all: &[(Seen, Option<Offer>)]) -> Markup {
    let v = ctx.v;
    let open = |o: &Option<Offer>| o.as_ref().is_some_and(Offer::is_open);
    let call =
        all.iter().filter(|(lost, offer)| lost.guest.phone.is_none() && (open(offer) || offer.is_none())).count();
    html! {
        @if all.is_empty() { (empty("circle-check", &v.t("waiting-desk-hit-nobody"), None)) } @else {
            (notice(if call > 0 { Tone::Lamp } else { Tone::Ok }, &v.ta("waiting-desk-hit", &[("n", all.len().into())]),
                html! { p { (v.ta("waiting-desk-to-call", &[("n", call.into())])) } }))
            (section("hit", &v.t("waiting-desk-hit-who"), None, html! {
                ul class="card rows" { @for (lost, offer) in all { li { (row(ctx, lost, offer.as_ref())) } } }
            }))
        }
    }
}

fn row(ctx: Ctx<'_>, lost: &Seen, offer: Option<&Offer>) -> Markup {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let span = lost.receipt.reservation.span;
    html! {
        div class="row" {
            span class="day" { b { (when.day(when.date(span.from))) } (when.time(span.from)) }
            span class="seen" {
                b { (told::who(v, &lost.guest)) }
                span class="note" {
                    (says::span(&when, &span)) " · " (says::what(v, &lost.receipt))
                    @if let Some(offer) = offer { br; (instead(ctx, offer)) }
                }
                @if must_call(offer, &lost.guest) { span class="note" { (v.t("venues-desk-tell-in-person")) } }
                @else { (told::call(v, &lost.guest)) }
                (became(ctx, offer))
            }
            @match offer {
                Some(offer) if offer.is_open() => (answer(ctx, offer, &lost.guest)),
                _ => {}
            }
        }
    }
}

/// Whoever has no phone has heard of nothing.
fn must_call(offer: Option<&Offer>, guest: &Guest) -> bool {
    guest.phone.is_none() && offer.is_none_or(Offer::is_open)
}

/// 给他留了 明天 19:00–20:00 2 号台
fn instead(ctx: Ctx<'_>, offer: &Offer) -> String {
    let v = ctx.v;
    let r = &offer.receipt;
    let to = format!("{} {}", says::span(&v.when(&ctx.station.zone), &r.reservation.span), says::what(v, r));
    v.ta("waiting-desk-instead", &[("what", to.into())])
}

/// How the offer stands.
fn became(ctx: Ctx<'_>, offer: Option<&Offer>) -> Markup {
    let v = ctx.v;
    let Some(offer) = offer else { return status(Kind::Stop, &v.t("waiting-desk-nothing-found")) };
    let (kind, words) = match offer.receipt.state {
        State::Held if offer.is_open() => (Kind::Away, kept_until(ctx, offer)),
        State::Held | State::Confirmed | State::CheckedIn | State::Completed => {
            (Kind::Ok, v.t("waiting-desk-said-yes"))
        }
        State::Expired => (Kind::Shut, v.t("waiting-desk-no-answer")),
        State::Cancelled | State::Released => (Kind::Shut, v.t("waiting-desk-said-no")),
    };
    status(kind, &words)
}
