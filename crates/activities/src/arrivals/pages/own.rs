//! What whoever comes sees of themselves: that they are here, and how it was.
use axum::http::StatusCode;
use kernel::page::{self, Answer, Button, Dock, HtmlPage, Kind, Page, Row, Tone, actions, notice};
use kernel::refusal::Said;
use maud::html;

use crate::arrivals::rules::Mood;
use crate::frame::Frame;
use crate::signups::reads::{Mine, Offer};
use crate::signups::rules::State;
use crate::signups::{says, signup_path};

/// What the code at the door leads to: whoever is signed in finds themselves.
pub fn here(f: Frame<'_>, offer: &Offer) -> HtmlPage {
    let (v, known) = (f.v, &offer.known);
    let children = offer.children.iter().filter_map(|of| Some((of.child.nickname.clone(), of.signup.as_ref()?)));
    let others = offer.others.iter().map(|seen| {
        let called = seen.signup.band.map_or_else(|| v.t("signup-me"), |band| says::child_of(v, band));
        (called, seen)
    });
    let theirs: Vec<Row> = children
        .chain(others)
        .filter(|(_, seen)| seen.state == State::In)
        .map(|(called, seen)| {
            let (kind, words) = match seen.signup.came {
                0 => (Kind::Away, v.t("arrival-here")),
                _ => (Kind::Ok, v.t("arrival-is-here")),
            };
            let path = signup_path(f.station, seen.signup.id);
            Row::new(called).icon("user").status(kind, &words).leads_to(format!("{path}/arrival"))
        })
        .collect();
    f.page_of_time(v.t("arrival-at-the-door"), (known.title(), known.occurrence.id)).body(html! {
        (Answer::new(Kind::Ok, v.t("arrival-at-the-door"), known.title()).under(says::whole_day(&f.when(), known)))
        @if theirs.is_empty() { (notice(Tone::Lamp, &v.t("arrival-not-found"), html! { p { (v.t("arrival-not-found-how")) } })) }
        @else { (page::rows(theirs)) }
        (f.ask_a_person())
    })
}

/// A page of somebody's own at the door, and why the last press did nothing.
fn own<'a>(f: Frame<'a>, mine: &Mine, title: &str, refused: Option<&Said>) -> Page<'a> {
    let page = f.page_of_time(f.v.t(title), (mine.known.title(), mine.known.occurrence.id)).dock(Dock::Mine);
    if refused.is_some() { page.status(StatusCode::CONFLICT) } else { page }
}

/// "I am here."
pub fn arrival(f: Frame<'_>, mine: &Mine, refused: Option<&Said>) -> HtmlPage {
    let v = f.v;
    let path = signup_path(f.station, mine.seen.signup.id);
    let here = mine.seen.signup.came > 0;
    let (kind, words) = if here { (Kind::Ok, v.t("arrival-is-here")) } else { says::state(v, mine.seen.state) };
    own(f, mine, "arrival-here", refused).body(html! {
        @if let Some(said) = refused { (page::refused(v, said)) }
        (Answer::new(kind, words, mine.known.title()).under(says::whole_day(&f.when(), &mine.known)))
        @if !here && mine.seen.state == State::In {
            form method="post" action={ (path) "/arrival" } { (actions(html! { (Button::new(v.t("arrival-here")).huge().icon("door")) })) }
        }
        (f.ask_a_person())
    })
}

/// How it was, asked once.
pub fn mood(f: Frame<'_>, mine: &Mine, refused: Option<&Said>) -> HtmlPage {
    let v = f.v;
    let path = signup_path(f.station, mine.seen.signup.id);
    let asked = mine.seen.signup.came > 0 && !mine.seen.signup.mood_said && v.now() >= mine.known.occurrence.ends_at;
    own(f, mine, "arrival-how-was-it", refused).body(html! {
        @if let Some(said) = refused { (page::refused(v, said)) }
        (Answer::new(Kind::Ok, v.t("arrival-how-was-it"), mine.known.title()).under(v.t("arrival-mood-how")))
        @if asked {
            form method="post" action={ (path) "/mood" } {
                div class="acts" {
                    @for mood in Mood::ALL { (Button::new(v.t(&format!("arrival-mood-{}", mood.name()))).secondary().named("mood", mood.name())) }
                }
            }
        } @else if mine.seen.signup.mood_said { p class="sec" { (v.t("arrival-mood-thanks")) } }
    })
}
