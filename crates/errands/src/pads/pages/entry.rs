//! Typing in what stood on the pad: many rows, the keyboard alone, and nothing that was typed is lost.
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Kind, Row as Line, Tone, actions, notice, pill, rows as list, section};
use maud::{Markup, html};

use super::rows::{self, Wrong};
use crate::desk::pages::Ctx;
use crate::pads::acts::Entered;
use crate::pads::answers::{Lately, Seen};
use crate::pads::forms::Row;
use crate::pads::rules::HOURS_BACK;
use crate::rules::State;
use crate::says;

/// How many blank rows stand below those that have to be looked at again.
const BLANK: usize = 10;

/// What came of the rows, and what the page begins with.
pub struct Typed<'a> {
    pub on: Date,
    pub kept: &'a [Entered],
    pub wrong: &'a [Wrong],
    /// A key for each blank row.
    pub fresh: &'a dyn Fn() -> String,
}

pub fn body(ctx: Ctx<'_>, page: &Typed<'_>, lately: &Lately) -> Markup {
    let v = ctx.v;
    let fine = Problems::default();
    let on = page.on.to_string();
    let day = Field::new("on", v.t("pads-day")).value(&on).hint(v.ta("pads-day-hint", &[("hours", HOURS_BACK.into())]));
    html! {
        @if !page.kept.is_empty() { (kept(ctx, page.kept)) }
        @if !page.wrong.is_empty() {
            (notice(Tone::Stop, &v.ta("pads-again", &[("n", page.wrong.len().into())]), html! { p { (v.t("pads-again-hint")) } }))
        }
        p class="note sec" { (v.t("pads-about")) }
        form method="post" action=(ctx.path("/tickets/pads")) {
            (Fields::new(v, &fine).date_field(day))
            (table(ctx, page, lately))
            (actions(html! { (Button::new(v.t("pads-keep")).icon("check")) }))
        }
        @if !lately.sheets.is_empty() {
            (section("h-lately", &v.t("pads-lately"), None, list(lately.sheets.iter().map(|s| seen(ctx, s)))))
        }
    }
}

/// Which sheet has which number now. Whoever still waits needs to be told theirs: it is written on the sheet, or printed.
fn kept(ctx: Ctx<'_>, all: &[Entered]) -> Markup {
    let v = ctx.v;
    let pair = |e: &Entered| v.ta("pads-became", &[("pad", e.pad.into()), ("number", e.number().to_string().into())]);
    let slip = |e: &Entered| ctx.station.path(&format!("/tickets/{}/slip", e.id));
    let print = |e: &Entered| v.ta("pads-print", &[("number", e.number().to_string().into())]);
    let waiting: Vec<&Entered> = all.iter().filter(|e| e.waits).collect();
    let body = html! {
        p { (all.iter().map(pair).collect::<Vec<_>>().join(&v.t("pads-and"))) }
        @if !waiting.is_empty() {
            p { (v.t("pads-tell")) }
            p class="chips" { @for e in waiting { (pill(&print(e), &slip(e))) } }
        }
    };
    notice(Tone::Ok, &v.ta("pads-kept", &[("n", all.len().into())]), body)
}

fn table(ctx: Ctx<'_>, page: &Typed<'_>, lately: &Lately) -> Markup {
    let v = ctx.v;
    let heads = ["row", "pad", "what", "from", "name", "became"].map(|key| v.t(&format!("pads-col-{key}")));
    let again = page.wrong.len();
    let blank = || Row { once: (page.fresh)(), ..Row::default() };
    html! {
        table class="tbl lines" role="table" {
            caption { (v.t("pads-lines")) }
            thead role="rowgroup" { tr role="row" { @for head in &heads { th role="columnheader" scope="col" { (head) } } } }
            tbody role="rowgroup" {
                @for (n, wrong) in (1..).zip(page.wrong) { (rows::row(ctx, lately, (n, n == 1), &wrong.row, Some(wrong))) }
                @for n in again + 1..=again + BLANK { (rows::row(ctx, lately, (n, n == 1), &blank(), None)) }
            }
        }
    }
}

/// 停 7 → A023 · 等着
fn seen(ctx: Ctx<'_>, s: &Seen) -> Line {
    let v = ctx.v;
    let title = v.ta("pads-became", &[("pad", s.pad.into()), ("number", s.number.to_string().into())]);
    let kind = match s.state {
        State::Done => Kind::Ok,
        state if state.stands() => Kind::Away,
        _ => Kind::Shut,
    };
    let state = v.t(&says::state_key(s.state));
    let line = Line::new(title).status(kind, &state).note(&ctx.when().day(s.day));
    if s.state.stands() {
        let label = v.ta("pads-print", &[("number", s.number.to_string().into())]);
        return line.link(ctx.station.path(&format!("/tickets/{}/slip", s.id)), &label, false);
    }
    line
}
