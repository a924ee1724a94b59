//! What all public pages of the slice share.
use kernel::page::{self, Button, Dock, Page};
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

    pub fn shell(&self, title: impl Into<String>) -> Page<'a> {
        Page::new(self.v, title).place(self.station.place(self.v)).dock(Dock::Elsewhere)
    }

    /// A page that leads back to all that is on.
    pub fn page(&self, title: impl Into<String>) -> Page<'a> {
        self.shell(title).back(self.v.t("activities-title"), self.station.path("/activities"))
    }

    /// A page that leads back to the time that it is about.
    pub fn page_of_time(&self, title: impl Into<String>, (called, id): (&str, OccurrenceId)) -> Page<'a> {
        self.shell(title).back(called, occurrence_path(self.station, id))
    }

    /// For those who would rather talk to somebody.
    pub fn ask_a_person(&self) -> Markup {
        html! {
            @if let Some(phone) = &self.station.phone {
                p class="sec note" { (self.v.t("activities-ask-why")) " " a href=(page::tel(phone)) { (phone) } }
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

/// Where everybody reads about an activity.
pub fn activity_path(station: &Station, id: SeriesId) -> String {
    station.path(&format!("/activities/{id}"))
}

/// Where everybody reads about a time.
pub fn occurrence_path(station: &Station, id: OccurrenceId) -> String {
    station.path(&format!("/occurrences/{id}"))
}
