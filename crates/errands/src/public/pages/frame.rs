//! What all public pages of the slice share.
use axum::http::StatusCode;
use kernel::page::{self, Button, Dock, Page, icon, query_value};
use kernel::refusal::Said;
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::TicketId;
use crate::rules::Matter;

/// Who reads, and at which station.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub v: &'a View,
    pub station: &'a Station,
}

/// Why the last thing that was tried did not work.
pub type Refused<'a> = Option<(&'a Said, StatusCode)>;

impl<'a> Frame<'a> {
    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }

    /// A page that leads back to all matters.
    pub fn page(&self, title: impl Into<String>) -> Page<'a> {
        Page::new(self.v, title)
            .place(self.station.place(self.v))
            .back(self.v.t("public-title"), self.station.path("/errands"))
            .dock(Dock::Elsewhere)
    }

    /// The search for a matter: the question above its field, what was typed kept.
    pub fn search(&self, asked: &str) -> Markup {
        let v = self.v;
        let action = self.station.path("/errands");
        html! {
            form class="card sec" method="get" action=(action) role="search" {
                div class="row" {
                    span class="ico" { (icon("search")) }
                    span {
                        label for="what" { b { (v.t("public-what")) } }
                        span class="chips" {
                            input id="what" type="search" name="q" value=(asked) maxlength="60" aria-describedby="what-how";
                        }
                        span class="note" id="what-how" { (v.t("public-what-hint")) }
                    }
                    (Button::new(v.t("public-find")).small(true))
                }
            }
        }
    }

    /// For those who would rather talk to somebody.
    pub fn ask_a_person(&self) -> Markup {
        html! {
            @if let Some(phone) = &self.station.phone {
                p class="sec note" { (self.v.t("public-ask-why")) " " a href=(page::tel(phone)) { (self.v.t("public-ask-call")) } }
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

pub fn matter_path(station: &Station, matter: &Matter) -> String {
    station.path(&format!("/matters/{}", query_value(&matter.draft.slug)))
}

/// Where a matter is booked.
pub fn appointments_path(station: &Station, matter: &Matter) -> String {
    format!("{}/appointments", matter_path(station, matter))
}

pub fn ticket_path(station: &Station, id: TicketId) -> String {
    station.path(&format!("/tickets/{id}"))
}
