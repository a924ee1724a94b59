//! At the door: one tap, or the last digits of one's number. Whoever has nothing here now sees what is free.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Dock, Field, Fields, HtmlPage, Kind, Row, Tone};
use maud::{Markup, html};

use crate::answers::Receipt;
use crate::door::answers::AtDoor;
use crate::public::pages::Frame;
use crate::public::reserve::{at_path, reservation_path};
use crate::rules::{self, Key, State, Who};
use crate::says;

/// What came of the last try.
pub struct Said<'a> {
    /// Whoever has just been checked in by their digits: only time and place are told.
    pub done: Option<&'a Receipt>,
    pub refused: Option<(&'a kernel::refusal::Said, StatusCode)>,
    pub typed: &'a str,
    pub problems: &'a Problems,
}

/// `known` says whether somebody is signed in.
pub fn arrive(f: Frame<'_>, at: &AtDoor, known: bool, said: &Said<'_>) -> HtmlPage {
    let v = f.v;
    let name = says::name(v, &at.venue.name);
    let status = said.refused.as_ref().map_or_else(|| said.problems.status(), |(_, status)| *status);
    let fields = Fields::new(v, said.problems);
    let inside = said.done.or(at.mine.as_ref().filter(|r| r.state == State::CheckedIn));
    f.page(v.ta("door-title", &[("venue", name.into())])).status(status).dock(Dock::Elsewhere).body(html! {
        @if let Some((said, _)) = &said.refused { (page::notice(Tone::Lamp, &said.what, html! {})) }
        (fields.summary())
        @match (inside, &at.mine) {
            (Some(r), _) => (welcome(f, r, said.done.is_none())),
            (None, Some(r)) => (mine(f, at, r)),
            (None, None) if known => { @if said.refused.is_none() { p class="note" { (v.t("door-no-nothing-here")) } } }
            (None, None) => (ask(f, at, &fields, said.typed)),
        }
        @if inside.is_none() { (free(f, at)) }
        (f.ask_a_person())
    })
}

fn action(f: Frame<'_>, at: &AtDoor) -> String {
    f.station.path(&format!("/doors/{}/arrivals", at.venue.slug))
}

/// 20:00–21:00 · 2 号台
fn when_and_where(f: Frame<'_>, r: &Receipt) -> String {
    format!("{} {}", says::span(&f.when(), &r.reservation.span), says::what(f.v, r))
}

fn welcome(f: Frame<'_>, r: &Receipt, theirs: bool) -> Markup {
    let until = f.v.ta("door-until", &[("at", f.when().time(r.reservation.span.until).into())]);
    let answer = Answer::new(Kind::Ok, f.v.t("door-in"), when_and_where(f, r)).under(until);
    match theirs {
        true => html! { (answer.actions(html! {
            (Button::new(f.v.t("venues-open-slip")).secondary().icon("ticket").href(reservation_path(f.station, r.reservation.id)))
        })) },
        false => html! { (answer) },
    }
}

/// What somebody who is known has here: now, soon, or no more.
fn mine(f: Frame<'_>, at: &AtDoor, r: &Receipt) -> Markup {
    let v = f.v;
    let standing = r.reservation.standing(0);
    let slip = reservation_path(f.station, r.reservation.id);
    match (r.state, rules::check_in(v.now(), &standing)) {
        (State::Confirmed, Ok(_)) => html! {
            (Answer::new(Kind::Ok, v.t("door-yours"), when_and_where(f, r)))
            form method="post" action=(action(f, at)) {
                (page::actions(html! { (Button::new(v.t("venues-check-in")).huge().icon("user-check")) }))
            }
            @if at.venue.key == Key::Code { p class="chips" { (page::pill(&v.t("door-code-see"), &slip)) } }
        },
        (State::Confirmed, Err(refusal)) => html! {
            (Answer::new(Kind::Away, v.t("door-early"), when_and_where(f, r)).under(says::said(v, &f.station.zone, &refusal).what))
        },
        _ => html! {
            (Answer::new(Kind::Shut, v.t("door-let-go"), when_and_where(f, r)).under(v.t("door-let-go-why")))
        },
    }
}

fn ask(f: Frame<'_>, at: &AtDoor, fields: &Fields<'_>, typed: &str) -> Markup {
    let v = f.v;
    let field = Field::new("digits", v.t("door-ask")).value(typed).hint(v.t("door-ask-why")).longest(8);
    html! {
        form method="post" action=(action(f, at)) {
            (fields.tel_field(field.autocomplete("off")))
            (page::actions(html! { (Button::new(v.t("venues-check-in")).huge().icon("user-check")) }))
        }
    }
}

/// What one can have in this room now.
fn free(f: Frame<'_>, at: &AtDoor) -> Markup {
    let (v, now) = (f.v, f.v.now());
    let rows = at.free.iter().map(|free| {
        let (kind, words) = says::stands(v, &f.when(), free);
        let from = free.next.map_or(now, |n| n.from);
        let row = Row::new(says::name(v, &free.offering.name)).icon(says::kind(at.venue.kind).0).status(kind, &words);
        match free.offering.policy.who {
            Who::Anyone => row.link(at_path(f.station, &free.offering.slug, from), &v.t("venues-book"), false),
            Who::StaffOnly | Who::WalkInOnly => row,
        }
    });
    page::section("free", &v.t("door-free"), None, page::rows(rows))
}
