//! The rows of the form: one line of paper each. A row that was not kept says why and what can be done.
use kernel::form::Problems;
use kernel::page::icon;
use kernel::view::View;
use maud::{Markup, html};

use crate::desk::pages::Ctx;
use crate::desk::seen::Seen;
use crate::desk::told;
use crate::paper::answers::Clash;
use crate::paper::forms::{AS_NOTE, Row};
use crate::paper::rules::Place;
use crate::rules::Mode;
use crate::says;

/// A row that was not kept.
#[derive(Debug, Clone)]
pub struct Wrong {
    pub row: Row,
    /// What is wrong with its fields.
    pub problems: Problems,
    /// Why a rule said no.
    pub said: Option<String>,
    pub clash: Option<Clash>,
}

/// One row: number, place, from, until, name, people, came. `first` is where the hands begin.
pub fn row(ctx: Ctx<'_>, places: &[Place], (n, first): (usize, bool), row: &Row, wrong: Option<&Wrong>) -> Markup {
    let v = ctx.v;
    let problem = |field: &str| wrong.and_then(|w| w.problems.of(v, field));
    let text = |field: &str, value: &str, longest: u32, decimal: bool| {
        let bad = problem(field).is_some().then_some("true");
        html! {
            input type="text" name=(named(field, n)) value=(value) maxlength=(longest) autocomplete="off"
                inputmode=[decimal.then_some("numeric")] aria-label=(label(v, field, n)) aria-invalid=[bad]
                aria-describedby=[wrong.map(|_| format!("p-{n}"))];
        }
    };
    let cell =
        |field: &str, inside: Markup| html! { td role="cell" data-l=(v.t(&format!("paper-col-{field}"))) { (inside) } };
    html! {
        tr role="row" class=[wrong.map(|_| "again")] {
            th role="rowheader" scope="row" { (n) input type="hidden" name=(named("once", n)) value=(row.once); }
            (cell("place", place(v, places, (n, first), row, problem("place").is_some())))
            (cell("from", text("from", &row.from, 8, true)))
            (cell("until", text("until", &row.until, 8, true)))
            (cell("name", text("name", &row.name, 30, false)))
            (cell("people", text("group", &row.group, 4, true)))
            (cell("came", came(v, n, row)))
        }
        @if let Some(wrong) = wrong { (why(ctx, n, wrong)) }
    }
}

fn named(field: &str, n: usize) -> String {
    format!("{field}-{n}")
}

/// 第 3 行，几点起
fn label(v: &View, field: &str, n: usize) -> String {
    let field = v.t(&format!("paper-col-{}", if field == "group" { "people" } else { field }));
    v.ta("paper-row-field", &[("n", n.into()), ("field", field.into())])
}

/// Typing the number of a place finds it in the list: each begins with it.
fn place(v: &View, places: &[Place], (n, first): (usize, bool), row: &Row, bad: bool) -> Markup {
    html! {
        select name=(named("place", n)) aria-label=(label(v, "place", n)) autofocus[first] aria-invalid=[bad.then_some("true")] {
            option value="" { "–" }
            @for place in places {
                @let value = place.value();
                option value=(value) selected[value == row.place] { (place_name(v, place)) }
            }
        }
    }
}

/// 1.2 乒乓球 2 号台
pub fn place_name(v: &View, place: &Place) -> String {
    match &place.atom {
        Some((_, table)) => format!("{} {} {}", place.code, says::name(v, &place.of), says::name(v, table)),
        None => format!("{} {}", place.code, says::name(v, &place.of)),
    }
}

fn came(v: &View, n: usize, row: &Row) -> Markup {
    html! {
        label class="chk" {
            input type="checkbox" name=(named("came", n)) value="yes" checked[row.came != "no"]
                aria-label=(label(v, "came", n));
            span class="box" aria-hidden="true" { (icon("check")) }
        }
    }
}

/// Why it was not kept, who is in the way, and the ways out.
fn why(ctx: Ctx<'_>, n: usize, wrong: &Wrong) -> Markup {
    let v = ctx.v;
    html! {
        tr role="row" class="again" {
            td role="cell" colspan="7" {
                div id={ "p-" (n) } {
                    @if let Some(said) = &wrong.said { p class="err" { (icon("alert-triangle")) (said) } }
                    @for (_, said) in wrong.problems.fields(v) { p class="err" { (icon("alert-triangle")) (said) } }
                }
                @if let Some(clash) = &wrong.clash { (ways(ctx, n, wrong, clash)) }
            }
        }
    }
}

fn ways(ctx: Ctx<'_>, n: usize, wrong: &Wrong, clash: &Clash) -> Markup {
    let v = ctx.v;
    let to = |atom: i32| format!("place:{}/{atom}", clash.offering.slug);
    html! {
        div class="ways" {
            @for seen in &clash.in_the_way { (other(ctx, n, wrong, clash, seen)) }
            label {
                span { (v.t("paper-way")) }
                select name=(named("way", n)) aria-label=(label(v, "way", n)) {
                    option value="" { (v.t("paper-way-none")) }
                    @for atom in &clash.free {
                        option value=(to(atom.id)) { (v.ta("paper-way-place", &[("place", says::name(v, &atom.name).into())])) }
                    }
                    option value=(AS_NOTE) selected[wrong.row.way == AS_NOTE] { (v.t("paper-way-note")) }
                }
            }
        }
    }
}

/// Somebody who is in the way: what really was with them.
fn other(ctx: Ctx<'_>, n: usize, wrong: &Wrong, clash: &Clash, seen: &Seen) -> Markup {
    let v = ctx.v;
    let r = &seen.receipt;
    let id = r.reservation.id.to_string();
    let when = v.when(&ctx.station.zone);
    let span = r.reservation.span;
    let who = [told::who(v, &seen.guest), when.times(span.from, span.until), says::what(v, r)].join(" · ");
    let said = wrong.row.others.iter().find(|(of, _)| *of == id).map_or("", |(_, word)| word.as_str());
    let begun = span.from <= v.now();
    let movable = clash.offering.mode == Mode::AnyOne && wrong.row.place.contains('/');
    let words: Vec<&str> =
        [("same", true), ("not-come", begun), ("moved", movable)].into_iter().filter(|w| w.1).map(|w| w.0).collect();
    html! {
        label {
            span { b { (who) } " " (told::state(v, seen)) }
            select name={ "other-" (n) "-" (id) } aria-label=(v.ta("paper-other-field", &[("n", n.into()), ("who", who.as_str().into())])) {
                option value="" { (v.t("paper-other-none")) }
                @for word in words { option value=(word) selected[word == said] { (v.t(&format!("paper-other-{word}"))) } }
            }
        }
    }
}
