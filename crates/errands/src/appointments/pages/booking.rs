//! A day and a time: the nearest first, one tap books it.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, HtmlPage, Tone};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::times;
use crate::appointments::reads::{Calendar, Moving};
use crate::booked::rules::Slot;
use crate::public::api::shapes::written;
use crate::public::pages::{Frame, appointments_path, matter_path, ticket_path};
use crate::says::{at, name};

/// What the page is made of beside what is free.
pub struct Booking<'a> {
    pub cal: &'a Calendar,
    /// What was typed.
    pub phone: &'a str,
    pub problems: &'a Problems,
    /// Why the last try did not work, what works, and the status that goes with it.
    pub refused: Option<(&'a Said, &'a [Slot], StatusCode)>,
    /// Nobody is signed in: a number may be left for reminders.
    pub ask_phone: bool,
    pub once: &'a str,
}

/// The form that the buttons of a refusal send too.
const FORM: &str = "booking";

pub fn page(f: Frame<'_>, b: &Booking<'_>) -> HtmlPage {
    let (v, m) = (f.v, &b.cal.matter);
    let what = name(v, &m.draft.name);
    let fields = Fields::new(v, b.problems);
    let status = b.refused.map_or_else(|| b.problems.status(), |(.., status)| status);
    // What for stands beside it, as the way back: two long names have no room on a small phone.
    let page = f.page(v.t("booked-book")).status(status);
    let page = match b.cal.moving {
        Some(moving) => page.back(v.t("public-ticket"), ticket_path(f.station, moving.id)),
        None => page.back(what, matter_path(f.station, m)),
    };
    page.describe(&v.ta("booked-describe", &[("what", what.into())])).body(html! {
        @if let Some((said, works, _)) = b.refused { (refused(f, b, said, works)) }
        (fields.summary())
        @if let Some(moving) = b.cal.moving { (moving_from(f, moving)) }
        @if b.cal.days.is_empty() { (nothing(f, b, "booked-none-here")) } @else {
            (times::days(v, &f.when(), b.cal, |d| to(f, b, &d.on.to_string())))
            @match b.cal.first_free() {
                Some(_) => (form(f, b, &fields)),
                None => (nothing(f, b, "booked-nothing-at-all")),
            }
        }
        (f.ask_a_person())
    })
}

fn to(f: Frame<'_>, b: &Booking<'_>, on: &str) -> String {
    let moving = b.cal.moving.map(|m| format!("&moving={}", m.id)).unwrap_or_default();
    format!("{}?on={on}{moving}", appointments_path(f.station, &b.cal.matter))
}

fn form(f: Frame<'_>, b: &Booking<'_>, fields: &Fields<'_>) -> Markup {
    let v = f.v;
    let action = match b.cal.moving {
        Some(moving) => format!("{}/time", ticket_path(f.station, moving.id)),
        None => f.station.path("/appointments"),
    };
    let free = b.cal.day().is_some_and(|d| d.free().next().is_some());
    let phone =
        Field::new("phone", v.t("booked-phone")).value(b.phone).hint(v.t("booked-phone-hint")).longest(30).optional();
    html! {
        form id=(FORM) method="post" action=(action) {
            (page::once(b.once))
            input type="hidden" name="matter" value=(b.cal.matter.draft.slug);
            (times::buttons((v, f.station), b.cal))
            @if !free { (page::empty("calendar-off", &v.t("booked-nothing"), None)) }
            @if b.ask_phone && b.cal.moving.is_none() {
                details class="sec" open[!b.problems.none()] { summary { (v.t("booked-phone-open")) } (fields.tel_field(phone)) }
            }
        }
        p class="sec note" { (v.t("booked-how")) }
    }
}

/// Why it did not work, and times that do: one tap books one of them.
fn refused(f: Frame<'_>, b: &Booking<'_>, said: &Said, works: &[Slot]) -> Markup {
    let (v, when) = (f.v, f.when());
    let pill = |(n, slot): (usize, &Slot)| {
        let label = times::said(&when, &b.cal.hall, slot);
        let button = Button::new(label).small(n == 0).form(FORM).named("from", written(f.station, slot.span.from));
        html! { li { (button) } }
    };
    page::notice(
        Tone::Stop,
        &said.what,
        html! {
            @if !works.is_empty() {
                p { (v.t("page-works-instead")) }
                ul class="chips" { @for one in works.iter().enumerate() { (pill(one)) } }
            }
            @if !said.next.is_empty() {
                ul class="chips" { @for next in &said.next { li { (page::pill(&next.label, &next.href)) } } }
            }
        },
    )
}

fn moving_from(f: Frame<'_>, moving: Moving) -> Markup {
    let v = f.v;
    let now = v.ta("booked-moving", &[("at", at(&f.when(), moving.from).into())]);
    let keep = page::pill(&v.t("booked-keep"), &ticket_path(f.station, moving.id));
    page::notice(Tone::Lamp, &now, html! { p { (keep) } })
}

fn nothing(f: Frame<'_>, b: &Booking<'_>, key: &str) -> Markup {
    let v = f.v;
    page::empty("calendar-off", &v.t(key), Some((&v.t("booked-draw-instead"), &matter_path(f.station, &b.cal.matter))))
}
