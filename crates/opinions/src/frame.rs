//! What the pages of the slice share.
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
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

/// A photo of an opinion, for whoever may see it and for nothing in between.
pub fn photo(jpeg: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("image/jpeg")),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    (headers, jpeg).into_response()
}
