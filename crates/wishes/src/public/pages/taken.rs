//! A wish for whoever has taken it up: how it stands, until when, and the one thing that they do next. They never learn whose it is.
use kernel::page::{self, Answer, Button, Kind as Shape, Row};
use maud::{Markup, html};

use super::parts::about;
use crate::answers::Claim;
use crate::frame::{Frame, wishes_path};
use crate::rules::{Kind, State};

/// How it stands for them.
pub fn stands(f: Frame<'_>, claim: &Claim) -> (Shape, String) {
    let key = match claim.state {
        State::Contacted => "wishes-public-yours-agreed",
        State::Delivered => "wishes-public-yours-delivered",
        State::Fulfilled => "wishes-public-fulfilled",
        _ => "wishes-public-yours",
    };
    (Shape::Ok, f.v.t(key))
}

/// 7月4日 12:00
fn until(f: Frame<'_>, claim: &Claim) -> String {
    let when = f.when();
    format!("{} {}", when.date_in_full(when.date(claim.until)), when.time(claim.until))
}

/// The one thing to do, in a line.
pub fn what_now(f: Frame<'_>, claim: &Claim) -> String {
    match claim.state {
        State::Delivered => f.v.t("wishes-public-now-delivered"),
        State::Fulfilled => f.v.t("wishes-public-now-fulfilled"),
        _ => f.v.ta("wishes-public-now", &[("until", until(f, claim).into())]),
    }
}

/// The answer above their card, and how it goes on.
pub fn taken(f: Frame<'_>, claim: &Claim, once: &str) -> Markup {
    let v = f.v;
    let (shape, words) = stands(f, claim);
    let under = format!("{} · {}", about(f, &claim.card), what_now(f, claim));
    html! {
        (Answer::new(shape, words, &claim.card.item).under(under))
        @if claim.state != State::Fulfilled {
            (page::section("h-how", &v.t("wishes-public-how"), None, steps(f, claim)))
        }
        @if claim.state.is_leased() {
            form method="post" action={ (wishes_path(f.station)) "/claims/" (claim.id) "/give-up" } {
                (page::once(once))
                (page::actions(html! { (Button::new(v.t("wishes-public-give-up")).flat()) }))
                p class="note" { (v.t("wishes-public-give-up-why")) }
            }
        }
    }
}

/// What happens, in the order in which it does.
fn steps(f: Frame<'_>, claim: &Claim) -> Markup {
    let steps: [(&str, &'static str); 3] = match claim.state {
        State::Delivered => [("told", "phone"), ("code", "key"), ("apart", "lock")],
        _ if claim.card.kind == Kind::Time => [("call", "phone"), ("time", "calendar-event"), ("apart", "lock")],
        _ => [("call", "phone"), ("bring", "building-community"), ("apart", "lock")],
    };
    let row = |(step, icon): (&str, &'static str)| {
        let key = format!("wishes-public-step-{step}");
        Row::new(f.v.t(&key)).icon(icon).note(&f.v.t(&format!("{key}-how")))
    };
    page::rows(steps.map(row))
}
