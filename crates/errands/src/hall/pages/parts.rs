//! What the screens share: the head with its clock, and how a number is set.
use kernel::page::icon;
use kernel::view::View;
use maud::{Markup, html};

use super::Frame;
use crate::rules::{DeskId, Number};

/// The station's name, the day, and a clock that the script keeps: it starts at the server's time and goes on in the
/// station's zone, whatever the device believes.
pub(super) fn head(f: Frame<'_>, lunar: Option<&str>, at_end: Markup) -> Markup {
    let when = f.when();
    let zone = f.zone.to_offset(when.now).seconds();
    html! {
        header class="hh" {
            h1 { (f.place.name) }
            (at_end)
            p class="date" {
                (when.date_in_full(when.today())) " " (when.weekday(when.today()))
                @if let Some(lunar) = lunar { span { (lunar) } }
            }
            p class="clock" data-now=(when.now.as_millisecond()) data-zone=(zone) { (when.time(when.now)) }
        }
    }
}

/// The button that lets a browser make sound, which then plays `chime`; the script shows it where one is needed.
pub(super) fn sound(f: Frame<'_>, chime: &str) -> Markup {
    html! { button type="button" class="snd" data-sound=(chime) hidden { (icon("volume")) (f.v.t("hall-sound-on")) } }
}

/// A014, in the numerals of screens.
pub(super) fn number(n: Number) -> Markup {
    html! { b class="n" { (n) } }
}

/// 3 号窗
pub(super) fn desk(v: &View, desk: DeskId) -> Markup {
    html! { span class="w" { (v.t("hall-desk-before")) b class="n" { (desk) } (v.t("hall-desk-after")) } }
}

/// What the code on a slip is for; each half stays in one piece where lines break.
pub(super) fn scan(v: &View) -> Markup {
    html! { p { span { (v.t("hall-slip-scan")) } " " span { (v.t("hall-slip-follow")) } } }
}
