//! The rows of the form: one sheet each. A row that was not kept says why and what can be done.
use kernel::form::Problems;
use kernel::page::icon;
use kernel::view::View;
use maud::{Markup, html};

use crate::desk::pages::{Ctx, what_for};
use crate::pads::answers::Lately;
use crate::pads::forms::{ANOTHER, Row, SAME};
use crate::pads::rules::Became;

/// A row that was not kept.
#[derive(Debug, Clone)]
pub struct Wrong {
    pub row: Row,
    /// What is wrong with its fields.
    pub problems: Problems,
    /// Why a rule said no.
    pub said: Option<String>,
    /// The number was typed in before: it is asked whether it is the same sheet.
    pub clash: bool,
}

/// One row. `first` is where the hands begin.
pub fn row(ctx: Ctx<'_>, lately: &Lately, (n, first): (usize, bool), row: &Row, wrong: Option<&Wrong>) -> Markup {
    let v = ctx.v;
    let bad = |field: &str| wrong.and_then(|w| w.problems.of(v, field)).map(|_| "true");
    let text = |field: &str, value: &str, longest: u32, decimal: bool| {
        html! {
            input type="text" name=(named(field, n)) value=(value) maxlength=(longest) autocomplete="off"
                autofocus[first && field == "pad"] inputmode=[decimal.then_some("numeric")] aria-label=(label(v, field, n))
                aria-invalid=[bad(field)] aria-describedby=[wrong.map(|_| format!("p-{n}"))];
        }
    };
    let cell =
        |field: &str, inside: Markup| html! { td role="cell" data-l=(v.t(&format!("pads-col-{field}"))) { (inside) } };
    html! {
        tr role="row" class=[wrong.map(|_| "again")] {
            th role="rowheader" scope="row" { (n) input type="hidden" name=(named("once", n)) value=(row.once); }
            (cell("pad", text("pad", &row.pad, 4, true)))
            (cell("what", what(ctx, lately, n, row, bad("what"))))
            (cell("from", text("from", &row.from, 8, true)))
            (cell("name", text("name", &row.name, 30, false)))
            (cell("became", became(v, n, row, bad("became"))))
        }
        @if let Some(wrong) = wrong { (why(v, n, wrong)) }
    }
}

fn named(field: &str, n: usize) -> String {
    format!("{field}-{n}")
}

/// 第 3 行，几点来的
fn label(v: &View, field: &str, n: usize) -> String {
    v.ta("pads-row-field", &[("n", n.into()), ("field", v.t(&format!("pads-col-{field}")).into())])
}

fn what(ctx: Ctx<'_>, lately: &Lately, n: usize, row: &Row, bad: Option<&str>) -> Markup {
    html! {
        select name=(named("what", n)) aria-label=(label(ctx.v, "what", n)) aria-invalid=[bad] {
            option value="" { "–" }
            @for (value, words) in what_for(ctx, &lately.lines, &lately.matters, true) {
                option value=(value) selected[value == row.what] { (words) }
            }
        }
    }
}

fn became(v: &View, n: usize, row: &Row, bad: Option<&str>) -> Markup {
    html! {
        select name=(named("became", n)) aria-label=(label(v, "became", n)) aria-invalid=[bad] {
            option value="" { "–" }
            @for became in Became::ALL {
                option value=(became.name()) selected[became.name() == row.became] { (v.t(&format!("pads-became-{}", became.name()))) }
            }
        }
    }
}

/// Why it was not kept, and the ways out.
fn why(v: &View, n: usize, wrong: &Wrong) -> Markup {
    let ways = [("", "pads-way-none"), (SAME, "pads-way-same"), (ANOTHER, "pads-way-another")];
    html! {
        tr role="row" class="again" {
            td role="cell" colspan="6" {
                div id={ "p-" (n) } {
                    @if let Some(said) = &wrong.said { p class="err" { (icon("alert-triangle")) (said) } }
                    @for (_, said) in wrong.problems.fields(v) { p class="err" { (icon("alert-triangle")) (said) } }
                }
                @if wrong.clash {
                    div class="ways" {
                        label {
                            span { (v.t("pads-way")) }
                            select name=(named("way", n)) aria-label=(label(v, "way", n)) {
                                @for (value, key) in ways { option value=(value) selected[wrong.row.way == value] { (v.t(key)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
