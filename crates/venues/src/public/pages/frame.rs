//! What all public pages of the slice share.
use kernel::page::{Dock, Page, tel};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::series::pages::Ctx;

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

    /// A page that leads back to the station's home page.
    pub fn page(&self, title: impl Into<String>) -> Page<'a> {
        Page::new(self.v, title)
            .place(self.station.place(self.v))
            .back(self.v.t("page-home"), self.station.home())
            .dock(Dock::Elsewhere)
    }

    /// The same for what series show.
    pub fn series(&self) -> Ctx<'a> {
        Ctx { v: self.v, station: self.station, staff: false, club: None }
    }

    /// For those who would rather talk to somebody.
    pub fn ask_a_person(&self) -> Markup {
        let v = self.v;
        html! {
            @if let Some(phone) = &self.station.phone {
                p class="sec note" { (v.t("venues-ask-why")) " " a href=(tel(phone)) { (v.t("venues-ask-call")) } }
            }
        }
    }
}
