//! Choosing a day and an hour.
use maud::{Markup, html};

use super::icons::glyph;
use super::parts::{Kind, status};

/// A day one may choose: what it is called, and below it its date or why it is not to be had.
#[derive(Debug, Clone, Default)]
pub struct Day {
    /// The value of the field, or the address when days are links.
    pub value: String,
    pub top: String,
    pub under: String,
    pub chosen: bool,
    pub shut: bool,
}

/// Days as part of the form: nothing is loaded when one is chosen.
pub fn day_radios(name: &str, legend: &str, days: &[Day]) -> Markup {
    html! {
        fieldset class="sec" {
            legend class="vh" { (legend) }
            div class="days" {
                @for d in days {
                    label class="dayc" {
                        input class="vh" type="radio" name=(name) value=(d.value) data-l=(d.top) checked[d.chosen]
                            disabled[d.shut];
                        b { (d.top) }
                        span { (d.under) }
                    }
                }
            }
        }
    }
}

/// Days as links, each to a page of its own; one that is shut is still to be looked at.
pub fn day_links(label: &str, days: &[Day]) -> Markup {
    html! {
        nav class="sec" aria-label=(label) {
            ul class="days" {
                @for d in days {
                    li { a class={ "dayc" @if d.shut { " off" } } href=(d.value) aria-current=[d.chosen.then_some("date")] {
                        b { (d.top) }
                        span { (d.under) }
                    } }
                }
            }
        }
    }
}

/// A time to come: when, how much is free, and in words.
#[derive(Debug, Clone, Default)]
pub struct Slot {
    pub value: String,
    pub time: String,
    /// A word that sets this one apart: 现在.
    pub tag: Option<String>,
    pub free: u16,
    pub of: u16,
    /// 空 2 张; 满了
    pub words: String,
    /// Something is free, but not for as long as was asked for.
    pub short: bool,
    pub chosen: bool,
}

/// More little tables than this would no longer be counted at a glance.
const MOST_GLYPHS: u16 = 4;

/// Times as cards, and behind them the way to more of them (label, address).
pub fn slots(name: &str, legend: &str, slots: &[Slot], more: Option<(&str, &str)>) -> Markup {
    html! {
        fieldset class="sec" {
            legend { (legend) }
            div class="slots" {
                @for s in slots {
                    label class="slot" {
                        input class="vh" type="radio" name=(name) value=(s.value) data-l=(s.time) checked[s.chosen]
                            disabled[s.free == 0];
                        b { (s.time) @if let Some(tag) = &s.tag { em { (tag) } } }
                        @if s.short { (status(Kind::Away, &s.words)) } @else { span class="fr" { (s.words) } }
                        @if !s.short && (2..=MOST_GLYPHS).contains(&s.of) { (glyphs(s)) }
                    }
                }
                @if let Some((label, href)) = more { a class="slot" href=(href) { (label) } }
            }
        }
    }
}

fn glyphs(s: &Slot) -> Markup {
    let name = |i: u16| if i < s.free { "seat-free" } else { "seat-taken" };
    html! { span class="tbs" aria-hidden="true" { @for i in 0..s.of { (glyph(name(i))) } } }
}
