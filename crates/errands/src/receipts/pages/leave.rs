//! Taking papers: what for first, then the checklist.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, actions, empty, icon, once, rows, section};
use maud::{Markup, html};

use crate::desk::pages::Ctx;
use crate::proxy;
use crate::receipts::forms::DropOffForm;
use crate::rules::{Kind, Matter};
use crate::says::name;

/// What papers are left for.
pub fn choose(ctx: Ctx<'_>, matters: &[Matter]) -> Markup {
    let row = |m: &Matter| {
        let to = ctx.path(&format!("/drop-offs/new?matter={}", m.id));
        Row::new(name(ctx.v, &m.draft.name)).icon("file-text").leads_to(to)
    };
    html! {
        @if matters.is_empty() { (empty("file-text", &ctx.v.t("receipt-desk-nothing"), None)) } @else {
            (section("h-what", &ctx.v.t("receipt-desk-what"), None, rows(matters.iter().map(row))))
        }
    }
}

pub struct Leaving<'a> {
    pub matter: &'a Matter,
    /// Under which somebody else leaves them.
    pub consent: Option<&'a proxy::Seen>,
    pub form: &'a DropOffForm,
    pub problems: &'a Problems,
}

pub fn leave(ctx: Ctx<'_>, l: &Leaving<'_>) -> Markup {
    let (v, f, form) = (ctx.v, Fields::new(ctx.v, l.problems), l.form);
    html! {
        (f.summary())
        form method="post" action=(ctx.path("/drop-offs/new")) {
            (once(&form.once))
            input type="hidden" name="matter" value=(l.matter.id);
            (section("h-papers", &v.t("receipt-desk-papers"), None, papers(ctx, l)))
            div class="two-up" {
                div { (whose(ctx, l, &f)) }
                (section("h-ready", &v.t("receipt-desk-ready-by"), None, html! {
                    (f.date_field(Field::new("on", v.t("errands-desk-on")).value(&form.on)))
                    (f.time_field(Field::new("at", v.t("errands-desk-at")).value(&form.at)))
                    @if let Some(words) = l.problems.of(v, "ready_at") { p class="err" id="f-ready_at" tabindex="-1" { (icon("alert-triangle")) (words) } }
                    p class="note" { (v.t("receipt-desk-promise")) }
                }))
            }
            (actions(html! { (Button::new(v.t("receipt-desk-take")).icon("file-text")) }))
        }
    }
}

/// Ticked is what must be there: a clerk unticks what is not.
fn papers(ctx: Ctx<'_>, l: &Leaving<'_>) -> Markup {
    let fresh = l.problems.none();
    html! {
        @if l.matter.draft.papers.is_empty() { p { (ctx.v.t("receipt-desk-no-papers")) } }
        @for (n, paper) in l.matter.draft.papers.iter().enumerate().filter(|(_, p)| p.kind != Kind::LookedUp) {
            @let value = n.to_string();
            @let ticked = l.form.papers.contains(&value) || fresh && paper.kind == Kind::Required;
            label class="chk" {
                input type="checkbox" name="paper" value=(value) checked[ticked];
                span class="box" aria-hidden="true" { (icon("check")) }
                span { b { (name(ctx.v, &paper.name)) } @if !paper.note.zh.is_empty() { span class="note" { (name(ctx.v, &paper.note)) } } }
            }
        }
    }
}

fn whose(ctx: Ctx<'_>, l: &Leaving<'_>, f: &Fields<'_>) -> Markup {
    let v = ctx.v;
    let body = match l.consent {
        Some(consent) => html! {
            input type="hidden" name="consent" value=(consent.kept.id);
            p { (consent.name.clone().unwrap_or_else(|| v.t("receipt-no-name"))) }
            p { (v.ta("errands-desk-carried", &[("name", consent.proxy.clone().unwrap_or_default().into())])) }
        },
        None => html! {
            (f.text_field(Field::new("name", v.t("errands-desk-their-name")).value(&l.form.name).longest(30).autocomplete("off")))
            (f.tel_field(Field::new("phone", v.t("errands-desk-their-phone")).value(&l.form.phone).hint(v.t("errands-desk-their-phone-hint"))
                .autocomplete("off").optional()))
        },
    };
    section("h-whose", &v.t("receipt-desk-whose"), None, body)
}
