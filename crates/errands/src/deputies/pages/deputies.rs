//! Deputies as a manager writes them down.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, actions, empty, once, rows};
use maud::{Markup, html};
use people::StaffAt;

use super::sisters;
use crate::deputies::answers::Deputy;
use crate::desk::asked::MOST_IN_A_NAME;
use crate::desk::pages::Ctx;
use crate::says::name;

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct DeputyForm {
    pub once: String,
    pub seen: String,
    pub name: String,
    pub title_zh: String,
    pub title_en: String,
    pub staff: String,
    pub retired: String,
}

pub fn list(ctx: Ctx<'_>, all: &[Deputy]) -> Markup {
    let v = ctx.v;
    let row = |d: &Deputy| {
        let row = Row::new(&d.name).person(&d.name).note(name(v, &d.title));
        let row = row.note(&v.t(if d.staff.is_some() { "deputies-signs-in" } else { "deputies-does-not-sign-in" }));
        row.leads_to(ctx.path(&format!("/deputies/people/{}", d.id)))
    };
    html! {
        (sisters(ctx, "/deputies/people"))
        @if all.is_empty() { (empty("user", &v.t("deputies-nobody"), None)) }
        @else { div class="sec" { (rows(all.iter().map(row))) } }
        (actions(html! { (Button::new(v.t("deputies-new")).icon("user-plus").href(ctx.path("/deputies/people/new"))) }))
    }
}

/// `old` says whether they are there already.
pub fn edit(
    ctx: Ctx<'_>,
    (action, old): (&str, bool),
    form: &DeputyForm,
    problems: &Problems,
    staff: &[StaffAt],
) -> Markup {
    let (v, f) = (ctx.v, Fields::new(ctx.v, problems));
    let nobody = v.t("errands-desk-no-login");
    let all: Vec<(String, &str)> = staff.iter().map(|s| (s.id.to_string(), s.name.as_str())).collect();
    let options = std::iter::once(("", nobody.as_str())).chain(all.iter().map(|(id, name)| (id.as_str(), *name)));
    html! {
        (f.summary())
        form method="post" action=(action) {
            (once(&form.once))
            input type="hidden" name="seen" value=(form.seen);
            (f.text_field(Field::new("name", v.t("deputies-name")).value(&form.name).longest(MOST_IN_A_NAME).autocomplete("off")))
            (f.text_field(Field::new("title_zh", v.t("deputies-post")).value(&form.title_zh).longest(MOST_IN_A_NAME).optional()))
            (f.text_field(Field::new("title_en", v.t("deputies-post-en")).value(&form.title_en).longest(2 * MOST_IN_A_NAME).optional()))
            (f.select(Field::new("staff", v.t("deputies-login")).value(&form.staff).hint(v.t("deputies-login-hint")).optional(), options))
            @if old { (f.checkbox(Field::new("retired", v.t("deputies-retired")).hint(v.t("deputies-retired-hint")), !form.retired.is_empty())) }
            (actions(html! { (Button::new(v.t("duty-keep"))) }))
        }
    }
}
