//! A book comes in: first its number, then what is known of it.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Tone, actions, icon, notice, once, pill, pill_go, section};
use maud::{Markup, html};

use super::parts::{copies, may, must, titles_path};
use crate::catalogue::forms::{CopiesForm, TitleForm};
use crate::frame::{self, Frame};
use crate::rules::{Shelf, Title};

/// The first step: the number on the back.
pub struct Step<'a> {
    pub typed: &'a str,
    pub problems: &'a Problems,
    /// What was taken in last.
    pub done: Option<&'a Title>,
    /// There is a shelf for it.
    pub shelf: bool,
}

/// One field; a scanner or a camera may fill it in.
pub fn ask_isbn(f: Frame<'_>, s: &Step<'_>) -> Markup {
    let (v, path, fields) = (f.v, titles_path(f), Fields::new(f.v, s.problems));
    let isbn = Field::new("isbn", v.t("catalogue-isbn-first")).value(s.typed).hint(v.t("catalogue-isbn-first-hint"));
    html! {
        @if let Some(title) = s.done { (taken_in(f, title)) }
        (fields.summary())
        @if s.shelf {
            form action={ (path) "/new" } {
                (fields.text_field(isbn.longest(30).autocomplete("off")))
                div class="sec" data-bars="f-isbn" data-nothing=(v.t("catalogue-isbn-camera-nothing")) hidden {
                    label class="pill" for="f-bars" { (icon("qrcode")) (v.t("catalogue-isbn-camera")) }
                    input class="vh" id="f-bars" type="file" accept="image/*" capture="environment";
                    p class="note" role="status" {}
                }
                (actions(html! { (Button::new(v.t("catalogue-isbn-next"))) }))
            }
            p class="sec" { (pill(&v.t("catalogue-isbn-none"), &format!("{path}/new?plain=1"))) }
        } @else {
            (notice(Tone::Lamp, &v.t("catalogue-no-shelves"), html! {
                p { (pill_go(&v.t("catalogue-shelf-new"), &f.station.path("/desk/library/shelves"))) }
            }))
        }
    }
}

fn taken_in(f: Frame<'_>, title: &Title) -> Markup {
    let v = f.v;
    let labels = f.station.path(&format!("/desk/library/labels?title={}", title.id));
    let said = v.ta("catalogue-taken-in", &[("title", title.title.as_str().into())]);
    notice(
        Tone::Ok,
        &said,
        html! {
            p { (v.t("catalogue-taken-in-then")) }
            ul class="chips" {
                li { (pill(&v.t("catalogue-labels-these"), &labels)) }
                li { (pill(&v.t("catalogue-see-title"), &frame::desk_title_path(f.station, title.id))) }
            }
        },
    )
}

/// The second step: what is known, and where it belongs.
pub struct Intake<'a> {
    pub form: &'a TitleForm,
    pub problems: &'a Problems,
    pub shelves: &'a [Shelf],
    /// What was found: the key of its text, and of what to do.
    pub found: Option<(&'static str, Option<&'static str>)>,
    /// The station has this title: only copies are added.
    pub there: Option<&'a Title>,
}

pub fn intake(f: Frame<'_>, p: &Intake<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    html! {
        (fields.summary())
        @if let Some((what, then)) = p.found {
            (notice(Tone::Lamp, &v.t(what), html! { @if let Some(then) = then { p { (v.t(then)) } } }))
        }
        @match p.there {
            Some(title) => (add_copies(f, title, (&CopiesForm::of(p.form), &fields), p.shelves)),
            None => (whole(f, p, &fields)),
        }
    }
}

fn whole(f: Frame<'_>, p: &Intake<'_>, fields: &Fields<'_>) -> Markup {
    let (v, form) = (f.v, p.form);
    let filled = !form.publisher.is_empty() || !form.subtitle.is_empty();
    let odd = ["isbn", "subtitle", "publisher", "year", "class", "note"].iter().any(|n| p.problems.of(v, n).is_some());
    let cover = Field::new("cover", v.t("catalogue-field-cover")).hint(v.t("catalogue-field-cover-hint")).optional();
    html! {
        form method="post" action={ (titles_path(f)) "/new" } enctype="multipart/form-data" {
            (once(&form.once))
            (must(f, fields, form))
            (copies(f, fields, &CopiesForm::of(form), p.shelves))
            (fields.photo_field(cover, false))
            details class="sec" open[filled || odd] {
                summary { (v.t("catalogue-more-about")) }
                (may(f, fields, form))
            }
            (actions(html! { (Button::new(v.t("catalogue-take-in")).icon("check")) }))
        }
    }
}

/// Copies of a title that is there.
pub fn add_copies(
    f: Frame<'_>,
    title: &Title,
    (form, fields): (&CopiesForm, &Fields<'_>),
    shelves: &[Shelf],
) -> Markup {
    let v = f.v;
    let action = format!("{}/copies", frame::desk_title_path(f.station, title.id));
    section(
        "s-add",
        &frame::called(v, title),
        None,
        html! {
            form method="post" action=(action) {
                (once(&form.once))
                (copies(f, fields, form, shelves))
                (actions(html! { (Button::new(v.t("catalogue-copies-add-do")).icon("plus")) }))
            }
        },
    )
}
