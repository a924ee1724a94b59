//! What all pages of the slice share.
use kernel::page::{self, Page};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::{NoticeId, PhotoId};

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

    /// A page that leads back to all notices.
    pub fn page(&self, title: impl Into<String>) -> Page<'a> {
        self.shell(title).back(self.v.t("bulletin-title"), self.station.path("/notices"))
    }

    /// For those who would rather talk to somebody.
    pub fn ask_a_person(&self, why: &str) -> Markup {
        html! {
            p class="sec note" {
                (why)
                @match &self.station.phone {
                    Some(phone) => { " " a href=(page::tel(phone)) { (phone) } }
                    None => { " " (self.station.address) }
                }
            }
        }
    }
}

/// Where everybody reads a notice.
pub fn notice_path(station: &Station, id: NoticeId) -> String {
    station.path(&format!("/notices/{id}"))
}

/// Where everybody sees a photo of it.
pub fn photo_path(station: &Station, id: NoticeId, photo: PhotoId) -> String {
    station.path(&format!("/notices/{id}/photos/{photo}"))
}

/// Where staff see one.
pub fn desk_photo_path(station: &Station, id: NoticeId, photo: PhotoId) -> String {
    station.path(&format!("/desk/notices/{id}/photos/{photo}"))
}

/// Where staff work on a notice.
pub fn desk_path(station: &Station, id: NoticeId) -> String {
    station.path(&format!("/desk/notices/{id}"))
}
