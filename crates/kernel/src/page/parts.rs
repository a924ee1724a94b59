//! The small parts that pages share.
use maud::{Markup, html};

use super::icons::icon;
use crate::view::View;

/// How things stand: a shape and a colour that go with the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// In, free, open: a solid disc.
    Ok,
    /// Away for a while, or short of one: half a disc.
    Away,
    /// Closed, full, on leave: a ring.
    Shut,
    /// Stopped, out of order: a square.
    Stop,
}

impl Kind {
    pub(super) fn class(self) -> &'static str {
        match self {
            Kind::Ok => "",
            Kind::Away => " away",
            Kind::Shut => " shut",
            Kind::Stop => " stop",
        }
    }
}

/// A status word: shape, word and colour.
pub fn status(kind: Kind, words: &str) -> Markup {
    html! { span class={ "st" (kind.class()) } { (words) } }
}

/// A part of a page under a heading, with a link at its right (label, address) when there is more.
pub fn section(id: &str, title: &str, more: Option<(&str, &str)>, body: Markup) -> Markup {
    html! {
        section class="sec" aria-labelledby=(id) {
            header {
                h2 id=(id) { (title) }
                @if let Some((label, href)) = more { a href=(href) { (label) } }
            }
            (body)
        }
    }
}

pub fn card(body: Markup) -> Markup {
    html! { div class="card pad" { (body) } }
}

/// Buttons under one another, with room between.
pub fn actions(buttons: Markup) -> Markup {
    html! { div class="acts" { (buttons) } }
}

/// The mood of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It worked.
    Ok,
    /// Worth knowing.
    Lamp,
    /// It did not work.
    Stop,
}

/// Something that the page says before everything else: read out at once when it is bad news, in time when it is good.
pub fn notice(tone: Tone, title: &str, body: Markup) -> Markup {
    let (class, name, role) = match tone {
        Tone::Ok => ("tip good", "circle-check", "status"),
        Tone::Lamp => ("tip", "info-circle", "status"),
        Tone::Stop => ("tip bad", "alert-triangle", "alert"),
    };
    html! { div class=(class) role=(role) { (icon(name)) div { b { (title) } (body) } } }
}

/// Nothing is here yet, and what to do about it (label, address).
pub fn empty(icon_name: &str, words: &str, action: Option<(&str, &str)>) -> Markup {
    html! {
        div class="card none" {
            (icon(icon_name))
            p { (words) }
            @if let Some((label, href)) = action { a class="pill" href=(href) { (label) } }
        }
    }
}

/// What is known of one thing: names at the left, values at the right.
pub fn facts<'f>(pairs: impl IntoIterator<Item = (&'f str, Markup)>) -> Markup {
    html! { dl class="card kv" { @for (name, value) in pairs { div { dt { (name) } dd { (value) } } } } }
}

/// A part that stays true while the page is open. Elements inside it that have an id are replaced one by one by what
/// `url` sends, as events of a stream or, asked with `?once`, as one answer.
pub fn live(url: &str, body: Markup) -> Markup {
    html! { div data-live=(url) aria-live="polite" { (body) } }
}

/// What is being chosen and the button that does it; stays in sight. The script keeps the first line up to date with
/// the form's `data-sum`; give this to `Page::bar` or put it at the end of the form.
pub fn buy_bar(line: &str, small: &str, button: Markup) -> Markup {
    html! {
        div class="buy" role="region" aria-labelledby="sum" {
            div class="wrap" {
                p { b id="sum" aria-live="polite" { (line) } span { (small) } }
                (button)
            }
        }
    }
}

/// A button that reads the element `of` aloud; the script shows it where the phone can speak.
pub fn read_aloud(v: &View, of: &str) -> Markup {
    html! {
        button type="button" class="pill" data-say=(of) hidden aria-pressed="false" {
            (icon("volume")) (v.t("page-read-aloud"))
        }
    }
}
