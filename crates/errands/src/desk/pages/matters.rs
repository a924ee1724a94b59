//! What the station does, as managers write it down: the list, and one with its checklist.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, Tone, actions, empty, notice, once, rows, section};
use maud::{Markup, html};

use super::{Ctx, retire_button, retired_link, turn};
use crate::answers::Official;
use crate::desk::asked::{MOST_IN_A_NAME, MOST_IN_A_NOTE};
use crate::rules::{Kind, Line, Matter};
use crate::says;

pub fn list(ctx: Ctx<'_>, (all, officials, lines): (&[Matter], &[Official], &[Line]), kept: Option<&str>) -> Markup {
    let who = |m: &Matter| {
        let name = |id: Option<i32>| officials.iter().find(|o| Some(o.id) == id).map(|o| o.name.as_str());
        let line =
            lines.iter().find(|l| l.id == m.draft.line).map(|l| format!("{} {}", l.letter, says::name(ctx.v, &l.name)));
        let people = [name(m.draft.official), name(m.draft.stand_in)].into_iter().flatten().map(str::to_owned);
        let papers = ctx.v.ta("errands-desk-papers", &[("n", m.draft.papers.len().into())]);
        line.into_iter().chain(people).chain([papers]).collect::<Vec<_>>().join(" · ")
    };
    let row = |m: &Matter| {
        Row::new(says::name(ctx.v, &m.draft.name))
            .icon("file-text")
            .note(&who(m))
            .leads_to(ctx.path(&format!("/matters/{}", m.draft.slug)))
    };
    html! {
        @if let Some(name) = kept { (notice(Tone::Ok, &ctx.v.ta("errands-desk-kept", &[("name", name.into())]), html! {})) }
        @if all.is_empty() { (empty("file-text", &ctx.v.t("errands-desk-no-matters"), None)) } @else { div class="sec" { (rows(all.iter().map(row))) } }
        (actions(html! { (Button::new(ctx.v.t("errands-desk-new-matter")).icon("plus").href(ctx.path("/matters/new"))) }))
        (retired_link(ctx))
    }
}

/// One row of the checklist as typed.
#[derive(Debug, Clone, Default)]
pub struct PaperForm {
    pub kind: String,
    pub zh: String,
    pub en: String,
    pub note: String,
    pub note_en: String,
}

/// A matter as typed.
#[derive(Debug, Clone, Default)]
pub struct MatterForm {
    pub once: String,
    pub seen: String,
    pub slug: String,
    pub name_zh: String,
    pub name_en: String,
    pub words: String,
    pub line: String,
    pub official: String,
    pub stand_in: String,
    pub minutes: String,
    pub ways: [bool; 4],
    pub note_zh: String,
    pub note_en: String,
    pub papers: Vec<PaperForm>,
}

/// The names of the boxes, in the order of [`crate::rules::Ways`].
pub const WAYS: [&str; 4] = ["drop_off", "proxy", "home", "village"];
/// So many empty rows stand below the checklist.
pub const MORE_ROWS: usize = 3;

pub struct Edit<'a> {
    /// Where the form goes.
    pub action: String,
    /// Its number and the version of its checklist; nothing for a new matter.
    pub of: Option<(i32, i32)>,
    pub form: &'a MatterForm,
    pub problems: &'a Problems,
    pub lines: &'a [Line],
    pub officials: &'a [Official],
}

pub fn edit(ctx: Ctx<'_>, e: &Edit<'_>) -> Markup {
    let f = Fields::new(ctx.v, e.problems);
    html! {
        (f.summary())
        form method="post" action=(e.action) {
            (once(&e.form.once))
            input type="hidden" name="seen" value=(e.form.seen);
            div class="two-up" {
                (section("h-what", &ctx.v.t("errands-desk-matter-what"), None, what(ctx, &f, e.form)))
                (section("h-who", &ctx.v.t("errands-desk-matter-who"), None, who(ctx, &f, e)))
            }
            (section("h-papers", &ctx.v.t("errands-desk-matter-papers"), None, papers(ctx, &f, e)))
            (actions(html! { (Button::new(ctx.v.t("errands-desk-keep"))) }))
        }
        @if let Some((id, _)) = e.of { (retire_button(ctx, ("matter", id), &e.form.once)) }
    }
}

fn what(ctx: Ctx<'_>, f: &Fields<'_>, form: &MatterForm) -> Markup {
    let field = |name: &'static str, value| Field::new(name, ctx.t(&name.replace('_', "-"))).value(value);
    html! {
        (f.text_field(field("name_zh", &form.name_zh).longest(MOST_IN_A_NAME)))
        (f.text_field(field("name_en", &form.name_en).longest(2 * MOST_IN_A_NAME).optional()))
        (f.text_field(field("words", &form.words).hint(ctx.v.t("errands-desk-words-hint")).longest(MOST_IN_A_NOTE).optional()))
        (f.text_field(field("note_zh", &form.note_zh).hint(ctx.v.t("errands-desk-note-hint")).longest(MOST_IN_A_NOTE).optional()))
        (f.text_field(field("note_en", &form.note_en).longest(2 * MOST_IN_A_NOTE).optional()))
        (f.text_field(field("slug", &form.slug).hint(ctx.v.t("errands-desk-slug-hint")).longest(40)))
    }
}

fn who(ctx: Ctx<'_>, f: &Fields<'_>, e: &Edit<'_>) -> Markup {
    let lines: Vec<(String, String)> =
        e.lines.iter().map(|l| (l.id.to_string(), format!("{} {}", l.letter, says::name(ctx.v, &l.name)))).collect();
    let nobody = ctx.v.t("errands-desk-anybody");
    let officials: Vec<(String, &str)> = e.officials.iter().map(|o| (o.id.to_string(), o.name.as_str())).collect();
    let people =
        || std::iter::once(("", nobody.as_str())).chain(officials.iter().map(|(id, name)| (id.as_str(), *name)));
    let field = |name: &'static str, value| Field::new(name, ctx.t(&name.replace('_', "-"))).value(value);
    let boxes = WAYS.iter().zip(e.form.ways);
    html! {
        (f.select(field("line", &e.form.line), lines.iter().map(|(id, name)| (id.as_str(), name.as_str()))))
        (f.select(field("official", &e.form.official).optional(), people()))
        (f.select(field("stand_in", &e.form.stand_in).optional(), people()))
        (f.number_field(field("minutes", &e.form.minutes).hint(ctx.v.t("errands-desk-minutes-hint")).range(1, 240)))
        fieldset class="sec" {
            legend { (ctx.v.t("errands-desk-ways")) }
            @for (way, on) in boxes { (f.checkbox(Field::new(way, ctx.v.t(&format!("errands-desk-way-{}", way.replace('_', "-")))), on)) }
        }
    }
}

/// One row for each paper and some empty ones; a row without a name is taken out.
fn papers(ctx: Ctx<'_>, f: &Fields<'_>, e: &Edit<'_>) -> Markup {
    let kinds = [("required", Kind::Required), ("may-follow", Kind::MayFollow), ("looked-up", Kind::LookedUp)];
    let wrong = e.problems.of(f.v, "papers");
    let input = |name: &str, n: usize, value: &str| {
        html! { input name=(format!("{name}{n}")) value=(value) aria-label=(ctx.v.ta(&format!("errands-desk-paper-{name}"), &[("n", n.into())])); }
    };
    let row = |(n, paper): (usize, &PaperForm)| {
        let select = html! {
            select name=(format!("kind{n}")) aria-label=(ctx.v.ta("errands-desk-paper-kind", &[("n", n.into())])) {
                @for (value, kind) in kinds { option value=(value) selected[paper.kind == value] { (turn::kind(ctx, kind)) } }
            }
        };
        html! {
            li class="card pad" {
                (select)
                (input("zh", n, &paper.zh)) (input("en", n, &paper.en))
                (input("note", n, &paper.note)) (input("note_en", n, &paper.note_en))
            }
        }
    };
    html! {
        p class="note" {
            (ctx.v.t("errands-desk-papers-hint"))
            @if let Some((_, version)) = e.of { " " (ctx.v.ta("errands-desk-version", &[("n", version.into())])) }
        }
        @if let Some(words) = wrong { p class="err" id="f-papers" tabindex="-1" { (kernel::page::icon("alert-triangle")) (words) } }
        div class="paper heads" aria-hidden="true" {
            @for name in ["kind", "zh", "en", "note", "note_en"] { span { (ctx.v.t(&format!("errands-desk-col-{}", name.replace('_', "-")))) } }
        }
        ol class="paper-rows" { @for one in (1..).zip(&e.form.papers) { (row(one)) } }
    }
}
