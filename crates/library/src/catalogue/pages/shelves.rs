//! The shelves: all of them with room for one more, one, and its poster.
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, HtmlPage, Row, Tone, actions, empty, notice, once, pill, rows, section};
use maud::{Markup, html};
use stations::poster_code;

use super::parts::most;
use crate::catalogue::forms::ShelfForm;
use crate::catalogue::rules::{MOST_SHELF_CODE, MOST_SHELF_NAME};
use crate::frame::{self, Frame};
use crate::rules::Shelf;

pub struct ShelfPage<'a> {
    pub form: &'a ShelfForm,
    pub problems: &'a Problems,
    pub done: bool,
}

fn path(f: Frame<'_>) -> String {
    f.station.path("/desk/library/shelves")
}

pub fn shelves(f: Frame<'_>, all: &[Shelf], p: &ShelfPage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let row = |one: &Shelf| {
        let row = Row::new(frame::shelf(v, one)).icon("books").note(&one.code);
        let row = if one.honesty { row.note(&v.t("catalogue-shelf-honesty")) } else { row };
        row.leads_to(format!("{}/{}", path(f), one.id))
    };
    let code = Field::new("code", v.t("catalogue-field-code")).hint(v.t("catalogue-field-code-hint"));
    html! {
        @if p.done { (notice(Tone::Ok, &v.t("catalogue-done"), html! {})) }
        (fields.summary())
        div class="sec" {
            @if all.is_empty() { (empty("books", &v.t("catalogue-shelf-none"), None)) }
            @else { (rows(all.iter().map(row))) }
        }
        (section("s-new", &v.t("catalogue-shelf-new"), None, html! {
            form method="post" action=(path(f)) {
                (once(&p.form.once))
                (fields.text_field(code.value(&p.form.code).longest(most(MOST_SHELF_CODE))))
                (names(f, &fields, p.form))
                (actions(html! { (Button::new(v.t("catalogue-shelf-add")).icon("plus")) }))
            }
        }))
    }
}

pub fn one_shelf(f: Frame<'_>, one: &Shelf, p: &ShelfPage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let own = format!("{}/{}", path(f), one.id);
    html! {
        (fields.summary())
        form method="post" action=(own) {
            (once(&p.form.once))
            (names(f, &fields, p.form))
            (actions(html! { (Button::new(v.t("catalogue-save")).icon("check")) }))
        }
        p class="sec" { (pill(&v.t("catalogue-shelf-poster"), &format!("{own}/poster"))) }
    }
}

fn names(f: Frame<'_>, fields: &Fields<'_>, form: &ShelfForm) -> Markup {
    let v = f.v;
    let field = |name: &'static str| Field::new(name, v.t(&format!("catalogue-field-{name}")));
    let longest = most(MOST_SHELF_NAME);
    html! {
        (fields.text_field(field("name_zh").value(&form.name_zh).longest(longest)))
        (fields.text_field(field("name_en").value(&form.name_en).longest(longest).optional()))
        (fields.number_field(field("place").value(&form.place).range(0, 999).optional()))
        (fields.checkbox(field("honesty").hint(v.t("catalogue-field-honesty-hint")), !form.honesty.is_empty()))
    }
}

/// On paper, for the shelf itself. `url` is where the code leads.
pub fn poster(f: Frame<'_>, one: &Shelf, url: &str) -> Result<HtmlPage, Fault> {
    let v = f.v;
    let how = if one.honesty { "catalogue-shelf-scan-honesty" } else { "catalogue-shelf-scan" };
    let body = html! {
        div class="poster" {
            h1 { (frame::shelf(v, one)) }
            (poster_code(v, url)?)
            p { b { (v.t(how)) } }
            p class="small" { (url) }
            p class="small" { (f.station.name(v)) " · " (one.code) }
        }
    };
    Ok(f.shell(frame::shelf(v, one)).print().body(body))
}
