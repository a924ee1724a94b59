//! Fields that several pages have.
use kernel::page::{Field, Fields};
use maud::{Markup, html};

use crate::catalogue::forms::{CopiesForm, TitleForm};
use crate::catalogue::rules::{
    MOST_AUTHORS, MOST_CLASS, MOST_COPIES, MOST_NOTE, MOST_PUBLISHER, MOST_SOURCE, MOST_SUBTITLE, MOST_TITLE, MOST_YEAR,
};
use crate::frame::{self, Frame};
use crate::rules::{Kind, Shelf};

pub fn most(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

pub fn titles_path(f: Frame<'_>) -> String {
    f.station.path("/desk/library/titles")
}

fn field<'f>(f: Frame<'_>, name: &'f str, value: &'f str) -> Field<'f> {
    Field::new(name, f.v.t(&format!("catalogue-field-{name}"))).value(value)
}

/// What there must be of a title.
pub fn must(f: Frame<'_>, fields: &Fields<'_>, form: &TitleForm) -> Markup {
    let kinds = Kind::ALL.map(|kind| (kind.word(), frame::kind(f.v, kind)));
    html! {
        (fields.text_field(field(f, "title", &form.title).longest(most(MOST_TITLE))))
        (fields.text_field(field(f, "authors", &form.authors).longest(most(MOST_AUTHORS)).optional()))
        (fields.select(field(f, "kind", &form.kind), kinds.iter().map(|(word, said)| (*word, said.as_str()))))
        (fields.checkbox(field(f, "children", ""), !form.children.is_empty()))
    }
}

/// What may follow later.
pub fn may(f: Frame<'_>, fields: &Fields<'_>, form: &TitleForm) -> Markup {
    let text = |name, value| field(f, name, value).optional();
    html! {
        (fields.text_field(text("isbn", &form.isbn).longest(30)))
        (fields.text_field(text("subtitle", &form.subtitle).longest(most(MOST_SUBTITLE))))
        (fields.text_field(text("publisher", &form.publisher).longest(most(MOST_PUBLISHER))))
        (fields.number_field(text("year", &form.year).range(MOST_YEAR.start(), MOST_YEAR.end())))
        (fields.text_field(text("class", &form.class).hint(f.v.t("catalogue-field-class-hint")).longest(most(MOST_CLASS))))
        (fields.textarea(text("note", &form.note).hint(f.v.t("catalogue-field-note-hint")).longest(most(MOST_NOTE))))
    }
}

/// One of the shelves.
pub fn shelf(f: Frame<'_>, fields: &Fields<'_>, (name, value): (&str, &str), shelves: &[Shelf]) -> Markup {
    let label = f.v.t("catalogue-field-shelf");
    let options = shelves.iter().map(|one| (one.code.as_str(), frame::shelf(f.v, one)));
    fields.select(Field::new(name, label).value(value), options)
}

/// Where copies belong, how many there are, where they come from.
pub fn copies(f: Frame<'_>, fields: &Fields<'_>, form: &CopiesForm, shelves: &[Shelf]) -> Markup {
    let source = field(f, "source", &form.source).hint(f.v.t("catalogue-field-source-hint"));
    html! {
        (shelf(f, fields, ("shelf", &form.shelf), shelves))
        (fields.number_field(field(f, "count", &form.count).range(1, MOST_COPIES)))
        (fields.text_field(source.longest(most(MOST_SOURCE)).optional()))
    }
}
