//! A post as a manager writes it.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, actions, once};
use maud::{Markup, html};

use crate::desk::asked::MOST_IN_A_NAME;
use crate::desk::pages::Ctx;

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct PostForm {
    pub once: String,
    pub seen: String,
    pub name_zh: String,
    pub name_en: String,
    pub place_zh: String,
    pub place_en: String,
    pub hours: String,
    pub retired: String,
}

/// `old` says whether the post is there already.
pub fn edit(ctx: Ctx<'_>, action: &str, form: &PostForm, problems: &Problems, old: bool) -> Markup {
    let (v, f) = (ctx.v, Fields::new(ctx.v, problems));
    html! {
        (f.summary())
        form method="post" action=(action) {
            (once(&form.once))
            input type="hidden" name="seen" value=(form.seen);
            (f.text_field(Field::new("name_zh", v.t("duty-post-name")).value(&form.name_zh).longest(MOST_IN_A_NAME)))
            (f.text_field(Field::new("name_en", v.t("duty-post-name-en")).value(&form.name_en).longest(2 * MOST_IN_A_NAME).optional()))
            (f.text_field(Field::new("place_zh", v.t("duty-post-place")).value(&form.place_zh).longest(MOST_IN_A_NAME).optional()))
            (f.text_field(Field::new("place_en", v.t("duty-post-place-en")).value(&form.place_en).longest(2 * MOST_IN_A_NAME).optional()))
            (f.text_field(Field::new("hours", v.t("duty-post-hours")).value(&form.hours).hint(v.t("duty-post-hours-hint")).longest(500)))
            @if old { (f.checkbox(Field::new("retired", v.t("duty-post-retired")).hint(v.t("duty-post-retired-hint")), !form.retired.is_empty())) }
            (actions(html! { (Button::new(v.t("duty-keep"))) }))
        }
    }
}
