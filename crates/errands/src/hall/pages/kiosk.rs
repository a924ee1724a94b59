//! 取号机, a tall screen that is touched: draw a number, or say that one is here. One question to a page, large keys, every
//! key a link or a button of a form, so that it works without a script.
use kernel::fault::Fault;
use kernel::page::{Button, HtmlPage, Page, icon, once};
use maud::{Markup, html};
use stations::Leaf;

use super::slip::Slip;
use super::{Frame, parts};
use crate::hall::assets::url;
use crate::rules::{Number, Priority};

/// Somebody who walks away leaves the machine to the next after this time, in seconds.
pub const LEFT_ALONE: u32 = 60;
/// What was drawn stands so long.
pub const DRAWN_STANDS: u32 = 20;

/// One thing to come for.
pub struct Key {
    /// What the form is told.
    pub value: String,
    pub letter: char,
    /// 民政
    pub name: String,
    /// 高龄补贴、低保、救助
    pub matters: String,
    pub waiting: usize,
    /// Why no number can be drawn for it now: 今天没人在，周一再来
    pub shut: Option<String>,
}

pub struct Start {
    pub lunar: Option<String>,
    pub keys: Vec<Key>,
    /// This page's own path: what it says of lines is asked anew after a while.
    pub path: String,
    /// Where the page after it is: asks who goes first.
    pub then: String,
    /// Where somebody with a number says that they are here.
    pub here: String,
    /// Where somebody who was served says how it was.
    pub rate: String,
    /// What other slices let people do at the machine, and where.
    pub more: Vec<(Leaf, String)>,
}

pub struct Ask {
    /// What was chosen.
    pub value: String,
    pub name: String,
    /// Where a number is drawn.
    pub draw: String,
    pub once: String,
    /// The first page.
    pub back: String,
}

/// Somebody types a number, for whatever it is asked.
pub struct Here {
    /// What for: the title, and the key that sends it.
    pub title: String,
    pub send: String,
    /// What has been typed so far: A, A0, A01.
    pub typed: String,
    /// The letters of today's lines.
    pub letters: Vec<char>,
    /// This page's own path, without a query.
    pub path: String,
    /// Where it is sent.
    pub to: String,
    pub once: String,
    /// Why the number that was sent cannot be: 没有这个号
    pub wrong: Option<String>,
    pub back: String,
}

/// A page of the machine, which leads on to `then` when nobody touches it for `seconds`.
fn kiosk<'a>(f: Frame<'a>, title: String, lunar: Option<&str>, seconds: u32, then: &str) -> Page<'a> {
    let left = html! { i data-leave=(seconds) data-to=(then) hidden {} };
    let page = f.screen(title, "kiosk.css").hero(parts::head(f, lunar, left));
    page.script(url("hall.js")).leave(seconds, then)
}

/// One of its pages that has no calendar in its head.
pub fn page<'a>(f: Frame<'a>, title: String, seconds: u32, then: &str) -> Page<'a> {
    kiosk(f, title, None, seconds, then)
}

pub fn back(f: Frame<'_>, href: &str) -> Markup {
    html! { a class="back" href=(href) { (icon("chevron-left")) (f.v.t("hall-kiosk-back")) } }
}

/// The first page: what one comes for.
pub fn start(f: Frame<'_>, k: &Start) -> HtmlPage {
    let v = f.v;
    kiosk(f, v.t("hall-kiosk"), k.lunar.as_deref(), LEFT_ALONE, &k.path).body(html! {
        h2 class="ask" { (v.t("hall-kiosk-what")) }
        form class="keys" method="get" action=(k.then) { @for key in &k.keys { (line(f, key)) } }
        div class="keys pair" {
            a class="here" href=(k.here) { (icon("map-pin")) span { b { (v.t("hall-kiosk-have")) } (v.t("hall-kiosk-here")) } }
            a class="here" href=(k.rate) { (icon("message")) span { b { (v.t("hall-kiosk-rate")) } (v.t("hall-kiosk-rate-how")) } }
        }
        @for (leaf, href) in &k.more {
            a class="here" href=(href) {
                (icon(leaf.icon)) span { b { (v.t(leaf.key)) } (v.t(leaf.note)) }
            }
        }
        p class="help" { (v.t("hall-kiosk-help")) }
    })
}

fn line(f: Frame<'_>, key: &Key) -> Markup {
    html! {
        button class="key" name="line" value=(key.value) disabled[key.shut.is_some()] {
            b class="n" { (key.letter) }
            span { b { (key.name) } (key.matters) }
            @match &key.shut {
                Some(why) => em { (why) },
                None => em { (f.v.ta("hall-kiosk-waiting", &[("n", key.waiting.into())])) },
            }
        }
    }
}

/// Who goes first is asked once, plainly; most people press the large key at the end.
pub fn ask(f: Frame<'_>, k: &Ask) -> HtmlPage {
    let v = f.v;
    let asked = [
        (Priority::Elderly, "hall-first-elderly", "old"),
        (Priority::Disabled, "hall-first-disabled", "wheelchair"),
        (Priority::Pregnant, "hall-first-pregnant", "woman"),
        (Priority::Veteran, "hall-first-veteran", "medal"),
    ];
    kiosk(f, k.name.clone(), None, LEFT_ALONE, &k.back).body(html! {
        (back(f, &k.back))
        p class="chosen" { (k.name) }
        h2 class="ask" { (v.t("hall-first")) }
        form class="keys pair" method="post" action=(k.draw) {
            (once(&k.once))
            input type="hidden" name="line" value=(k.value);
            @for (priority, words, picture) in asked {
                button class="key first" name="priority" value=(priority.name()) { (icon(picture)) b { (v.t(words)) } }
            }
            button class="key most" name="priority" value=(Priority::None.name()) {
                b { (v.t("hall-first-none")) } span { (v.t("hall-draw")) }
            }
        }
        p class="help" { (v.t("hall-first-why")) }
    })
}

/// A number is typed: each key is a link to this page with one more character.
pub fn here(f: Frame<'_>, k: &Here) -> HtmlPage {
    let v = f.v;
    let with = |c: char| format!("{}?n={}{c}", k.path, k.typed);
    let without = {
        let mut rest = k.typed.chars();
        rest.next_back();
        format!("{}?n={}", k.path, rest.as_str())
    };
    let letters = k.typed.is_empty();
    kiosk(f, k.title.clone(), None, LEFT_ALONE, &k.back).body(html! {
        (back(f, &k.back))
        h2 class="ask" { (v.t(if letters { "hall-here-letter" } else { "hall-here-digits" })) }
        p class="typed" role="status" {
            @if letters { span { (v.t("hall-here-like")) } } @else { b class="n" { (k.typed) } }
        }
        @if let Some(wrong) = &k.wrong { p class="wrong" role="alert" { (wrong) } }
        @if letters {
            nav class="digits" { @for c in &k.letters { a class="n" href=(with(*c)) { (c) } } }
        } @else {
            nav class="digits" {
                @for c in "1234567890".chars() { a class=(if c == '0' { "n zero" } else { "n" }) href=(with(c)) { (c) } }
                a class="del" href=(without) { (icon("arrow-left")) (v.t("hall-here-delete")) }
            }
            form method="post" action=(k.to) {
                (once(&k.once))
                input type="hidden" name="number" value=(k.typed);
                button class="key most" { b { (k.send) } }
            }
        }
    })
}

/// What was drawn, while the slip is printed.
pub fn drawn(f: Frame<'_>, s: &Slip, back: &str) -> Result<HtmlPage, Fault> {
    let (v, when) = (f.v, f.when());
    let code = stations::qr_picture(&s.address, &v.t("hall-slip-qr"))?;
    let page = kiosk(f, s.number.to_string(), None, DRAWN_STANDS, back);
    Ok(page.body(html! {
        section class="drawn" {
            p { (v.t("hall-kiosk-yours")) }
            p class="num" { (parts::number(s.number)) }
            p class="what" { (s.matter) }
            p class="ahead" { (v.ta("hall-ahead", &[("n", s.ahead.into())])) }
            @if let Some((from, until)) = s.about {
                p { (v.ta("hall-about", &[("times", when.times(from, until).into())])) }
            }
        }
        div class="scan" { (code) (parts::scan(v)) }
        p class="help" { (v.t("hall-kiosk-slip")) }
        (Button::new(v.t("hall-kiosk-done")).huge().href(back))
    }))
}

/// Somebody who has said that they are here.
pub fn arrived(f: Frame<'_>, number: Number, ahead: usize, back: &str) -> HtmlPage {
    let v = f.v;
    kiosk(f, number.to_string(), None, DRAWN_STANDS, back).body(html! {
        section class="drawn" {
            p { (v.t("hall-here-noted")) }
            p class="num" { (parts::number(number)) }
            p class="ahead" { (v.ta("hall-ahead", &[("n", ahead.into())])) }
        }
        p class="help" { (v.t("hall-here-wait")) }
        (Button::new(v.t("hall-kiosk-done")).huge().href(back))
    })
}
