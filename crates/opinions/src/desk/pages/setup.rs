//! What managers write: categories with their clocks, templates, whom people turn to where nobody of the station may read it.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, Tone, actions, empty, notice, once, rows, section};
use maud::{Markup, html};

use super::ctx::Ctx;
use super::next::MOST;
use crate::answers::{Category, Template};
use crate::desk::asked::{LEAST_KEPT, MOST_IN_LINE, MOST_KEPT};
use crate::desk::forms::{CategoryForm, SettingForm, TemplateForm};
use crate::rules::Clocks;

pub struct Categories<'a> {
    pub all: &'a [Category],
    pub setting: &'a SettingForm,
    pub problems: &'a Problems,
    pub kept: bool,
}

pub fn categories(x: Ctx<'_>, p: &Categories<'_>) -> Markup {
    let v = x.v;
    let row = |c: &Category| {
        let args = [("screen", c.clocks.screen_days.into()), ("answer", c.clocks.answer_days.into())];
        let row = Row::new(x.category(Some(c))).icon("list").note(&v.ta("opinions-desk-category-row", &args));
        let row = if c.retired { row.note(&v.t("opinions-desk-category-retired-word")) } else { row };
        row.leads_to(x.path(&format!("/categories/{}", c.id)))
    };
    let new = (v.t("opinions-desk-category-new"), x.path("/categories/new"));
    html! {
        (Fields::new(v, p.problems).summary())
        @if p.kept { (notice(Tone::Ok, &v.t("opinions-desk-kept"), html! {})) }
        (section("h-categories", &v.t("opinions-desk-categories"), Some((&new.0, &new.1)), html! {
            @if p.all.is_empty() { (empty("list", &v.t("opinions-desk-categories-none"), None)) }
            @else { (rows(p.all.iter().map(row))) }
            p class="chips note" { (v.t("opinions-desk-categories-how")) }
            @if p.all.is_empty() {
                form method="post" action=(x.path("/categories/usual")) {
                    (actions(html! { (Button::new(v.t("opinions-desk-categories-usual")).icon("list")) }))
                }
            }
        }))
        (section("h-setting", &v.t("opinions-desk-setting"), None, setting(x, p)))
    }
}

fn setting(x: Ctx<'_>, p: &Categories<'_>) -> Markup {
    let (v, f, s) = (x.v, Fields::new(x.v, p.problems), p.setting);
    let field = |name: &'static str, key: &str| Field::new(name, v.t(&format!("opinions-desk-{key}")));
    let zh = field("oversight_zh", "oversight").value(&s.oversight_zh).hint(v.t("opinions-desk-oversight-how"));
    let days = field("keep_days", "keep-days").value(&s.keep_days).hint(v.t("opinions-desk-keep-days-how"));
    html! {
        form method="post" action=(x.path("/setting")) {
            (f.textarea(zh.longest(MOST_IN_LINE).optional()))
            (f.textarea(field("oversight_en", "oversight-en").value(&s.oversight_en).longest(MOST_IN_LINE).optional()))
            (f.number_field(days.range(LEAST_KEPT, MOST_KEPT)))
            (actions(html! { (Button::new(v.t("opinions-desk-keep")).secondary()) }))
        }
    }
}

/// The form of a category, new or as it is.
pub fn category(x: Ctx<'_>, action: &str, (form, problems): (&CategoryForm, &Problems), new: bool) -> Markup {
    let (v, f) = (x.v, Fields::new(x.v, problems));
    let field = |name: &'static str, key: &str| Field::new(name, v.t(&format!("opinions-desk-category-{key}")));
    let days = |most: u8| v.ta("opinions-desk-category-days-how", &[("most", most.into())]);
    let (screen, answer) = (Clocks::MOST_SCREEN_DAYS, Clocks::MOST_ANSWER_DAYS);
    let zh =
        field("elsewhere_zh", "elsewhere").value(&form.elsewhere_zh).hint(v.t("opinions-desk-category-elsewhere-how"));
    html! {
        (f.summary())
        form method="post" action=(action) {
            (once(&form.once))
            (f.text_field(field("name_zh", "name").value(&form.name_zh).longest(30)))
            (f.text_field(field("name_en", "name-en").value(&form.name_en).longest(60).optional()))
            (f.text_field(field("slug", "slug").value(&form.slug).longest(40).hint(v.t("opinions-desk-category-slug-how"))))
            (f.number_field(field("screen_days", "screen").value(&form.screen_days).range(1, screen).hint(days(screen))))
            (f.number_field(field("answer_days", "answer").value(&form.answer_days).range(1, answer).hint(days(answer))))
            (f.textarea(zh.longest(MOST).optional()))
            (f.textarea(field("elsewhere_en", "elsewhere-en").value(&form.elsewhere_en).longest(MOST).optional()))
            @if !new {
                (f.checkbox(field("retired", "retired").hint(v.t("opinions-desk-category-retired-how")), !form.retired.is_empty()))
            }
            (actions(html! { (Button::new(v.t("opinions-desk-keep")).icon("check")) }))
        }
    }
}

/// All templates.
pub fn templates(x: Ctx<'_>, all: &[Template], kept: bool) -> Markup {
    let v = x.v;
    let row = |t: &Template| {
        let first: String = t.text.chars().take(40).collect();
        Row::new(&t.title).icon("copy").note(&first).leads_to(x.path(&format!("/templates/{}", t.id)))
    };
    let new = (v.t("opinions-desk-template-new"), x.path("/templates/new"));
    html! {
        @if kept { (notice(Tone::Ok, &v.t("opinions-desk-kept"), html! {})) }
        (section("h-templates", &v.t("opinions-desk-templates"), Some((&new.0, &new.1)), html! {
            @if all.is_empty() { (empty("copy", &v.t("opinions-desk-templates-none"), None)) }
            @else { (rows(all.iter().map(row))) }
            p class="chips note" { (v.t("opinions-desk-templates-how")) }
        }))
    }
}

/// The form of a template; `remove` is where it is taken away.
pub fn template(
    x: Ctx<'_>,
    action: &str,
    (form, problems): (&TemplateForm, &Problems),
    remove: Option<&str>,
) -> Markup {
    let (v, f) = (x.v, Fields::new(x.v, problems));
    html! {
        (f.summary())
        form method="post" action=(action) {
            (once(&form.once))
            (f.text_field(Field::new("title", v.t("opinions-desk-template-title")).value(&form.title).longest(40)))
            (f.textarea(Field::new("text", v.t("opinions-desk-template-text")).value(&form.text).longest(MOST)))
            (actions(html! { (Button::new(v.t("opinions-desk-keep")).icon("check")) }))
        }
        @if let Some(remove) = remove {
            form method="post" action=(remove) {
                (actions(html! { (Button::new(v.t("opinions-desk-template-remove")).danger().icon("trash")) }))
            }
        }
    }
}
