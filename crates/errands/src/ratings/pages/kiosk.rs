//! At the machine: five large keys after the number, and thanks.
use kernel::page::{Button, HtmlPage, once};
use maud::html;

use crate::hall::pages::{Frame, kiosk};
use crate::ratings::rules::Level;
use crate::ratings::says;
use crate::rules::Number;

pub struct Ask<'a> {
    pub number: Number,
    /// Where it is said.
    pub path: &'a str,
    pub once: &'a str,
    /// The first page of the machine.
    pub back: &'a str,
}

pub fn ask(f: Frame<'_>, k: &Ask<'_>) -> HtmlPage {
    let v = f.v;
    kiosk::page(f, v.t("ratings-title"), kiosk::LEFT_ALONE, k.back).body(html! {
        (kiosk::back(f, k.back))
        p class="chosen" { (k.number) }
        h2 class="ask" { (v.t("ratings-ask")) }
        form class="keys" method="post" action=(k.path) {
            (once(k.once))
            input type="hidden" name="number" value=(k.number);
            @for level in Level::ALL {
                button class="key level" name="level" value=(level.name()) { b { (says::level(v, level)) } }
            }
        }
        p class="help" { (v.t("ratings-kiosk-free")) }
    })
}

/// Thanks; whoever is not satisfied reads that somebody calls back.
pub fn thanks(f: Frame<'_>, (number, level): (Number, Level), back: &str) -> HtmlPage {
    let v = f.v;
    kiosk::page(f, v.t("ratings-title"), kiosk::DRAWN_STANDS, back).body(html! {
        section class="drawn" {
            p { (v.t("ratings-thanks")) }
            p class="what" { (number) " · " (says::level(v, level)) }
            @if level.is_low() { p class="ahead" { (v.t("ratings-kiosk-call-back")) } }
        }
        (Button::new(v.t("hall-kiosk-done")).huge().href(back))
    })
}
