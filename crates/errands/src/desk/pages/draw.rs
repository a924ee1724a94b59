//! A number for somebody who stands at the desk, or has called.
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, Receipt, actions, once, radio_cards, segmented};
use maud::{Markup, html};

use super::Ctx;
use crate::TicketId;
use crate::rules::{Line, Matter, Number, Priority};
use crate::says;

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct DrawForm {
    pub once: String,
    /// `matter:3` or `line:1`.
    pub what: String,
    pub also: String,
    pub priority: String,
    /// `hall` or `home`.
    pub from: String,
    pub name: String,
    pub phone: String,
}

pub struct Page<'a> {
    pub lines: &'a [Line],
    pub matters: &'a [Matter],
    pub form: &'a DrawForm,
    pub problems: &'a Problems,
    /// What has just been drawn.
    pub drawn: Option<(TicketId, Number, usize)>,
}

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let f = Fields::new(ctx.v, p.problems);
    html! {
        @if let Some(drawn) = p.drawn { (number(ctx, drawn)) }
        (f.summary())
        p class="chips" {
            (Button::new(ctx.v.t("proxy-desk-title")).small(false).icon("users").href(ctx.path("/proxies")))
            (Button::new(ctx.v.t("receipt-desk-title")).small(false).icon("file-text").href(ctx.path("/drop-offs")))
        }
        form method="post" action=(ctx.path("/tickets/new")) {
            (once(&p.form.once))
            div class="two-up" {
                div {
                    (f.select(Field::new("what", ctx.v.t("errands-desk-what")).value(&p.form.what), refs(&chosen(ctx, p, "choose-what", true))))
                    (f.select(Field::new("also", ctx.v.t("errands-desk-also")).value(&p.form.also).optional(), refs(&chosen(ctx, p, "nothing-else", false))))
                    (segmented("from", &ctx.v.t("errands-desk-where-they-are"), &["hall", "home"].map(|at| {
                        Choice::new(at, ctx.v.t(&format!("errands-desk-they-are-{at}"))).chosen(p.form.from == at)
                    })))
                }
                div { (first(ctx, p, &f)) }
            }
            (f.text_field(Field::new("name", ctx.v.t("errands-desk-their-name")).value(&p.form.name).longest(30).optional()))
            (f.tel_field(Field::new("phone", ctx.v.t("errands-desk-their-phone")).value(&p.form.phone).hint(ctx.v.t("errands-desk-their-phone-hint"))
                .autocomplete("off").optional()))
            (actions(html! { (Button::new(ctx.v.t("hall-draw")).huge().icon("ticket")) }))
        }
        p class="sec note" { a href=(ctx.path("/tickets/pads")) { (ctx.v.t("pads-link")) } }
    }
}

fn refs(all: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    all.iter().map(|(value, label)| (value.as_str(), label.as_str()))
}

/// What can be chosen, below what stands for nothing.
fn chosen(ctx: Ctx<'_>, p: &Page<'_>, nothing: &str, lines_too: bool) -> Vec<(String, String)> {
    let nothing = (String::new(), ctx.t(nothing));
    std::iter::once(nothing).chain(what_for(ctx, p.lines, p.matters, lines_too)).collect()
}

/// Matters line by line, and below them the line for whoever does not know.
pub fn what_for(ctx: Ctx<'_>, lines: &[Line], matters: &[Matter], lines_too: bool) -> Vec<(String, String)> {
    let mut all = vec![];
    for line in lines {
        for m in matters.iter().filter(|m| m.draft.line == line.id) {
            all.push((format!("matter:{}", m.id), format!("{} {}", line.letter, says::name(ctx.v, &m.draft.name))));
        }
        if lines_too {
            let name = says::name(ctx.v, &line.name);
            let label = ctx.v.ta("errands-desk-line-only", &[("line", name.into())]);
            all.push((format!("line:{}", line.id), format!("{} {label}", line.letter)));
        }
    }
    all
}

/// Who goes first is asked plainly, with the most usual answer first.
fn first(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>) -> Markup {
    let choices = Priority::ALL.map(|priority| {
        let chosen = p.form.priority == priority.name() || (p.form.priority.is_empty() && !priority.is_some());
        Choice::new(priority.name(), ctx.v.t(&format!("hall-first-{}", priority.name()))).chosen(chosen)
    });
    radio_cards(f, "priority", &ctx.v.t("errands-desk-goes-first"), &choices)
}

fn number(ctx: Ctx<'_>, (id, number, ahead): (TicketId, Number, usize)) -> Markup {
    let place = ctx.v.ta("hall-ahead", &[("n", ahead.into())]);
    let slip = ctx.station.path(&format!("/tickets/{id}/slip"));
    let village = ctx.station.path(&format!("/tickets/{id}/village"));
    let print = html! {
        p class="chips" {
            (Button::new(ctx.v.t("errands-desk-print-slip")).small(true).icon("printer").href(slip))
            (Button::new(ctx.v.t("village-live-title")).small(false).icon("map-pin").href(village))
        }
    };
    html! { div role="status" { (Receipt::new(ctx.v.t("errands-desk-drawn-number"), number.to_string(), place).below(print)) } }
}
