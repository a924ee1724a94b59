//! The bars around a page: above it, below it, and the switches in them.
use maud::{Markup, html};

use super::icons::icon;
use super::local::query_value;
use crate::view::View;
use crate::words::Lang;

/// The station that a page belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    pub name: String,
    /// The path of its home page: `/s/sanhe`.
    pub home: String,
    pub phone: Option<String>,
}

/// The bar at the bottom and which of its places this page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dock {
    Home,
    Mine,
    /// Neither of its places.
    Elsewhere,
    /// No bar.
    None,
}

/// Who works here and the pages of their desk.
#[derive(Debug, Clone, Default)]
pub struct StaffBar {
    pub name: String,
    pub place: String,
    /// Groups of pages; each leads to its first.
    pub groups: Vec<Tab>,
    /// The pages of the group that this one belongs to.
    pub pages: Vec<Tab>,
}

#[derive(Debug, Clone, Default)]
pub struct Tab {
    pub label: String,
    pub href: String,
    pub current: bool,
}

impl Tab {
    pub fn new(label: impl Into<String>, href: impl Into<String>, current: bool) -> Tab {
        Tab { label: label.into(), href: href.into(), current }
    }
}

/// Where somebody finds what they have booked, taken and asked for.
pub const MINE: &str = "/me";

pub(super) fn top(v: &View, title: &str, back: Option<&(String, String)>) -> Markup {
    html! {
        header class="top" {
            div class="wrap" {
                @if let Some((label, href)) = back { a class="tbtn" href=(href) { (icon("chevron-left")) (label) } }
                h1 { (title) }
                (care_switch(v, "tbtn"))
            }
        }
    }
}

pub(super) fn staff_top(v: &View, bar: &StaffBar) -> Markup {
    html! {
        header class="top" {
            div class="wrap" {
                p class="who" { b { (bar.name) } span { (bar.place) } }
                @if !bar.groups.is_empty() { (super::tables::tabs(&v.t("page-desk-nav"), "true", &bar.groups)) }
                (care_switch(v, "tbtn"))
            }
        }
    }
}

/// The pages of the group and the title of this one, below the bar with the groups.
pub(super) fn staff_head(v: &View, title: &str, bar: &StaffBar, back: Option<&(String, String)>) -> Markup {
    html! {
        @if bar.pages.len() > 1 { (super::tables::tabs(&v.t("page-desk-pages"), "page", &bar.pages)) }
        div class="head" {
            @if let Some((label, href)) = back { a class="tbtn" href=(href) { (icon("chevron-left")) (label) } }
            h1 { (title) }
        }
    }
}

pub(super) fn dock(v: &View, which: Dock, place: &Place) -> Markup {
    let current = |dock| (which == dock).then_some("page");
    html! {
        nav class="dock" aria-label=(v.t("page-nav")) {
            ul {
                li { a href=(place.home) aria-current=[current(Dock::Home)] { (icon("home")) (v.t("page-home")) } }
                li { a href=(MINE) aria-current=[current(Dock::Mine)] { (icon("user")) (v.t("page-mine")) } }
                @if let Some(phone) = &place.phone {
                    li { a class="call" href=(tel(phone)) { (icon("phone")) (v.t("page-call")) } }
                }
            }
        }
    }
}

/// `tel:` with what is not dialled taken out (RFC 3966, 3).
pub fn tel(phone: &str) -> String {
    let dialled: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{dialled}")
}

/// 大字 or 正常: leads back to the same page.
pub(super) fn care_switch(v: &View, class: &str) -> Markup {
    let (on, key) = if v.care { (0, "switch-normal") } else { (1, "switch-care") };
    html! {
        a class=(class) href={ "/look?care=" (on) "&then=" (query_value(&v.here)) } rel="nofollow" {
            (icon("text-size")) (v.t(key))
        }
    }
}

/// The other language, named in itself.
pub(super) fn lang_switch(v: &View) -> Markup {
    let other = if v.lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let name = if other == Lang::En { "English" } else { "中文" };
    html! {
        a href={ "/look?lang=" (other.tag()) "&then=" (query_value(&v.here)) } rel="nofollow" lang=(other.tag()) { (name) }
    }
}
