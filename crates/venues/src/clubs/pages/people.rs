//! Who is in a club and who asks to be: for its leader.
use kernel::page::{self, Button, HtmlPage, Tone};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::who::below;
use crate::clubs::answers::Named;
use crate::clubs::reads::Led;
use crate::clubs::says::{self, club_path};
use crate::public::pages::Frame;
use axum::http::StatusCode;

pub fn people(f: Frame<'_>, led: &Led, refused: Option<(&Said, StatusCode)>) -> HtmlPage {
    let v = f.v;
    let club = &led.seen.club;
    let (members, asking): (Vec<&Named>, Vec<&Named>) = led.members.iter().partition(|m| m.member.is_in);
    let page = below(f, club, v.t("clubs-people")).status(refused.map_or(StatusCode::OK, |(_, status)| status));
    page.body(html! {
        @if let Some((said, _)) = refused { (page::refused(v, said)) }
        @if let Some(heir) = heir(led) { (waits_for(f, led, heir)) }
        @if !asking.is_empty() {
            (page::section("asking", &v.t("clubs-asking"), None, rows(asking.into_iter().map(|m| asks(f, led, m)))))
        }
        (page::section("members", &v.t("clubs-members"), None, rows(members.into_iter().map(|m| member(f, led, m)))))
        p class="note" { (v.t("clubs-names-note")) }
    })
}

fn heir(led: &Led) -> Option<&Named> {
    let heir = led.seen.club.heir?;
    led.members.iter().find(|m| m.member.person == heir && !m.member.is_child())
}

/// Somebody is asked to lead and has not answered.
fn waits_for(f: Frame<'_>, led: &Led, heir: &Named) -> Markup {
    let v = f.v;
    let path = club_path(f.station, led.seen.club.id);
    let words = v.ta("clubs-heir-waits", &[("name", says::member(v, heir).into())]);
    page::notice(
        Tone::Lamp,
        &words,
        html! { form method="post" action={ (path) "/successor/withdrawal" } { (Button::new(v.t("clubs-heir-back")).small(false)) } },
    )
}

fn path_of(f: Frame<'_>, led: &Led, m: &Named) -> String {
    format!("{}/members/{}", club_path(f.station, led.seen.club.id), m.member.id)
}

fn act(path: &str, act: &str, button: &Button) -> Markup {
    html! { form method="post" action={ (path) "/" (act) } { (button) } }
}

/// Names stand above what can be pressed: on a phone there is no room beside each other.
fn rows(entries: impl Iterator<Item = Markup>) -> Markup {
    html! { ul class="card rows" { @for entry in entries { li { (entry) } } } }
}

fn entry(name: &str, note: &str, acts: Markup) -> Markup {
    let first: String = name.chars().take(1).collect();
    html! {
        div class="row" {
            span class="av" aria-hidden="true" { (first) }
            div {
                b { (name) }
                @if !note.is_empty() { span class="note" { (note) } }
                (acts)
            }
        }
    }
}

fn asks(f: Frame<'_>, led: &Led, m: &Named) -> Markup {
    let v = f.v;
    let (name, path) = (says::member(v, m), path_of(f, led, m));
    let about = |key: &str| v.ta(key, &[("name", name.as_str().into())]);
    let yes = Button::new(v.t("clubs-yes")).small(true).about(about("clubs-yes-about"));
    let no = Button::new(v.t("clubs-no")).small(false).about(about("clubs-no-about"));
    let since = f.when().day(f.when().date(m.member.asked_at));
    let acts = html! { div class="chips" { (act(&path, "admission", &yes)) (act(&path, "removal", &no)) } };
    entry(&name, &v.ta("clubs-asked-on", &[("day", since.into())]), acts)
}

fn member(f: Frame<'_>, led: &Led, m: &Named) -> Markup {
    let v = f.v;
    let (name, path) = (says::member(v, m), path_of(f, led, m));
    if led.seen.club.leader == Some(m.member.person) && !m.member.is_child() {
        return entry(&name, &v.t("clubs-leads"), html! {});
    }
    let about = |key: &str| v.ta(key, &[("name", name.as_str().into())]);
    let hand = Button::new(v.t("clubs-hand-over")).small(false).about(about("clubs-hand-over-about"));
    let out = Button::new(v.t("clubs-out")).small(false).about(about("clubs-out-about"));
    let hands = !m.member.is_child() && led.seen.club.heir != Some(m.member.person);
    let acts = html! {
        div class="chips" {
            @if hands { (act(&path, "leadership", &hand)) }
            (act(&path, "removal", &out))
        }
    };
    entry(&name, "", acts)
}
