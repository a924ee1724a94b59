//! One reception day at the desk: who has which slot, who came without one, and calling it off.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, Tone, actions, empty, notice, once, rows, section};
use maud::{Markup, html};

use super::desk::{day_path, item_path};
use crate::deputies::answers::{DayOf, Item};
use crate::deputies::rules::{Category, State};
use crate::deputies::says;
use crate::desk::asked::MOST_IN_A_REASON;
use crate::desk::pages::Ctx;
use crate::says::name;

/// What was typed: for a slot, or of somebody who is here without one.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct VisitForm {
    pub once: String,
    pub at: String,
    pub name: String,
    pub phone: String,
    pub what: String,
    pub category: String,
    pub reason: String,
}

pub struct Page<'a> {
    pub day: &'a DayOf,
    pub items: &'a [Item],
    /// It has begun, so that people can be received.
    pub begun: bool,
    pub form: &'a VisitForm,
    pub problems: &'a Problems,
    /// So many had a slot of the day that was just called off.
    pub called_off: Option<usize>,
}

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let (v, d) = (ctx.v, p.day);
    let f = Fields::new(v, p.problems);
    let stands: Vec<&Item> = p.items.iter().filter(|i| i.visit.state != State::Cancelled).collect();
    html! {
        (f.summary())
        @if let Some(n) = p.called_off { (notice(Tone::Ok, &v.ta("deputies-called-off-told", &[("n", n.into())]), html! {})) }
        @if d.kept.day.called_off {
            (notice(Tone::Lamp, &v.ta("deputies-called-off", &[("reason", d.kept.reason.as_str().into())]), html! {}))
        }
        p class="sec" { (says::when_of(&ctx.when(), d)) " · " (name(v, &d.kept.place)) }
        div class="two-up" {
            (section("h-slots", &v.ta("deputies-come", &[("n", stands.len().into())]), None, html! {
                @if p.items.is_empty() { (empty("users", &v.t("deputies-nobody-comes"), None)) }
                @else { (rows(p.items.iter().map(|i| row(ctx, i)))) }
            }))
            @if !d.kept.day.called_off {
                div {
                    @if !d.free.is_empty() { (section("h-take", &v.t("deputies-take-for"), None, take(ctx, p, &f))) }
                    @if p.begun { (section("h-here", &v.t("deputies-here"), None, here(ctx, p, &f))) }
                    @if d.kept.day.until > v.now() { (call_off(ctx, p, &f)) }
                }
            }
        }
    }
}

/// 9:20 罗大爷 · 已约
fn row(ctx: Ctx<'_>, i: &Item) -> Row {
    let (v, when) = (ctx.v, ctx.when());
    let (kind, words) = says::stands(v, &when, i);
    let row = Row::new(i.name.clone().unwrap_or_else(|| v.t("deputies-no-name")));
    let row = match i.kept.slot_at {
        Some(at) => row.when("", &when.time(at)),
        None => row.icon("walk"),
    };
    let row = row.status(kind, &words);
    let row = i.phone.as_ref().map_or(row.clone(), |phone| row.note(phone.full()));
    let row = i.what.as_ref().map_or(row.clone(), |what| row.note(what));
    if i.visit.state.is_over() && i.what.is_none() { row } else { row.leads_to(item_path(ctx, i.kept.id)) }
}

fn who(ctx: Ctx<'_>, form: &VisitForm, prefix: &str) -> Markup {
    let v = ctx.v;
    let (id_name, id_phone) = (format!("{prefix}-name"), format!("{prefix}-phone"));
    html! {
        div class="fld" {
            label for=(id_name) { (v.t("duty-name")) small { (v.t("form-optional")) } }
            input id=(id_name) type="text" name="name" value=(form.name) maxlength="30" autocomplete="off";
        }
        div class="fld" {
            label for=(id_phone) { (v.t("duty-phone")) small { (v.t("form-optional")) } }
            input id=(id_phone) type="tel" name="phone" value=(form.phone) inputmode="tel" maxlength="30" autocomplete="off";
        }
    }
}

fn take(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>) -> Markup {
    let when = ctx.when();
    let free: Vec<(String, String)> = p.day.free.iter().map(|at| (at.to_string(), when.time(*at))).collect();
    let options = free.iter().map(|(at, time)| (at.as_str(), time.as_str()));
    html! {
        form method="post" action={ (day_path(ctx, p.day.kept.id)) "/visits" } {
            (once(&p.form.once))
            (f.select(Field::new("at", ctx.v.t("deputies-slot")).value(&p.form.at), options))
            (who(ctx, p.form, "take"))
            (actions(html! { (Button::new(ctx.v.t("deputies-take-it"))) }))
        }
    }
}

/// What about, in one field, and roughly which kind.
pub fn category(ctx: Ctx<'_>, chosen: &str, id: &str) -> Markup {
    html! {
        div class="fld" {
            label for=(id) { (ctx.v.t("deputies-category")) small { (ctx.v.t("form-optional")) } }
            select id=(id) name="category" {
                option value="" { (ctx.v.t("deputies-no-category")) }
                @for c in Category::ALL {
                    option value=(c.name()) selected[c.name() == chosen] { (ctx.v.t(&format!("deputies-category-{}", c.name()))) }
                }
            }
        }
    }
}

fn here(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>) -> Markup {
    html! {
        form method="post" action={ (day_path(ctx, p.day.kept.id)) "/visits" } {
            (once(&format!("{}-here", p.form.once)))
            (f.text_field(Field::new("what", ctx.v.t("deputies-what")).value(&p.form.what).longest(200).autocomplete("off")))
            (category(ctx, &p.form.category, "here-category"))
            (who(ctx, p.form, "here"))
            (actions(html! { (Button::new(ctx.v.t("deputies-register"))) }))
        }
    }
}

fn call_off(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>) -> Markup {
    let v = ctx.v;
    html! {
        details class="sec" {
            summary { (v.t("deputies-call-off")) }
            form method="post" action={ (day_path(ctx, p.day.kept.id)) "/calling-off" } {
                (f.text_field(Field::new("reason", v.t("deputies-why")).value(&p.form.reason).hint(v.t("deputies-why-hint")).longest(MOST_IN_A_REASON)))
                (actions(html! { (Button::new(v.t("deputies-call-off-it")).danger()) }))
            }
        }
    }
}
