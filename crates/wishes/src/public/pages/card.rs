//! One wish: what it is, and one button. For whoever has it already, what they do next.
use axum::http::StatusCode;
use kernel::page::{self, Answer, Button, HtmlPage, Row, query_value};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::parts::{about, days_left, row, stands};
use super::taken::taken;
use crate::answers::{Card, Claim, Seen};
use crate::frame::{Frame, wish_path, wishes_path};
use crate::rules::Kind;

pub struct One<'a> {
    pub card: &'a Card,
    /// Theirs, where whoever looks has taken it up.
    pub claim: Option<&'a Claim>,
    /// Another that waits, where this one does not.
    pub another: Option<&'a Card>,
    pub signed_in: bool,
    pub once: &'a str,
    /// Why nothing was done.
    pub refused: Option<(&'a Said, StatusCode)>,
}

pub fn card(f: Frame<'_>, o: &One<'_>) -> HtmlPage {
    let status = o.refused.map_or(StatusCode::OK, |(_, status)| status);
    f.page(f.v.t("wishes-public-one")).status(status).body(html! {
        @if let Some((said, _)) = o.refused { (page::refused(f.v, said)) }
        @match o.claim {
            Some(claim) => (taken(f, claim, o.once)),
            None => {
                (answer(f, o))
                @if o.card.state == Seen::Open { (how(f, o.card.kind)) }
            }
        }
        @if let Some(another) = o.another { (instead(f, another)) }
        (f.ask_a_person())
    })
}

fn answer(f: Frame<'_>, o: &One<'_>) -> Answer {
    let (shape, words) = stands(f, o.card);
    let open = o.card.state == Seen::Open;
    let under = if open { format!("{} · {}", about(f, o.card), days_left(f, o.card)) } else { about(f, o.card) };
    let answer = Answer::new(shape, words, &o.card.item).under(under);
    if open { answer.actions(help(f, o)) } else { answer }
}

/// 我来帮: one tap for whoever is signed in, and for others the way there.
fn help(f: Frame<'_>, o: &One<'_>) -> Markup {
    let (v, path) = (f.v, wish_path(f.station, o.card.id));
    let button = Button::new(v.t("wishes-public-help")).huge().icon("heart-handshake");
    if o.signed_in {
        return html! { form method="post" action={ (path) "/claim" } { (page::once(o.once)) (button) } };
    }
    let door = format!("/sign-in?station={}&then={}", f.station.id, query_value(&path));
    html! { (button.href(door)) p class="note" { (v.t("wishes-public-help-phone")) } }
}

/// What whoever presses it takes upon themselves, before they do.
fn how(f: Frame<'_>, kind: Kind) -> Markup {
    let row = |(step, icon): (&str, &'static str)| {
        let key = format!("wishes-public-step-{step}");
        Row::new(f.v.t(&key)).icon(icon).note(&f.v.t(&format!("{key}-how")))
    };
    // An hour of somebody's time is brought to nobody's counter.
    let give = if kind == Kind::Time { ("time", "calendar-event") } else { ("bring", "building-community") };
    let steps = [("week", "calendar"), ("call", "phone"), give, ("apart", "lock")];
    page::section("h-how", &f.v.t("wishes-public-how"), None, page::rows(steps.map(row)))
}

/// For whoever came too late, and for whoever has done it: another.
fn instead(f: Frame<'_>, another: &Card) -> Markup {
    let (all, path) = (f.v.t("wishes-public-all"), wishes_path(f.station));
    let row = row(f, another).leads_to(wish_path(f.station, another.id));
    page::section("h-another", &f.v.t("wishes-public-another"), Some((&all, &path)), page::rows([row]))
}

/// What is left to say where there is no card any more: why, and all others.
pub fn gone(f: Frame<'_>, (said, status): (&Said, StatusCode)) -> HtmlPage {
    let v = f.v;
    f.page(v.t("wishes-public-one")).status(status).body(html! {
        (page::refused(v, said))
        (page::actions(html! {
            (Button::new(v.t("wishes-public-all")).secondary().icon("heart-handshake").href(wishes_path(f.station)))
        }))
        (f.ask_a_person())
    })
}
