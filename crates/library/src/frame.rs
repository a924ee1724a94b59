//! What all pages of the slice share: who reads and where, the addresses, and what kinds, shelves and states are called.
use kernel::page::{self, Button, Page};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::TitleId;
use crate::rules::{Kind, Shelf, Title};

/// The key of the tab under which all pages of the desk stand.
pub const TAB: &str = "library-desk-tab";

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
        Page::new(self.v, title).place(self.station.place(self.v))
    }

    /// A page that leads back to the search.
    pub fn page(&self, title: impl Into<String>) -> Page<'a> {
        self.shell(title).back(self.v.t("library-title"), library_path(self.station))
    }

    /// For those who would rather talk to somebody.
    pub fn ask_a_person(&self) -> Markup {
        html! {
            p class="sec note" {
                (self.v.t("library-ask-why"))
                @match &self.station.phone {
                    Some(phone) => { " " a href=(page::tel(phone)) { (phone) } }
                    None => { " " (self.station.address) }
                }
            }
        }
    }

    /// A button that is a whole form: what it is told, hidden, and the token that makes two taps one.
    pub fn press(&self, action: &str, once: &str, hidden: &[(&str, &str)], button: &Button) -> Markup {
        html! {
            form method="post" action=(action) {
                (page::once(once))
                @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
                (button)
            }
        }
    }
}

/// Where everybody looks for something.
pub fn library_path(station: &Station) -> String {
    station.path("/library")
}

/// Where everybody reads about a title.
pub fn title_path(station: &Station, id: TitleId) -> String {
    station.path(&format!("/library/titles/{id}"))
}

/// Where its cover is served.
pub fn cover_path(station: &Station, id: TitleId) -> String {
    station.path(&format!("/library/titles/{id}/cover"))
}

/// What the code on a piece leads to.
pub fn copy_path(station: &Station, barcode: &str) -> String {
    station.path(&format!("/library/copies/{barcode}"))
}

/// What the code on a shelf leads to.
pub fn shelf_path(station: &Station, code: &str) -> String {
    station.path(&format!("/library/shelves/{code}"))
}

/// Where staff work on a title.
pub fn desk_title_path(station: &Station, id: TitleId) -> String {
    station.path(&format!("/desk/library/titles/{id}"))
}

/// 图书
pub fn kind(v: &View, kind: Kind) -> String {
    v.t(match kind {
        Kind::Book => "library-kind-book",
        Kind::PictureBook => "library-kind-picture-book",
        Kind::Magazine => "library-kind-magazine",
        Kind::Media => "library-kind-media",
        Kind::Thing => "library-kind-thing",
    })
}

/// A 架 · 文学
pub fn shelf<'s>(v: &View, shelf: &'s Shelf) -> &'s str {
    v.pick(&shelf.name_zh, &shelf.name_en)
}

/// 《长安的荔枝》: as one speaks of it among other words.
pub fn called(v: &View, title: &Title) -> String {
    v.ta("library-called", &[("title", title.title.as_str().into())])
}

/// 马伯庸 · 湖南文艺出版社 · 2022
pub fn by_line(title: &Title) -> String {
    let year = title.year.map(|year| year.to_string()).unwrap_or_default();
    let parts = [title.authors.as_str(), title.publisher.as_str(), year.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
