//! 首问: one field to write a question down, and what is open, the worst first.
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, Row, Tone, actions, empty, notice, once, rows, section, segmented};
use maud::{Markup, html};

use super::sisters;
use crate::desk::pages::Ctx;
use crate::duty::QuestionId;
use crate::duty::answers::{Question, Questions};
use crate::duty::rules::USUAL_DAYS;
use crate::duty::says;
use crate::rules::Matter;
use crate::says::name;

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct AskForm {
    pub once: String,
    pub what: String,
    pub matter: String,
    pub name: String,
    pub phone: String,
    pub days: String,
}

/// The deadlines that one tap chooses.
const DAYS: [i16; 4] = [1, 2, 3, 5];

pub struct Page<'a> {
    pub all: &'a Questions,
    pub matters: &'a [Matter],
    pub form: &'a AskForm,
    pub problems: &'a Problems,
    /// What has just been written down.
    pub written: Option<QuestionId>,
}

pub fn path(ctx: Ctx<'_>, id: QuestionId) -> String {
    ctx.path(&format!("/first-asked/{id}"))
}

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let v = ctx.v;
    let written = p.written.and_then(|id| p.all.open.iter().find(|q| q.kept.id == id));
    html! {
        (sisters(ctx, "/first-asked"))
        @if let Some(q) = written {
            (notice(Tone::Ok, &v.ta("duty-written", &[("day", ctx.when().day(q.item.due_on).into())]), html! {}))
        }
        div class="two-up" {
            div { (section("new", &v.t("duty-ask"), None, form(ctx, p))) }
            div {
                (section("h-open", &v.ta("duty-open", &[("n", p.all.open.len().into())]), None, html! {
                    @if p.all.open.is_empty() { (empty("circle-check", &v.t("duty-nothing-open"), None)) }
                    @else { (rows(p.all.open.iter().map(|q| row(ctx, q)))) }
                }))
                @if !p.all.closed.is_empty() {
                    (section("h-closed", &v.t("duty-closed"), None, rows(p.all.closed.iter().map(|q| row(ctx, q)))))
                }
            }
        }
    }
}

fn row(ctx: Ctx<'_>, q: &Question) -> Row {
    let v = ctx.v;
    let (kind, words) = says::stands(v, &ctx.when(), q);
    let row = Row::new(title(ctx, q)).icon("message").status(kind, &words);
    row.note(&owner(ctx, q)).leads_to(path(ctx, q.kept.id))
}

/// The question; after half a year nobody knows it any more.
pub fn title(ctx: Ctx<'_>, q: &Question) -> String {
    q.what.clone().unwrap_or_else(|| ctx.v.t("duty-forgotten"))
}

/// 马学兰负责 · 已请扎西措接手
pub fn owner(ctx: Ctx<'_>, q: &Question) -> String {
    let v = ctx.v;
    let owns = v.ta("duty-owner", &[("name", q.owner.as_str().into())]);
    match &q.offered {
        Some(other) => format!("{owns} · {}", v.ta("duty-offered-to", &[("name", other.as_str().into())])),
        None => owns,
    }
}

fn form(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let (v, f) = (ctx.v, Fields::new(ctx.v, p.problems));
    let none = v.t("duty-no-matter");
    let matters: Vec<(String, &str)> = p.matters.iter().map(|m| (m.id.to_string(), name(v, &m.draft.name))).collect();
    let options = std::iter::once(("", none.as_str())).chain(matters.iter().map(|(id, name)| (id.as_str(), *name)));
    let chosen = |n: &i16| p.form.days == n.to_string() || (p.form.days.is_empty() && *n == USUAL_DAYS);
    let days = DAYS.map(|n| Choice::new(n.to_string(), v.ta("duty-in-days", &[("n", n.into())])).chosen(chosen(&n)));
    html! {
        (f.summary())
        form method="post" action=(ctx.path("/first-asked")) {
            (once(&p.form.once))
            (f.text_field(Field::new("what", v.t("duty-what")).value(&p.form.what).hint(v.t("duty-what-hint")).longest(200).autocomplete("off")))
            (segmented("days", &v.t("duty-days"), &days))
            (f.select(Field::new("matter", v.t("duty-matter")).value(&p.form.matter).optional(), options))
            (f.text_field(Field::new("name", v.t("duty-name")).value(&p.form.name).longest(30).autocomplete("off").optional()))
            (f.tel_field(Field::new("phone", v.t("duty-phone")).value(&p.form.phone).hint(v.t("duty-phone-hint")).autocomplete("off").optional()))
            (actions(html! { (Button::new(v.t("duty-write")).huge()) }))
        }
    }
}
