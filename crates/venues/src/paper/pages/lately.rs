//! Beside the form: when the program was away, and what was kept as a note.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, actions, once, rows, section};
use maud::{Markup, html};

use super::rows::place_name;
use crate::desk::pages::Ctx;
use crate::paper::answers::{Lately, Noted, places};
use crate::paper::forms::OutageForm;
use crate::paper::rules::{Outage, Place};

pub fn outages(ctx: Ctx<'_>, lately: &Lately, form: &OutageForm, problems: &Problems) -> Markup {
    let v = ctx.v;
    let fields = Fields::new(v, problems);
    let day = |name: &'static str, key: &str, value| fields.date_field(Field::new(name, v.t(key)).value(value));
    let clock = |name: &'static str, key: &str, value| fields.time_field(Field::new(name, v.t(key)).value(value));
    let body = html! {
        p class="note" { (v.t("paper-outage-about")) }
        @if !lately.outages.is_empty() { ul class="card rows" { @for o in &lately.outages { li { (outage(ctx, o)) } } } }
        (fields.summary())
        form method="post" action=(ctx.path("/paper/outages")) {
            (once(&form.once))
            div class="two-up" {
                (day("from_on", "paper-outage-from-on", &form.from_on))
                (clock("from", "paper-outage-from-at", &form.from))
                (day("until_on", "paper-outage-until-on", &form.until_on))
                (clock("until", "paper-outage-until-at", &form.until))
            }
            (actions(html! { (Button::new(v.t("paper-outage-declare")).secondary()) }))
        }
    };
    section("outages", &v.t("paper-outages"), None, body)
}

fn outage(ctx: Ctx<'_>, outage: &Outage) -> Markup {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let span = outage.span;
    let said = format!("{} {}", when.date_in_full(when.date(span.from)), when.times(span.from, span.until));
    let path = ctx.path(&format!("/paper/outages/{}/revocation", outage.id));
    let take_back = v.t("paper-outage-take-back");
    html! {
        div class="row" {
            span { b { (said) } }
            form class="chips" method="post" action=(path) {
                (Button::new(take_back.clone()).small(false).about(format!("{take_back} {said}")))
            }
        }
    }
}

pub fn notes(ctx: Ctx<'_>, lately: &Lately) -> Markup {
    let all = places(&lately.catalogue);
    let body = html! { (rows(lately.notes.iter().map(|noted| note(ctx, lately, &all, noted)))) };
    html! { @if !lately.notes.is_empty() { (section("notes", &ctx.v.t("paper-notes"), None, body)) } }
}

fn note(ctx: Ctx<'_>, lately: &Lately, places: &[Place], noted: &Noted) -> Row {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let paper = &noted.note.paper;
    let slug = lately.catalogue.offering_by_id(noted.note.offering).map(|o| o.slug.as_str());
    let here = |p: &&Place| Some(p.offering.as_str()) == slug && p.atom.as_ref().map(|(id, _)| *id) == paper.place;
    let place = places.iter().find(here).map_or_else(String::new, |p| place_name(v, p));
    let came = v.t(if paper.came { "paper-note-came" } else { "paper-note-not-come" });
    let name = noted.name.clone().unwrap_or_else(|| v.t("venues-desk-no-name"));
    let times = when.times(paper.span.from, paper.span.until);
    let day = when.short_date(when.date(paper.span.from));
    Row::new(name).when(&day, &when.time(paper.span.from)).note(&[times, place, came].join(" · "))
}
