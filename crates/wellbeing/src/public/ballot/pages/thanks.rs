//! After an answer: thanks, and whether somebody told them what to say. Neither page knows what was answered, or by whom.
use kernel::form::Problems;
use kernel::page::{Button, Choice, Fields, HtmlPage, Tone, actions, notice, once, radio_cards, section};
use maud::{Markup, html};

use super::frame::Frame;
use crate::public::ballot::forms::TipForm;
use crate::rules::tips::ByWhom;
use crate::says;

/// `open`: answers, and so tips, are still taken.
pub fn thanks(f: Frame<'_>, (open, token): (bool, &str)) -> HtmlPage {
    let (v, title) = (f.v, f.v.t("ballot-title"));
    let (form, none) = (TipForm::default(), Problems::default());
    f.shell(&title, false).body(html! {
        (f.head(&title))
        (notice(Tone::Ok, &v.t("ballot-thanks"), html! {
            p { (v.t("ballot-thanks-how")) }
            p { (v.t("ballot-thanks-when")) }
        }))
        (onwards(f))
        @if open { (section("h-tip", &v.t("ballot-tip"), None, ask(f, &Fields::new(v, &none), &form, token))) }
    })
}

/// The way on: to the next person at the screen, to the station's home on a phone.
fn onwards(f: Frame<'_>) -> Markup {
    let v = f.v;
    html! {
        (actions(html! {
            @if f.is_machine() { (Button::new(v.t("ballot-machine-done")).secondary().huge().icon("check").href(f.station.path("/kiosk"))) }
            @else { (Button::new(v.t("page-home")).secondary().icon("home").href(f.station.home())) }
        }))
    }
}

pub struct TipPage<'a> {
    pub form: &'a TipForm,
    pub problems: &'a Problems,
    /// Tips are taken while answers are.
    pub open: bool,
    /// One was just taken.
    pub told: bool,
    pub once: &'a str,
}

/// The tip on a page of its own.
pub fn tip(f: Frame<'_>, p: &TipPage<'_>) -> HtmlPage {
    let (v, title) = (f.v, f.v.t("ballot-tip"));
    let fields = Fields::new(v, p.problems);
    f.shell(&title, false).status(p.problems.status()).body(html! {
        (f.head(&title))
        (fields.summary())
        @if p.told {
            (notice(Tone::Ok, &v.t("ballot-tip-thanks"), html! { p { (v.t("ballot-tip-then")) } }))
            (onwards(f))
        } @else if p.open {
            (ask(f, &fields, p.form, p.once))
            (f.leave())
        } @else {
            (notice(Tone::Lamp, &v.t("ballot-tip-shut"), html! {}))
            (f.leave())
        }
    })
}

fn ask(f: Frame<'_>, fields: &Fields<'_>, form: &TipForm, token: &str) -> Markup {
    let v = f.v;
    let choice = |by: ByWhom| Choice::new(by.word(), says::by_whom(v, by)).chosen(form.by == by.word());
    html! {
        p { (v.t("ballot-tip-what")) }
        form method="post" action=(f.path("/tip")) {
            (once(token))
            (radio_cards(fields, "by", &v.t("ballot-tip-by"), &ByWhom::ALL.map(choice)))
            (actions(html! { (Button::new(v.t("ballot-tip-send")).secondary().icon("message")) }))
        }
        p class="note" { (v.t("ballot-tip-how")) }
    }
}
