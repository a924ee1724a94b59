//! What all public pages of the slice share.
use kernel::page::{self, Dock, Page};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

/// Who reads, and at which station.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub v: &'a View,
    pub station: &'a Station,
}

impl<'a> Frame<'a> {
    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }

    pub fn shell(&self, title: impl Into<String>) -> Page<'a> {
        Page::new(self.v, title).place(self.station.place(self.v)).dock(Dock::Elsewhere)
    }

    /// A page that leads back to what was said and answered.
    pub fn page(&self, title: impl Into<String>) -> Page<'a> {
        self.shell(title).back(self.v.t("opinions-title"), self.station.path("/opinions"))
    }

    /// For those who would rather talk to somebody.
    pub fn ask_a_person(&self) -> Markup {
        html! {
            @if let Some(phone) = &self.station.phone {
                p class="sec note" { (self.v.t("opinions-ask-why")) " " a href=(page::tel(phone)) { (phone) } }
            }
        }
    }
}
