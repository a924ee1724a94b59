//! Full screens and slips. They are given what they show and ask nobody.
mod parts;
pub mod screen;
pub mod door;
pub mod kiosk;
pub mod slip;
mod samples;

use jiff::tz::TimeZone;
use kernel::page::{Page, Place};
use kernel::view::View;
use kernel::words::When;

pub use samples::samples;

use super::assets::url;

/// What every screen of a station stands in.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub v: &'a View,
    pub place: &'a Place,
    pub zone: &'a TimeZone,
}

impl<'a> Frame<'a> {
    fn when(self) -> When {
        self.v.when(self.zone)
    }

    /// A full screen with one of our style sheets.
    fn screen(self, title: String, sheet: &str) -> Page<'a> {
        Page::new(self.v, title).place(self.place.clone()).screen().font_at(url("num.woff2")).sheet_at(url(sheet))
    }
}
