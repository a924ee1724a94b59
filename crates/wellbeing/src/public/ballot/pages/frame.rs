//! What stands around a page of the ballot: on a phone the usual bars, in the hall nothing, and a way back that goes by itself.
use axum::http::StatusCode;
use jiff::civil::Date;
use kernel::page::{Button, Dock, HtmlPage, Page, Tone, actions, notice};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::public::ballot::assets;
use crate::public::ballot::way::Way;

/// Somebody who walks away leaves the screen to the next after this time, in seconds. Whoever reads slowly touches it meanwhile.
const LEFT_ALONE: u32 = 120;

/// Who reads, at which station, and on what.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub v: &'a View,
    pub station: &'a Station,
    pub way: Way,
}

impl<'a> Frame<'a> {
    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }

    /// 2026年7月11日
    pub fn day(&self, on: Date) -> String {
        self.when().date_in_full(on)
    }

    pub fn is_machine(&self) -> bool {
        self.way == Way::Machine
    }

    /// An address of the ballot, by the way that somebody came.
    pub fn path(&self, below: &str) -> String {
        format!("{}{below}", self.way.top(self.station))
    }

    /// The page with `title`; `first` is the ballot itself, from where one goes back to the page about the station.
    pub fn shell(&self, title: &str, first: bool) -> Page<'a> {
        let page = Page::new(self.v, title).place(self.station.place(self.v));
        match (self.way, first) {
            (Way::Machine, _) => page.screen().script(assets::script()).leave(LEFT_ALONE, &self.start()),
            (Way::Phone, true) => {
                page.back(self.v.t("stations-about"), self.station.path("/about")).dock(Dock::Elsewhere)
            }
            (Way::Phone, false) => page.back(self.v.t("ballot-title"), self.path("")).dock(Dock::Elsewhere),
        }
    }

    /// Where the screen in the hall begins.
    fn start(&self) -> String {
        self.station.path("/kiosk")
    }

    /// On the screen, which has no bars: the title, and how long it waits for somebody.
    pub fn head(&self, title: &str) -> Markup {
        html! {
            @if self.is_machine() {
                h1 { (title) }
                i data-leave=(LEFT_ALONE) data-to=(self.start()) hidden {}
            }
        }
    }

    /// On the screen: the way out.
    pub fn leave(&self) -> Markup {
        html! {
            @if self.is_machine() {
                (actions(html! { (Button::new(self.v.t("ballot-machine-leave")).flat().icon("chevron-left").href(self.start())) }))
            }
        }
    }
}

/// What whoever opens the machine's address elsewhere reads.
pub fn shut(f: Frame<'_>) -> HtmlPage {
    let v = f.v;
    f.shell(&v.t("ballot-title"), true).status(StatusCode::FORBIDDEN).body(html! {
        (notice(Tone::Lamp, &v.t("ballot-machine-shut"), html! { p { (v.t("ballot-machine-shut-how")) } }))
        (actions(html! {
            (Button::new(v.t("ballot-title")).icon("message-circle").href(Way::Phone.top(f.station)))
            (Button::new(v.t("page-home")).secondary().icon("home").href(f.station.home()))
        }))
    })
}
