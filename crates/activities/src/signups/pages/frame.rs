//! What the public pages of the group share.
use kernel::page::{self, Button, Dock, Page};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::OccurrenceId;

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

    /// A page that leads back to the time that it is about.
    pub fn page(&self, title: impl Into<String>, (called, id): (&str, OccurrenceId)) -> Page<'a> {
        Page::new(self.v, title)
            .place(self.station.place(self.v))
            .back(called, occurrence_path(self.station, id))
            .dock(Dock::Elsewhere)
    }

    /// For those who would rather talk to somebody.
    pub fn ask_a_person(&self) -> Markup {
        let dialled = |phone: &str| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
        html! {
            @if let Some(phone) = &self.station.phone {
                p class="sec note" { (self.v.t("signup-ask-why")) " " a href={ "tel:" (dialled(phone)) } { (phone) } }
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

/// Where everybody reads about a time.
pub fn occurrence_path(station: &Station, id: OccurrenceId) -> String {
    station.path(&format!("/occurrences/{id}"))
}
