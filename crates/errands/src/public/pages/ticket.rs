//! A ticket, as large as the phone allows: its number, how it stands, and the one thing to do now.
use kernel::page::{self, Button, Dock, HtmlPage, Receipt};
use maud::{Markup, html};

use super::frame::Refused;
use super::{Frame, appointments_path, matter_path, papers, ticket_path};
use crate::acts::Instead;
use crate::lounge::says as lounge;
use crate::promises::Promise;
use crate::public::asked::later;
use crate::public::assets::sheet;
use crate::public::reads::Mine;
use crate::public::{promised, says};
use crate::ratings::pages::on_ticket;
use crate::rules::{Number, Place, State};
use crate::says::expected;
use crate::village_days::visit_path;

/// Why the last thing that was tried did not work, and what makes the next thing, tapped twice, one.
#[derive(Clone, Copy)]
pub struct Tried<'a> {
    pub refused: Refused<'a>,
    pub once: &'a str,
}

/// How often a browser without our script asks again, in seconds.
const REFRESH: u32 = 20;
/// So many of those who are called before it are shown.
const BEFORE: usize = 2;

pub fn ticket(f: Frame<'_>, t: &Mine, tried: Tried<'_>) -> HtmlPage {
    let v = f.v;
    let page = f.page(v.ta("public-ticket-title", &[("number", t.number.to_string().into())])).dock(Dock::Mine);
    let page = page.sheet_at(sheet()).follow(f.station.path("/hall/live"), t.hall.seen).refresh(REFRESH);
    let page = match tried.refused {
        Some((_, status)) => page.status(status),
        None => page,
    };
    let slip = Receipt::new(v.t("public-ticket"), t.number.to_string(), says::place(v, t)).below(state(f, t));
    page.body(html! {
        @if let Some((said, _)) = tried.refused { (page::refused(v, said)) }
        (slip)
        @if let Some(seen) = &t.rating { (on_ticket(v, &f.when(), &ticket_path(f.station, t.id), seen, tried.once)) }
        (instead(f, t, tried.once))
        (steps(f, t, tried.once))
        (promised(f, t))
        @if t.kept.ticket.state.stands() { (bring(f, t)) (villages(f, t)) p class="sec note" { (v.t("public-ticket-how")) } }
        (f.ask_a_person())
    })
}

/// 前面 2 人, and what that means.
fn state(f: Frame<'_>, t: &Mine) -> Markup {
    let (v, when) = (f.v, f.when());
    let (_, title) = says::stands(v, &when, t);
    let called = t.kept.ticket.state == State::Called && !t.past;
    html! {
        div class={ "wait" @if called { " go" } } role="status" {
            p { b { (title) } }
            @if let Some(words) = t.expected.as_ref().and_then(|e| expected(v, &when, e)) { p { (words) } }
            @if let Some(words) = says::advice(v, &when, t) { p { (words) } }
            @if let Some(seats) = &t.lounge {
                p { (v.ta("lounge-on-ticket", &[("seats", lounge::seats(v, &when, seats).into())])) }
            }
        }
        @if t.kept.ticket.state == State::Waiting && !t.past { (turns(f, t)) }
    }
}

/// Who is at a desk now, who is called next, and oneself: numbers only, as on the screen in the hall.
fn turns(f: Frame<'_>, t: &Mine) -> Markup {
    let (v, board) = (f.v, &t.hall.board);
    let line = t.kept.ticket.waits_in;
    let at = board.at_desks().into_iter().find(|k| k.ticket.waits_in == line).map(|k| board.number(k));
    let mine = (t.kept.ticket.order_at, t.kept.number);
    let in_front = |k: &&crate::answers::Kept| k.ticket.place == Place::OnSite && (k.ticket.order_at, k.number) < mine;
    let before: Vec<Number> = board.waiting(line).filter(in_front).map(|k| board.number(k)).collect();
    let last = before.iter().skip(before.len().saturating_sub(BEFORE));
    html! {
        ol class="turns" aria-hidden="true" {
            @if let Some(n) = at { li class="at" { b { (n) } (v.t("public-turn-now")) } }
            @if before.len() > BEFORE { li { "…" } }
            @for n in last { li { b { (n) } } }
            li class="me" { b { (t.number) } (v.t("public-turn-you")) }
        }
    }
}

fn steps(f: Frame<'_>, t: &Mine, once: &str) -> Markup {
    let (v, ticket) = (f.v, &t.kept.ticket);
    let path = ticket_path(f.station, t.id);
    let step = |name: &str, button: &Button| f.press(&format!("{path}/{name}"), &format!("{once}-{name}"), &[], button);
    if t.past || !ticket.state.stands() {
        return again(f, t);
    }
    let comes = ticket.place == Place::Remote
        && !t.is_later()
        && matches!(ticket.state, State::Waiting | State::Booked | State::Deferred | State::Held);
    html! {
        (page::actions(html! {
            @if comes { (step("arrival", &Button::new(v.t("public-here")).huge().icon("map-pin"))) }
            @if ticket.state == State::Missed {
                (step("return", &Button::new(v.t("public-back")).huge().icon("walk")))
            }
            @if ticket.state == State::Waiting { (put_off(f, t, once)) }
            @if ticket.state == State::Booked { (appointment(f, t)) }
            @if ticket.state != State::Serving {
                (step("cancellation", &Button::new(v.t("public-give-back")).flat()))
            }
        }))
    }
}

/// What can be done instead of waiting for somebody.
fn instead(f: Frame<'_>, t: &Mine, once: &str) -> Markup {
    let (v, all) = (f.v, t.instead.instead());
    let action = format!("{}/instead", ticket_path(f.station, t.id));
    let who = t.hall.person(t.instead.stand_in).map_or("", |p| p.official.name.as_str());
    let button = |way: &Instead| {
        let label = v.ta(&format!("promises-instead-{}", way.name()), &[("who", who.into())]);
        let token = format!("{once}-{}", way.name());
        f.press(&action, &token, &[("way", way.name())], &Button::new(label).secondary())
    };
    let booked = another_time(f, t);
    html! {
        @if !all.is_empty() || booked.is_some() {
            (page::actions(html! { @for way in &all { (button(way)) } @if let Some(to) = booked { (to) } }))
        }
    }
}

/// Whoever waits for somebody who is away can have a time of another day. Their ticket stays until they give it back.
fn another_time(f: Frame<'_>, t: &Mine) -> Option<Button> {
    let held = t.kept.ticket.state == State::Held && !t.past;
    let books = t.line().is_some_and(|line| line.books);
    let (matter, _) = t.matters.first().filter(|_| held && books)?;
    let label = f.v.t("promises-instead-booked");
    Some(Button::new(label).secondary().icon("calendar").href(appointments_path(f.station, matter)))
}

/// 和您说过的时间: each time that they were told, and what became of it.
fn promised(f: Frame<'_>, t: &Mine) -> Markup {
    let (v, when) = (f.v, f.when());
    let row = |p: &Promise| {
        let (shape, words) = promised::became(v, &when, t, p);
        page::Row::new(promised::said(v, &when, t, p)).icon("clock").status(shape, &words)
    };
    html! {
        @if !t.promises.is_empty() {
            (page::section("said", &v.t("promises-told-you"), None, page::rows(t.promises.iter().map(row))))
        }
    }
}

/// Into one's calendar, or to another time.
fn appointment(f: Frame<'_>, t: &Mine) -> Markup {
    let v = f.v;
    let into = format!("{}/calendar.ics", ticket_path(f.station, t.id));
    html! {
        (Button::new(v.t("booked-to-calendar")).secondary().icon("calendar-plus").href(into))
        @if let Some((matter, _)) = t.matters.first() {
            @let other = format!("{}?moving={}", appointments_path(f.station, matter), t.id);
            (Button::new(v.t("booked-move")).secondary().icon("clock").href(other))
        }
    }
}

/// Half an hour or an hour later, as long as tickets are served then.
fn put_off(f: Frame<'_>, t: &Mine, once: &str) -> Markup {
    let v = f.v;
    let all = later(t, v.now(), &f.station.zone);
    let action = format!("{}/deferral", ticket_path(f.station, t.id));
    let button = |minutes: i64| {
        let label = v.ta("public-later", &[("time", f.when().length(minutes).into())]);
        let token = format!("{once}-{minutes}");
        f.press(&action, &token, &[("minutes", &minutes.to_string())], &Button::new(label).secondary())
    };
    html! { @if !all.is_empty() { div class="later" { @for minutes in all { (button(minutes)) } } } }
}

/// After it is over: the matter, to draw anew.
fn again(f: Frame<'_>, t: &Mine) -> Markup {
    let (v, state) = (f.v, t.kept.ticket.state);
    if let Some(next) = t.next {
        let to = Button::new(v.t("booked-see-next")).icon("ticket").href(ticket_path(f.station, next));
        return page::actions(html! { (to) });
    }
    if let Some(visit) = t.village_visit {
        let to = Button::new(v.t("village-see")).icon("map-pin").href(visit_path(f.station, visit));
        return page::actions(html! { (to) });
    }
    let label = v.t(if state == State::Done { "public-more" } else { "public-again" });
    let to = match t.matters.first() {
        Some((matter, _)) if state != State::Done => matter_path(f.station, matter),
        _ => f.station.path("/errands"),
    };
    page::actions(html! { (Button::new(label).icon("ticket").href(to)) })
}

/// Whoever lives where an official goes can be met there.
fn villages(f: Frame<'_>, t: &Mine) -> Markup {
    let waits = matches!(t.kept.ticket.state, State::Waiting | State::Booked | State::Deferred | State::Held);
    let doable = t.matters.iter().any(|(m, _)| m.draft.ways.village);
    let path = format!("{}/village", ticket_path(f.station, t.id));
    html! { @if waits && doable && !t.past { p class="sec" { (page::pill(&f.v.t("village-of-ticket"), &path)) } } }
}

fn bring(f: Frame<'_>, t: &Mine) -> Markup {
    let v = f.v;
    let all = papers::needed(v, t.matters.iter().flat_map(|(_, papers)| papers));
    let Some((first, _)) = t.matters.first().filter(|_| !all.is_empty()) else { return html! {} };
    let title = v.ta("public-bring", &[("n", all.len().into())]);
    let (more, path) = (v.t("public-look-again"), matter_path(f.station, first));
    page::section("bring", &title, Some((&more, &path)), html! { p { (all.join(&v.t("public-and"))) } })
}
