//! What all pages of the slice share.
use kernel::page::{self, Dock, Page};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::WishId;

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

    /// A page that leads back to all wishes.
    pub fn page(&self, title: impl Into<String>) -> Page<'a> {
        self.shell(title).back(self.v.t("wishes-public-title"), wishes_path(self.station))
    }

    /// For those who would rather talk to somebody.
    pub fn ask_a_person(&self) -> Markup {
        html! {
            p class="sec note" {
                (self.v.t("wishes-public-ask-why")) " "
                @match &self.station.phone {
                    Some(phone) => a href=(page::tel(phone)) { (phone) },
                    None => (self.station.address),
                }
            }
        }
    }
}

/// Where everybody looks at wishes.
pub fn wishes_path(station: &Station) -> String {
    station.path("/wishes")
}

/// Where everybody looks at one.
pub fn wish_path(station: &Station, id: WishId) -> String {
    station.path(&format!("/wishes/{id}"))
}

/// Where staff work on one.
pub fn desk_path(station: &Station, id: WishId) -> String {
    station.path(&format!("/desk/wishes/{id}"))
}
