//! One game: when, what, who by surname, and the one thing that is most likely wanted now.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Dock, Field, Fields, HtmlPage, Row, Tone, query_value};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::who::who;
use crate::games::answers::Seen;
use crate::games::forms::PlaceForm;
use crate::games::reads::Page;
use crate::games::rules::{FEWEST, Stands};
use crate::games::says;
use crate::public::pages::{Frame, post};
use crate::public::reserve::{game_path, offering_path};
use crate::says as rooms;

/// What was typed, what is wrong with it, and why the last thing that was tried did not work.
#[derive(Clone, Copy)]
pub struct Tried<'a> {
    pub form: &'a PlaceForm,
    pub problems: &'a Problems,
    pub refused: Option<(&'a Said, StatusCode)>,
    pub once: &'a str,
}

pub fn game(f: Frame<'_>, p: &Page, tried: Tried<'_>) -> HtmlPage {
    let (v, g) = (f.v, &p.game);
    let fields = Fields::new(v, tried.problems);
    let status = match (tried.refused, tried.problems.none()) {
        (Some((_, status)), _) => status,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    let (kind, word) = says::stands(v, g, p.is_in(), p.kept_out);
    let title = format!("{} {}", rooms::span(&f.when(), &g.game.span), rooms::name(v, &g.offering.name));
    let answer = Answer::new(kind, word, title).under(under(f, p));
    let can_join = g.stands == Stands::Open && !p.kept_out && !p.is_in();
    let page = f.page(v.t("games-one")).back(v.t("games-title"), f.station.path("/games")).status(status);
    let page = if p.is_in() { page.dock(Dock::Mine) } else { page };
    page.body(html! {
        @if let Some((said, _)) = tried.refused { (page::refused(v, said)) }
        (fields.summary())
        (answer)
        @if can_join { (join(f, p, tried, &fields)) }
        @if p.is_in() { (inside(f, p)) }
        @else if !can_join { (instead(f, p)) }
        (f.ask_a_person())
    })
}

/// Who is in it, where, and what was said about it. To others only while one can join.
fn under(f: Frame<'_>, p: &Page) -> String {
    let (v, g) = (f.v, &p.game);
    let place = rooms::name(v, &g.venue.name).to_owned();
    if !p.is_in() && (p.kept_out || g.stands != Stands::Open) {
        return place;
    }
    let seats: Vec<String> = g.taken().map(|s| says::seat(v, s)).collect();
    let mut parts = vec![seats.join(&v.t("venues-and")), place];
    parts.extend(says::about(v, g));
    parts.extend(Some(g.game.note.clone()).filter(|n| !n.is_empty()));
    parts.join(" · ")
}

fn join(f: Frame<'_>, p: &Page, tried: Tried<'_>, fields: &Fields<'_>) -> Markup {
    let v = f.v;
    let path = game_path(f.station, p.game.game.id);
    let door = format!("/sign-in?station={}&then={}", f.station.id, query_value(&path));
    html! {
        @if p.viewer.is_none() {
            (page::actions(html! { (Button::new(v.t("games-join")).huge().icon("user-plus").href(door)) }))
            p class="note" { (v.t("games-join-phone")) }
        } @else {
            form method="post" action={ (path) "/players" } {
                (page::once(tried.once))
                (page::actions(html! { (Button::new(v.t("games-join")).huge().icon("user-plus")) }))
                (who(fields, tried.form, p.unnamed))
            }
            p class="note" { (v.t("games-surname-only")) }
        }
    }
}

/// For those who are in: who else is, and what they can do.
fn inside(f: Frame<'_>, p: &Page) -> Markup {
    let (v, g) = (f.v, &p.game);
    let path = game_path(f.station, g.game.id);
    let on = g.stands.is_on();
    let fewer =
        p.is_own() && g.stands == Stands::Open && g.table().taken() >= g.offering.policy.smallest_group.max(FEWEST);
    let leaves = !p.is_own() && on && g.table().leave_until() >= v.now();
    let until = f.when().time(g.table().leave_until());
    html! {
        @if g.stands == Stands::Open { (page::notice(Tone::Lamp, &v.t("games-told-open"), html! {})) }
        @if g.stands == Stands::Unfilled { (page::notice(Tone::Lamp, &v.t("games-told-unfilled"), html! {})) }
        @if !g.game.reason.is_empty() { (page::notice(Tone::Lamp, &g.game.reason, html! {})) }
        (page::section("who", &v.t("games-who"), None, page::rows(g.taken().map(|s| row(f, p, s)))))
        (page::actions(html! {
            @if fewer { (post(&path, "confirmation", &Button::new(v.t("games-fewer")).icon("check"))) }
            @if on { (Button::new(v.t("venues-to-calendar")).secondary().icon("calendar-plus").href(format!("{path}/calendar.ics"))) }
            @if leaves { (post(&path, "departure", &Button::new(v.t("games-leave")).flat())) }
            @if p.is_own() && on { (post(&path, "cancellation", &Button::new(v.t("games-call-off")).flat())) }
            @if !on { (Button::new(v.t("venues-again")).href(offering_path(f.station, &g.offering.slug))) }
        }))
        @if leaves { p class="note" { (v.ta("games-leave-until", &[("at", until.into())])) } }
    }
}

/// Somebody at the table. Whom one has met one may keep away from; the other does not hear of it.
fn row(f: Frame<'_>, p: &Page, seen: &Seen) -> Row {
    let v = f.v;
    let name = says::seat(v, seen);
    let me = seen.seat.person.is_some() && seen.seat.person == p.viewer;
    let row =
        Row::new(if me { v.ta("games-me", &[("name", name.as_str().into())]) } else { name.clone() }).person(&name);
    if me || seen.seat.person.is_none() {
        return row;
    }
    let path = game_path(f.station, p.game.game.id);
    let about = v.ta("games-keep-apart-from", &[("name", name.into())]);
    row.end(html! {
        form method="post" action={ (path) "/blocks" } {
            (Button::new(v.t("games-keep-apart")).small(false).named("player", seen.seat.id.to_string()).about(about))
        }
    })
}

/// What else is on, for whoever came too late.
fn instead(f: Frame<'_>, p: &Page) -> Markup {
    let v = f.v;
    let when = f.when();
    let rows = p.others.iter().take(3).map(|g| {
        Row::new(rooms::name(v, &g.offering.name))
            .when(&when.day_or_tonight(g.game.span.from), &when.time(g.game.span.from))
            .status(page::Kind::Away, &says::missing(v, g.left()))
            .note(&says::players(v, g))
            .link(game_path(f.station, g.game.id), &v.t("games-join"), false)
    });
    html! {
        @if !p.others.is_empty() { (page::section("others", &v.t("games-others"), None, page::rows(rows))) }
        (page::actions(html! {
            (Button::new(v.t("games-post-one")).secondary().icon("user-plus").href(f.station.path("/games/new")))
        }))
    }
}

/// A reason in a line of its own, for the desk.
pub fn reason_field(fields: &Fields<'_>, label: String) -> Markup {
    fields.text_field(Field::new("reason", label).longest(60))
}
