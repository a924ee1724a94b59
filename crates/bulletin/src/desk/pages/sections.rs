//! The sections, for managers: all of them with room for one more, and one.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, Tone, actions, notice as tip, once, rows, section};
use maud::{Markup, html};

use crate::desk::forms::SectionForm;
use crate::frame::Frame;
use crate::rules::Section;
use crate::says;

pub struct SectionPage<'a> {
    pub form: &'a SectionForm,
    pub problems: &'a Problems,
    pub once: &'a str,
    pub done: bool,
}

fn path(f: Frame<'_>) -> String {
    f.station.path("/desk/notices/sections")
}

pub fn sections(f: Frame<'_>, all: &[Section], p: &SectionPage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let row = |one: &Section| {
        Row::new(says::section(v, one)).icon("list").note(&one.slug).leads_to(format!("{}/{}", path(f), one.id))
    };
    let slug = Field::new("slug", v.t("bulletin-field-slug")).hint(v.t("bulletin-field-slug-hint"));
    html! {
        @if p.done { (tip(Tone::Ok, &v.t("bulletin-desk-kept"), html! {})) }
        (fields.summary())
        div class="sec" { (rows(all.iter().map(row))) }
        (section("s-new", &v.t("bulletin-desk-section-new"), None, html! {
            form method="post" action=(path(f)) {
                (once(p.once))
                (names(f, &fields, p.form))
                (fields.text_field(slug.value(&p.form.slug).longest(40)))
                (actions(html! { (Button::new(v.t("bulletin-desk-section-add")).icon("plus")) }))
            }
        }))
    }
}

pub fn one_section(f: Frame<'_>, one: &Section, p: &SectionPage<'_>) -> Markup {
    let fields = Fields::new(f.v, p.problems);
    html! {
        (fields.summary())
        form method="post" action={ (path(f)) "/" (one.id) } {
            (names(f, &fields, p.form))
            (actions(html! { (Button::new(f.v.t("bulletin-desk-save")).icon("check")) }))
        }
    }
}

fn names(f: Frame<'_>, fields: &Fields<'_>, form: &SectionForm) -> Markup {
    let v = f.v;
    html! {
        (fields.text_field(Field::new("name_zh", v.t("bulletin-field-name_zh")).value(&form.name_zh).longest(16)))
        (fields.text_field(Field::new("name_en", v.t("bulletin-field-name_en")).value(&form.name_en).longest(32).optional()))
        (fields.number_field(Field::new("place", v.t("bulletin-field-place")).value(&form.place).range(0, 999).optional()))
    }
}
