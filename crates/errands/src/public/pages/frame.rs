//! What all public pages of the slice share.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Button, Dock, Field, Fields, Page, query_value};
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

    /// The search for a matter: the question above, what was typed kept.
    pub fn search(&self, asked: &str) -> Markup {
        let (v, fine) = (self.v, Problems::default());
        let field = Field::new("q", v.t("public-what")).value(asked).hint(v.t("public-what-hint")).longest(60);
        html! {
            form class="acts" method="get" action=(self.station.path("/errands")) role="search" {
                (Fields::new(v, &fine).search_field(field))
                (Button::new(v.t("public-find")).secondary().icon("search"))
            }
        }
    }

    /// For those who would rather talk to somebody.
    pub fn ask_a_person(&self) -> Markup {
        html! {
            @if let Some(phone) = &self.station.phone {
                p class="sec note" { (self.v.t("public-ask-why")) " " a href=(tel(phone)) { (self.v.t("public-ask-call")) } }
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

pub fn ticket_path(station: &Station, id: TicketId) -> String {
    station.path(&format!("/tickets/{id}"))
}

pub fn tel(phone: &str) -> String {
    let dialled: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{dialled}")
}
