//! The page on which one lines up: what for, which starts would do, and one button.
use jiff::Timestamp;
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Field, Fields, HtmlPage, Kind};
use maud::{Markup, html};

use crate::public::forms::{ReservationForm, written};
use crate::public::pages::{Frame, choices};
use crate::public::reads::Look;
use crate::public::reserve::at_path;
use crate::rules::Span;
use crate::says;
use crate::waiting::forms::WaitForm;

/// What the page is made of.
pub struct Asking<'a> {
    pub look: &'a Look,
    /// The start that is wanted most.
    pub at: Timestamp,
    pub form: &'a WaitForm,
    pub problems: &'a Problems,
    pub status: axum::http::StatusCode,
    pub once: &'a str,
}

pub fn ask(f: Frame<'_>, a: &Asking<'_>) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let fields = Fields::new(v, a.problems);
    let slug = &a.look.offering().slug;
    let back = at_path(f.station, slug, a.at);
    let wanted = Span::of_minutes(a.at, a.look.day.minutes);
    let title = wanted.map_or_else(String::new, |s| says::span(&when, &s));
    let name = says::name(v, &a.look.offering().name);
    let answer = Answer::new(Kind::Away, v.t("waiting-is-full"), format!("{title} {name}")).under(v.t("waiting-how"));
    f.page(v.t("waiting-line-up")).back(v.t("venues-back"), back).status(a.status).body(html! {
        (fields.summary())
        (answer)
        form method="post" action=(f.station.path("/waits")) {
            (page::once(a.once))
            input type="hidden" name="offering" value=(slug);
            (starts(f, a, &fields))
            (choices::lengths(f, a.look, a.look.day.minutes))
            (choices::group(f, a.look, &ReservationForm { group: a.form.group.clone(), ..Default::default() }, &fields))
            (page::actions(html! { (Button::new(v.t("waiting-line-up-now")).huge().icon("users")) }))
        }
        (f.ask_a_person())
    })
}

/// From when to when a start would do: the starts of the day, the wanted one chosen in both.
fn starts(f: Frame<'_>, a: &Asking<'_>, fields: &Fields<'_>) -> Markup {
    let (v, when, zone) = (f.v, f.when(), &f.station.zone);
    let mut all: Vec<Timestamp> = a.look.cards.iter().map(|c| c.slot.span.from).filter(|at| *at > when.now).collect();
    all.push(a.at);
    all.sort_unstable();
    all.dedup();
    let options: Vec<(String, String)> = all.iter().map(|at| (written(*at, zone), when.time(*at))).collect();
    let chosen = |typed: &str| if typed.is_empty() { written(a.at, zone) } else { typed.to_owned() };
    let (from, last) = (chosen(&a.form.from), chosen(&a.form.last));
    let list = || options.iter().map(|(value, words)| (value.as_str(), words.as_str()));
    html! {
        (fields.select(Field::new("from", v.t("waiting-from")).value(&from).hint(v.t("waiting-from-why")), list()))
        (fields.select(Field::new("last", v.t("waiting-last")).value(&last), list()))
    }
}
