//! A line and a desk as managers write them down.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, actions, once};
use maud::{Markup, html};

use crate::desk::asked::MOST_IN_A_NAME;
use crate::desk::pages::{Ctx, retire_button};
use crate::rules::Line;
use crate::says;
use crate::setup::asked::HIGHEST_DESK;

/// A line as typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct LineForm {
    pub once: String,
    pub seen: String,
    pub slug: String,
    pub letter: String,
    pub name_zh: String,
    pub name_en: String,
    pub hours: String,
}

/// A desk as typed. A new one says which lines it calls; of one that is there, the page of lines and desks does.
#[derive(Debug, Clone, Default)]
pub struct DeskForm {
    pub once: String,
    pub seen: String,
    pub id: String,
    pub note_zh: String,
    pub note_en: String,
    pub lines: Vec<i32>,
}

/// `of` is the number of the line; nothing for a new one.
pub fn line(ctx: Ctx<'_>, of: Option<i32>, form: &LineForm, problems: &Problems) -> Markup {
    let (v, f) = (ctx.v, Fields::new(ctx.v, problems));
    let field = |name: &'static str, value| {
        Field::new(name, v.t(&format!("setup-line-{}", name.replace('_', "-")))).value(value)
    };
    let end = of.map_or_else(|| "new".to_owned(), |id| id.to_string());
    html! {
        (f.summary())
        form method="post" action=(ctx.path(&format!("/lines/{end}"))) {
            (once(&form.once))
            input type="hidden" name="seen" value=(form.seen);
            @if of.is_none() {
                (f.text_field(field("letter", &form.letter).hint(v.t("setup-line-letter-hint")).longest(1).autocomplete("off")))
                (f.text_field(field("slug", &form.slug).hint(v.t("setup-line-slug-hint")).longest(40).autocomplete("off")))
            }
            (f.text_field(field("name_zh", &form.name_zh).longest(MOST_IN_A_NAME)))
            (f.text_field(field("name_en", &form.name_en).longest(2 * MOST_IN_A_NAME).optional()))
            (f.text_field(field("hours", &form.hours).hint(v.t("errands-desk-hours-hint")).longest(500).optional()))
            (actions(html! { (Button::new(v.t("errands-desk-keep"))) }))
        }
        @if let Some(id) = of { (retire_button(ctx, ("line", id), &form.once)) }
    }
}

/// `of` is the number on the sign; nothing for a new one.
pub fn desk(ctx: Ctx<'_>, of: Option<i32>, (form, lines): (&DeskForm, &[Line]), problems: &Problems) -> Markup {
    let (v, f) = (ctx.v, Fields::new(ctx.v, problems));
    let field = |name: &'static str, value| {
        Field::new(name, v.t(&format!("setup-desk-{}", name.replace('_', "-")))).value(value)
    };
    let end = of.map_or_else(|| "/desks/new".to_owned(), |id| format!("/desks/{id}/note"));
    html! {
        (f.summary())
        form method="post" action=(ctx.path(&format!("/lines{end}"))) {
            (once(&form.once))
            input type="hidden" name="seen" value=(form.seen);
            @if of.is_none() {
                (f.number_field(field("id", &form.id).hint(v.t("setup-desk-id-hint")).range(1, HIGHEST_DESK)))
            }
            (f.text_field(field("note_zh", &form.note_zh).hint(v.t("setup-desk-note-hint")).longest(MOST_IN_A_NAME).optional()))
            (f.text_field(field("note_en", &form.note_en).longest(2 * MOST_IN_A_NAME).optional()))
            @if of.is_none() && !lines.is_empty() { (serves(ctx, form, lines)) }
            (actions(html! { (Button::new(v.t("errands-desk-keep"))) }))
        }
        @if let Some(id) = of { (retire_button(ctx, ("desk", id), &form.once)) }
    }
}

/// The lines that a new desk calls.
fn serves(ctx: Ctx<'_>, form: &DeskForm, lines: &[Line]) -> Markup {
    html! {
        fieldset class="fld" {
            legend { (ctx.v.t("setup-desk-lines")) }
            @for l in lines {
                label class="chk" {
                    input type="checkbox" name="line" value=(l.id) checked[form.lines.contains(&l.id)];
                    span class="box" aria-hidden="true" { (kernel::page::icon("check")) }
                    span { b { (l.letter) " " (says::name(ctx.v, &l.name)) } }
                }
            }
        }
    }
}
