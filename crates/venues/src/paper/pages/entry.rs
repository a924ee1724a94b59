//! Typing in what was written on paper: many rows, the keyboard alone, and nothing that was typed is lost.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Tone, actions, notice, pill};
use maud::{Markup, html};

use super::lately;
use super::rows::{self, Wrong};
use crate::desk::pages::Ctx;
use crate::paper::acts::Became;
use crate::paper::answers::{Lately, places};
use crate::paper::forms::{OutageForm, Row};
use crate::rules::PAPER_HOURS;
use jiff::civil::Date;

/// How many blank rows stand below those that have to be looked at again.
const BLANK: usize = 10;

/// What came of the rows, and what the page begins with.
pub struct Entered<'a> {
    pub on: Date,
    /// What the rows became that were kept.
    pub kept: &'a [Became],
    pub wrong: &'a [Wrong],
    /// A key for each blank row.
    pub fresh: &'a dyn Fn() -> String,
    pub outage: &'a OutageForm,
    pub problems: &'a Problems,
}

pub fn body(ctx: Ctx<'_>, page: &Entered<'_>, lately: &Lately) -> Markup {
    let v = ctx.v;
    let fine = Problems::default();
    let on = page.on.to_string();
    let day =
        Field::new("on", v.t("paper-day")).value(&on).hint(v.ta("paper-day-hint", &[("hours", PAPER_HOURS.into())]));
    html! {
        @if !page.kept.is_empty() { (kept(ctx, page)) }
        @if !page.wrong.is_empty() {
            (notice(Tone::Stop, &v.ta("paper-again", &[("n", page.wrong.len().into())]), html! { p { (v.t("paper-again-hint")) } }))
        }
        p class="note sec" { (v.t("paper-about")) }
        form method="post" action=(ctx.path("/paper")) {
            (Fields::new(v, &fine).date_field(day))
            (table(ctx, page, lately))
            (actions(html! { (Button::new(v.t("paper-keep")).icon("check")) }))
        }
        (lately::outages(ctx, lately, page.outage, page.problems))
        (lately::notes(ctx, lately))
    }
}

/// How many rows were kept, and as what.
fn kept(ctx: Ctx<'_>, page: &Entered<'_>) -> Markup {
    let v = ctx.v;
    let number = |what: fn(&Became) -> bool| page.kept.iter().filter(|b| what(b)).count();
    let theirs = number(|b| matches!(b, Became::Theirs { .. }));
    let noted = number(|b| matches!(b, Became::Noted { .. }));
    let title = v.ta("paper-kept", &[("n", page.kept.len().into())]);
    let body = html! {
        @if theirs > 0 { p { (v.ta("paper-kept-theirs", &[("n", theirs.into())])) } }
        @if noted > 0 { p { (v.ta("paper-kept-noted", &[("n", noted.into())])) } }
        p { (pill(&v.t("venues-desk-see-day"), &ctx.today(page.on, None))) }
    };
    notice(Tone::Ok, &title, body)
}

fn table(ctx: Ctx<'_>, page: &Entered<'_>, lately: &Lately) -> Markup {
    let v = ctx.v;
    let places = places(&lately.catalogue);
    let heads = ["row", "place", "from", "until", "name", "people", "came"].map(|key| v.t(&format!("paper-col-{key}")));
    let again = page.wrong.len();
    let blank = || Row { once: (page.fresh)(), ..Row::default() };
    html! {
        table class="tbl lines" role="table" {
            caption { (v.t("paper-lines")) }
            thead role="rowgroup" { tr role="row" { @for head in &heads { th role="columnheader" scope="col" { (head) } } } }
            tbody role="rowgroup" {
                @for (n, wrong) in (1..).zip(page.wrong) { (rows::row(ctx, &places, (n, n == 1), &wrong.row, Some(wrong))) }
                @for n in again + 1..=again + BLANK { (rows::row(ctx, &places, (n, n == 1), &blank(), None)) }
            }
        }
    }
}
