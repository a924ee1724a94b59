//! One title: what is known of it, its cover, each of its copies.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Kind as Shape, Tone, actions, facts, notice, once, pill, section, status};
use maud::{Markup, html};

use super::intake::add_copies;
use super::parts::{may, must, shelf};
use crate::catalogue::forms::{CopiesForm, TitleForm};
use crate::catalogue::reads::Whole;
use crate::catalogue::says;
use crate::frame::{self, Frame};
use crate::rules::{Copy, Stands};

/// What was typed on the page, and what is wrong with it.
pub struct Typed<'a> {
    pub title: &'a TitleForm,
    pub copies: &'a CopiesForm,
    pub problems: &'a Problems,
    /// A fresh token for each other form of the page.
    pub once: &'a str,
    pub done: bool,
}

pub fn title(f: Frame<'_>, w: &Whole, t: &Typed<'_>) -> Markup {
    let (v, fields, one) = (f.v, Fields::new(f.v, t.problems), &w.found.title);
    let path = frame::desk_title_path(f.station, one.id);
    let labels = f.station.path(&format!("/desk/library/labels?title={}", one.id));
    let heading = v.t("catalogue-copies-add");
    // What is wrong with a field of it is not hidden.
    let odd = !t.problems.none() && t.problems.whole.is_none();
    html! {
        @if t.done { (notice(Tone::Ok, &v.t("catalogue-done"), html! {})) }
        (fields.summary())
        (known(f, w))
        (section("s-copies", &v.t("catalogue-copies"), Some((&v.t("catalogue-labels-these"), &labels)), html! {
            ul class="card rows" { @for copy in &w.copies { li { (copy_row(f, w, copy, t.once)) } } }
        }))
        details class="sec" open[w.copies.is_empty() || odd] {
            summary { (heading) }
            (add_copies(f, one, (t.copies, &fields), &w.shelves))
        }
        details class="sec" open[odd] {
            summary { (v.t("catalogue-change")) }
            form method="post" action=(path) {
                (once(&t.title.once))
                (must(f, &fields, t.title))
                (may(f, &fields, t.title))
                (actions(html! { (Button::new(v.t("catalogue-save")).icon("check")) }))
            }
        }
        (cover(f, w, &fields, t.once))
        p class="sec" { (pill(&v.t("catalogue-public"), &frame::title_path(f.station, one.id))) }
    }
}

fn known(f: Frame<'_>, w: &Whole) -> Markup {
    let (v, one) = (f.v, &w.found.title);
    let year = one.year.map(|year| year.to_string()).unwrap_or_default();
    let printed = [one.publisher.as_str(), year.as_str()].join(" ");
    let children = if one.for_children { v.t("catalogue-yes") } else { String::new() };
    let all = [
        ("catalogue-fact-isbn", one.isbn.clone().unwrap_or_default()),
        ("catalogue-fact-authors", one.authors.clone()),
        ("catalogue-fact-publisher", printed.trim().to_owned()),
        ("catalogue-fact-kind", frame::kind(v, one.kind)),
        ("catalogue-fact-class", one.class.clone()),
        ("catalogue-fact-children", children),
        ("catalogue-fact-note", one.note.clone()),
    ];
    let shown: Vec<(String, String)> =
        all.into_iter().filter(|(_, said)| !said.is_empty()).map(|(key, said)| (v.t(key), said)).collect();
    facts(shown.iter().map(|(name, said)| (name.as_str(), html! { (said) })))
}

/// A copy, and below it what can be changed.
fn copy_row(f: Frame<'_>, w: &Whole, copy: &Copy, token: &str) -> Markup {
    let v = f.v;
    let place = w.shelves.iter().find(|one| one.id == copy.shelf);
    let shelf_name = place.map(|one| frame::shelf(v, one)).unwrap_or_default();
    let code = place.map(|one| one.code.as_str()).unwrap_or_default();
    let shape = match copy.stands {
        Stands::Here => Shape::Ok,
        Stands::Repair | Stands::OnTheWay => Shape::Away,
        Stands::Missing => Shape::Stop,
        Stands::Gone => Shape::Shut,
    };
    let said = says::stands(v, copy.stands);
    html! {
        div class="row" {
            span {}
            span {
                b { (v.ta("catalogue-copy-n", &[("barcode", copy.barcode.as_str().into())])) }
                (status(shape, &said))
                span class="note" { (shelf_name) @if !copy.source.is_empty() { " · " (copy.source) } }
            }
        }
        // What is on its way is called back under transfers.
        @if copy.stands != Stands::OnTheWay {
            details {
                summary { (v.t("catalogue-copy-change")) span class="vh" { " " (copy.barcode) } }
                (change(f, w, (copy, code), token))
            }
        }
    }
}

fn change(f: Frame<'_>, w: &Whole, (copy, code): (&Copy, &str), token: &str) -> Markup {
    let (v, fine) = (f.v, Problems::default());
    let fields = Fields::new(v, &fine);
    let states = [Stands::Here, Stands::Missing, Stands::Repair, Stands::Gone].map(|s| (s.word(), says::stands(v, s)));
    let options = states.iter().map(|(word, said)| (*word, said.as_str()));
    // Each copy has a form of its own on the page: its fields need ids of their own.
    let of = |field: &str| format!("{field}-{}", copy.id);
    let (place, how) = (of("shelf"), of("stands"));
    let state = Field::new(&how, v.t("catalogue-field-stands")).value(copy.stands.word());
    html! {
        form method="post" action={ (f.station.path("/desk/library/copies/")) (copy.id) } {
            (once(&format!("{token}-{}", copy.id)))
            (shelf(f, &fields, (&place, code), &w.shelves))
            (fields.select(state, options))
            (actions(html! {
                (Button::new(v.t("catalogue-save")).secondary()
                    .about(format!("{} {}", v.t("catalogue-save"), copy.barcode)))
            }))
        }
    }
}

fn cover(f: Frame<'_>, w: &Whole, fields: &Fields<'_>, token: &str) -> Markup {
    let (v, one) = (f.v, &w.found.title);
    let alt = v.ta("catalogue-cover-of", &[("title", one.title.as_str().into())]);
    let photo = Field::new("cover", v.t("catalogue-field-cover")).hint(v.t("catalogue-field-cover-hint"));
    section(
        "s-cover",
        &v.t("catalogue-cover"),
        None,
        html! {
            @if w.found.has_cover {
                p { img src=(frame::cover_path(f.station, one.id)) alt=(alt) height="240" loading="lazy"; }
            }
            form method="post" enctype="multipart/form-data"
                action={ (frame::desk_title_path(f.station, one.id)) "/cover" } {
                (once(token))
                (fields.photo_field(photo, false))
                (actions(html! { (Button::new(v.t("catalogue-cover-add")).secondary()) }))
            }
        },
    )
}
