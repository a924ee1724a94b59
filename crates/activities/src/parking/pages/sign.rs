//! The sign at the gate, 1920x1080: where to go, how many bays are free, where next. Nothing moves but what changed.
use kernel::page::{HtmlPage, Page, status};
use maud::{Markup, html};

use super::parts;
use crate::fairday::Frame;
use crate::parking::answers::Ground;
use crate::parking::assets::url;
use crate::parking::reads::Now;
use crate::parking::rules::{Class, Lot, Shown, shown};
use crate::parking::says;

/// How often a browser without our script asks again, in seconds.
const REFRESH: u32 = 15;

pub fn sign(f: Frame<'_>, n: &Now) -> HtmlPage {
    let v = f.v;
    let head = html! {
        header class="hh" {
            h1 { (f.station.name(v)) " · " (v.t("parking-title")) }
            @if let Some(ground) = &n.ground { p { (ground.fair.title()) } }
        }
    };
    let page = Page::new(v, v.t("parking-title")).place(f.station.place(v)).screen().hero(head);
    let page = page.sheet_at(url("parking-sign.css")).follow(f.station.path("/parking/live"), n.seen).refresh(REFRESH);
    page.body(match &n.ground {
        Some(ground) => board(f, ground),
        None => nothing(&v.t("parking-none-planned"), ""),
    })
}

fn nothing(words: &str, under: &str) -> Markup {
    html! { section class="to none" { h2 { (words) } p class="at" { (under) } } }
}

fn board(f: Frame<'_>, ground: &Ground) -> Markup {
    let (v, when) = (f.v, f.when());
    let guide = ground.guide(Class::Car, v.now());
    let named = |n: Option<usize>| n.and_then(|n| ground.lots.get(n));
    let (here, then) = (named(guide.here), named(guide.then));
    let is_open = ground.lots.iter().any(|lot| lot.is_open(v.now()));
    html! {
        @match here {
            Some(lot) => (to(f, lot)),
            None if is_open => (nothing(&v.t("parking-all-full"), "")),
            None => (closed(f, ground)),
        }
        ul class="all" {
            @for lot in &ground.lots {
                @if let Some((_, kind, words)) = parts::stands(v, &when, lot, Class::Car) {
                    li { b { (says::name(v, &lot.name)) } (status(kind, &words)) }
                }
            }
        }
        div class="then" {
            @if let Some(next) = then { p { (v.t("parking-sign-then")) " " b { (says::name(v, &next.name)) } } }
            @if let Some(by) = here.and_then(|lot| says::leave_by(v, &when, lot)) { p { (by) } }
        }
    }
}

/// 请往 镇政府院子, and the figure as large as the screen allows; a figure that nobody knows is not shown as one.
fn to(f: Frame<'_>, lot: &Lot) -> Markup {
    let (v, when) = (f.v, f.when());
    let shown = shown(v.now(), lot, Class::Car);
    html! {
        section class="to" {
            p { (v.t("parking-sign-go")) }
            h2 { (says::name(v, &lot.name)) }
            @match &shown {
                Some(Shown::Free { free, .. }) => p class="fig" { b { (free) } (v.t("parking-free-now")) },
                Some(other) => p class="fig" { (says::stands(v, &when, lot, other).1) },
                None => {}
            }
            @if let Some(at) = shown.as_ref().and_then(|s| says::counted_at(v, &when, s)) { p class="at" { (at) } }
        }
    }
}

fn closed(f: Frame<'_>, ground: &Ground) -> Markup {
    let v = f.v;
    let (day, lunar) = parts::day_with_lunar(v, f.station, ground.fair.occurrence.starts_at);
    let words = match ground.window() {
        Some((opens, _)) if v.now() < opens => v.ta("parking-opens", &[("at", f.when().time(opens).into())]),
        Some((_, closes)) if v.now() >= closes => v.t("parking-over"),
        Some(_) => v.t("parking-all-closed"),
        None => v.t("parking-no-lots"),
    };
    nothing(&words, &format!("{day}{lunar}"))
}
