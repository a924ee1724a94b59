//! What all public pages of the slice share.
use kernel::page::{Dock, Page};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::{OccurrenceId, SeriesId};

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

    /// A page that leads back to all that is on.
    pub fn page(&self, title: impl Into<String>) -> Page<'a> {
        self.shell(title).back(self.v.t("activities-title"), self.station.path("/activities"))
    }

    pub fn shell(&self, title: impl Into<String>) -> Page<'a> {
        Page::new(self.v, title).place(self.station.place(self.v)).dock(Dock::Elsewhere)
    }

    /// For those who would rather talk to somebody.
    pub fn ask_a_person(&self) -> Markup {
        html! {
            @if let Some(phone) = &self.station.phone {
                p class="sec note" { (self.v.t("activities-ask-why")) " " a href={ "tel:" (phone) } { (self.v.t("activities-ask-call")) } }
            }
        }
    }
}

pub fn activity_path(station: &Station, id: SeriesId) -> String {
    station.path(&format!("/activities/{id}"))
}

pub fn occurrence_path(station: &Station, id: OccurrenceId) -> String {
    station.path(&format!("/occurrences/{id}"))
}
