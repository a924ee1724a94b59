//! The machine in the hall: one field that a scanner types into. What is lent comes back, what stands there goes out.
use axum::http::StatusCode;
use jiff::civil::Date;
use kernel::page::{Button, HtmlPage, Receipt, Tone, actions, notice, once, refused};
use kernel::refusal::Said;
use maud::{Markup, html};

use crate::frame::{self, Frame};
use crate::public::assets;
use crate::public::kiosk::kiosk_path;
use crate::rules::{Shelf, Title};

/// Somebody who walks away leaves the machine to the next after this time, in seconds: their card is forgotten.
const LEFT_ALONE: u32 = 60;

/// What has just been done, or what is asked for now.
pub enum Shows<'a> {
    Start,
    /// A card was scanned before anything else.
    Known,
    /// The piece waits for a card.
    AsksCard {
        title: &'a Title,
    },
    Lent {
        title: &'a Title,
        due_on: Date,
    },
    Back {
        title: &'a Title,
        shelf: Option<&'a Shelf>,
        days_late: i64,
        kept: bool,
    },
    /// The same piece twice: a scanner that reads twice must not undo what was done.
    Same {
        title: &'a Title,
        lent: bool,
    },
}

/// What the machine shows, and what its form brings along.
pub struct Machine<'a> {
    pub shows: Shows<'a>,
    /// The card that was scanned, until they are done.
    pub card: &'a str,
    /// The barcode of the piece that waits for a card.
    pub wants: &'a str,
    /// The barcode of the piece that was dealt with last.
    pub last: &'a str,
    pub once: &'a str,
    pub refused: Option<&'a (StatusCode, Said)>,
}

pub fn machine(f: Frame<'_>, m: &Machine<'_>) -> HtmlPage {
    let v = f.v;
    let title = v.t("library-machine");
    let (leave, done) = (Button::new(v.t("library-machine-leave")), Button::new(v.t("library-machine-done")));
    let page = f.shell(&title).screen().script(assets::script());
    let page = match m.is_start() {
        true => page,
        false => page.leave(LEFT_ALONE, &kiosk_path(f.station)),
    };
    page.status(m.refused.map_or(StatusCode::OK, |(status, _)| *status)).body(html! {
        h1 { (title) }
        @if !m.is_start() { i data-leave=(LEFT_ALONE) data-to=(kiosk_path(f.station)) hidden {} }
        @if let Some((_, said)) = m.refused { (refused(v, said)) }
        (said(f, m))
        (form(f, m))
        (actions(html! {
            @if m.is_start() { (leave.flat().icon("chevron-left").href(f.station.path("/kiosk"))) }
            @else { (done.secondary().huge().icon("check").href(kiosk_path(f.station))) }
        }))
        p class="sec note" { (v.t("library-machine-help")) }
    })
}

impl Machine<'_> {
    fn is_start(&self) -> bool {
        matches!(self.shows, Shows::Start) && self.refused.is_none() && self.card.is_empty()
    }
}

fn said(f: Frame<'_>, m: &Machine<'_>) -> Markup {
    let v = f.v;
    match &m.shows {
        Shows::Start => html! {},
        Shows::Known => notice(Tone::Ok, &v.t("library-machine-known"), html! { p { (v.t("library-machine-next")) } }),
        Shows::AsksCard { title } => {
            notice(Tone::Lamp, &frame::called(v, title), html! { p { (v.t("library-machine-asks")) } })
        }
        Shows::Lent { title, due_on } => {
            let when = f.when();
            let until = v.t("library-machine-until");
            html! {
                (Receipt::new(until, when.date_in_full(*due_on), frame::called(v, title))
                    .below(html! { p { (v.t("library-machine-next")) } }))
            }
        }
        Shows::Back { title, shelf, days_late, kept } => {
            let place = shelf.map(|shelf| frame::shelf(v, shelf).to_owned()).unwrap_or_default();
            let to = if *kept { v.t("library-machine-to-staff") } else { place };
            let label = v.t(if *kept { "library-machine-kept" } else { "library-machine-back-to" });
            html! {
                (Receipt::new(label, to, frame::called(v, title)).below(html! {
                    p { (v.t(if *days_late > 0 { "library-machine-late" } else { "library-machine-thanks" })) }
                }))
            }
        }
        Shows::Same { title, lent } => {
            let (what, button) = match lent {
                true => ("library-machine-just-lent", "library-machine-give-back"),
                false => ("library-machine-just-back", "library-machine-lend"),
            };
            notice(
                Tone::Lamp,
                &frame::called(v, title),
                html! {
                    p { (v.t(what)) }
                    form method="post" action=(kiosk_path(f.station)) {
                        (hidden(m, &format!("{}-again", m.once)))
                        input type="hidden" name="code" value=(m.last);
                        input type="hidden" name="again" value="1";
                        (Button::new(v.t(button)).small(true))
                    }
                },
            )
        }
    }
}

/// What goes along with every scan.
fn hidden(m: &Machine<'_>, token: &str) -> Markup {
    html! {
        (once(token))
        @for (name, value) in [("card", m.card), ("wants", m.wants), ("last", m.last)] {
            @if !value.is_empty() { input type="hidden" name=(name) value=(value); }
        }
    }
}

/// A scanner types what it reads and presses Enter; the field is where it types.
fn form(f: Frame<'_>, m: &Machine<'_>) -> Markup {
    let v = f.v;
    let label = if m.wants.is_empty() { "library-machine-scan" } else { "library-machine-scan-card" };
    html! {
        form class="sec" method="post" action=(kiosk_path(f.station)) {
            (hidden(m, m.once))
            div class="fld" {
                label for="f-code" { (v.t(label)) }
                p class="note" id="h-code" { (v.t("library-machine-typed")) }
                input id="f-code" name="code" type="text" value="" autofocus required maxlength="300" autocomplete="off"
                    autocapitalize="off" spellcheck="false" aria-describedby="h-code";
            }
            (actions(html! { (Button::new(v.t("library-machine-go")).huge().icon("check")) }))
        }
    }
}

/// What whoever opens the address elsewhere reads.
pub fn shut(f: Frame<'_>) -> HtmlPage {
    let v = f.v;
    f.page(v.t("library-machine")).status(StatusCode::FORBIDDEN).body(html! {
        (notice(Tone::Lamp, &v.t("library-machine-shut"), html! { p { (v.t("library-machine-shut-how")) } }))
        (actions(html! {
            (Button::new(v.t("library-title")).icon("books").href(frame::library_path(f.station)))
            (Button::new(v.t("page-home")).secondary().icon("home").href(f.station.home()))
        }))
    })
}
