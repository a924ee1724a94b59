//! What all pages of the counter share: who reads, the addresses, and how somebody is called.
use kernel::page::once;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::desk::reads::Person;
use crate::frame::Frame;

/// Who reads, and the token of the page's forms.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    pub f: Frame<'a>,
    pub manager: bool,
    pub once: &'a str,
}

impl<'a> Ctx<'a> {
    pub fn station(&self) -> &'a Station {
        self.f.station
    }

    /// Below the counter.
    pub fn path(&self, below: &str) -> String {
        self.f.station.path(&format!("/desk/library{below}"))
    }

    /// What the counter says: the rest of a key, since all begin alike.
    pub fn say(&self, key: &str) -> String {
        self.f.v.t(&format!("library-desk-{key}"))
    }

    /// With one value.
    pub fn say_with(&self, key: &str, (name, value): (&str, &str)) -> String {
        self.f.v.ta(&format!("library-desk-{key}"), &[(name, value.into())])
    }

    /// With a number.
    pub fn say_n(&self, key: &str, n: usize) -> String {
        self.f.v.ta(&format!("library-desk-{key}"), &[("n", n.into())])
    }

    pub fn when(&self) -> When {
        self.f.when()
    }

    /// With a day.
    pub fn say_on(&self, key: &str, day: jiff::civil::Date) -> String {
        self.say_with(key, ("day", &self.when().date_in_full(day)))
    }

    /// What somebody is called: by their name, else by their number, of which not all is shown.
    pub fn called(&self, person: &Person) -> String {
        match (&person.name, &person.phone) {
            (Some(name), _) => name.clone(),
            (None, Some(phone)) => phone.to_string(),
            (None, None) => self.say("somebody"),
        }
    }

    /// A form of one button at the counter, which its script takes in hand: what it is told, hidden.
    pub fn press(&self, hidden: &[(&str, &str)], button: Markup) -> Markup {
        html! {
            form method="post" action=(self.path("")) data-counts {
                (once(self.once))
                @for (name, value) in hidden.iter().filter(|(_, value)| !value.is_empty()) {
                    input type="hidden" name=(name) value=(value);
                }
                (button)
            }
        }
    }
}
