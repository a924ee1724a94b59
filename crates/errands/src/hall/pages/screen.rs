//! 大厅屏, 1920x1080: who is called where, who is next, who is in. Read from three metres; nothing moves but what changed.
use jiff::Timestamp;
use kernel::page::{HtmlPage, status};
use maud::{Markup, html};
use stations::OnToday;

use super::{Frame, parts};
use crate::hall::assets::{Voice, url};
use crate::hall::voice;
use crate::lounge::{Seats, says};
use crate::rules::{DeskId, Number, Shown};
use crate::says::shown;

/// So many calls stand below the last one.
const OTHERS: usize = 4;
/// So many numbers are told to be ready.
const NEXT: usize = 3;
/// So many officials fit.
const PEOPLE: usize = 6;
/// So many things that are on stand at the foot, and so many duty posts.
const ON: usize = 2;
const POSTS: usize = 2;
/// How often a browser without our script asks again, in seconds.
const REFRESH: u32 = 15;

/// A call that stands: who is to go where.
pub struct Call {
    /// The ticket and how often it was called: another call of the same ticket is said again.
    pub key: String,
    pub number: Number,
    pub desk: DeskId,
    pub at: Timestamp,
}

/// An official, and where they are.
pub struct Person {
    pub name: String,
    /// What they do: 高龄补贴 · 救助
    pub does: String,
    pub shown: Shown,
}

#[derive(Default)]
pub struct Screen {
    /// 农历五月初十
    pub lunar: Option<String>,
    /// The last first.
    pub calls: Vec<Call>,
    /// Who is called next, in order.
    pub next: Vec<Number>,
    pub waiting: usize,
    pub people: Vec<Person>,
    pub on: Vec<OnToday>,
    /// Who stands at which duty post.
    pub posts: Vec<OnToday>,
    pub lounge: Option<Seats>,
}

/// `news` tells the number of the station's last change; what is shown is as new as change `seen`.
pub fn page(f: Frame<'_>, voice: &Voice, s: &Screen, news: String, seen: i64) -> HtmlPage {
    let sound = parts::sound(f, voice.url(voice::CHIME));
    f.screen(f.v.t("hall-title"), "screen.css")
        .hero(parts::head(f, s.lunar.as_deref(), sound))
        .follow(news, seen)
        .refresh(REFRESH)
        .script(url("hall.js"))
        .body(html! {
            // What is renewed begins at the first of these that differs: the last call stays as long as it is the last.
            (now(f, voice, s))
            (others(f, voice, s))
            (next(f, s))
            @if !s.people.is_empty() { (people(f, &s.people)) }
            (foot(f, s))
        })
}

/// The card of a call: a long number or desk is set smaller, so that both stand on one line.
fn calling(c: &Call) -> &'static str {
    match c.number.to_string().chars().count() + c.desk.to_string().len() {
        ..=5 => "calling",
        6 => "calling c6",
        _ => "calling c7",
    }
}

/// The last call, as large as the screen allows.
fn now(f: Frame<'_>, voice: &Voice, s: &Screen) -> Markup {
    html! {
        section class="now" aria-labelledby="h-now" {
            h2 id="h-now" { (f.v.t("hall-now")) }
            @match s.calls.first() {
                Some(c) => {
                    p class=(calling(c)) role="status" data-call=(c.key) data-at=(c.at.as_millisecond())
                        data-pieces=(voice.call(c.number, c.desk)) {
                        (parts::number(c.number))
                        span class="to" { (f.v.t("hall-please-to")) }
                        (parts::desk(f.v, c.desk))
                    }
                }
                None => p class="calling idle" role="status" { (f.v.t("hall-nobody-called")) },
            }
        }
    }
}

fn others(f: Frame<'_>, voice: &Voice, s: &Screen) -> Markup {
    html! {
        ul class="others" aria-label=(f.v.t("hall-others")) {
            @for c in s.calls.iter().skip(1).take(OTHERS) {
                li data-call=(c.key) data-at=(c.at.as_millisecond()) data-pieces=(voice.call(c.number, c.desk)) {
                    (parts::number(c.number))
                    (parts::desk(f.v, c.desk))
                }
            }
        }
    }
}

fn next(f: Frame<'_>, s: &Screen) -> Markup {
    html! {
        div class="next" {
            @if !s.next.is_empty() {
                h3 { (f.v.t("hall-next")) }
                ol { @for number in s.next.iter().take(NEXT) { li { (parts::number(*number)) } } }
            }
            p { (f.v.ta("hall-waiting", &[("n", s.waiting.into())])) }
        }
    }
}

/// Whether there is a seat to wait in, who stands at a duty post, and what is on.
fn foot(f: Frame<'_>, s: &Screen) -> Markup {
    html! {
        footer class="whatson" {
            @if let Some(seats) = &s.lounge {
                p { b { (f.v.t("lounge-title")) } (says::seats(f.v, &f.when(), seats)) }
            }
            @for on in s.posts.iter().take(POSTS).chain(s.on.iter().take(ON)) { p { b { (on.when) } (on.what) } }
        }
    }
}

fn people(f: Frame<'_>, people: &[Person]) -> Markup {
    let when = f.when();
    html! {
        section class="ppl" aria-labelledby="h-ppl" {
            h2 id="h-ppl" { (f.v.t("hall-people")) }
            ul {
                @for p in people.iter().take(PEOPLE) {
                    @let (kind, words) = shown(f.v, &when, &p.shown);
                    li { p class="pn" { b { (p.name) } (p.does) } (status(kind, &words)) }
                }
            }
        }
    }
}
