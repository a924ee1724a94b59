//! The week of a post: who stands there, where nobody does in plain sentences, and one press to send somebody.
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::page::{
    Button, Field, Fields, Row, Tab, Tone, actions, empty, notice, once, query_value, rows, section, tabs,
};
use maud::{Markup, html};
use people::StaffAt;

use super::sisters;
use crate::desk::pages::Ctx;
use crate::duty::ShiftId;
use crate::duty::answers::{DayOf, Named, PostNow, Week};
use crate::duty::rules::{Now, Span};
use crate::duty::says;
use crate::says::{hours, name};

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct ShiftForm {
    pub once: String,
    pub post: String,
    pub on: String,
    pub from: String,
    pub until: String,
    /// The id of somebody of the staff.
    pub staff: String,
    pub volunteer: String,
}

pub struct Page<'a> {
    pub all: &'a [PostNow],
    /// The week of the post that is looked at; none without posts.
    pub week: Option<&'a Week>,
    pub staff: &'a [StaffAt],
    pub manager: bool,
    pub form: &'a ShiftForm,
    pub problems: &'a Problems,
    pub done: Option<Done>,
}

/// What has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Kept,
    Removed,
    /// So many shifts were copied.
    Copied(usize),
}

/// The address of a week.
pub fn path(ctx: Ctx<'_>, post: i32, on: Date) -> String {
    ctx.path(&format!("/duty?post={post}&on={on}"))
}

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let v = ctx.v;
    html! {
        (sisters(ctx, "/duty"))
        @if let Some(done) = p.done { (notice(Tone::Ok, &said(ctx, done), html! {})) }
        @match p.week {
            None => (empty("user-check", &v.t("duty-none"), None)),
            Some(week) => {
                (posts(ctx, p, week))
                (now(ctx, p, week))
                (section("h-week", &v.ta("duty-week", &[("from", ctx.when().date_in_full(week.monday).into())]),
                    Some((&v.t("duty-next-week"), &path(ctx, week.post.id, week.monday.saturating_add(7.days())))),
                    rows(week.days.iter().map(|d| day(ctx, week, d)))))
                (leaf(ctx, week))
                (section("new", &v.t("duty-new-shift"), None, form(ctx, p, (&ctx.path("/duty/shifts"), &v.t("duty-stand")))))
            }
        }
        @if p.manager {
            p class="chips" { (Button::new(v.t("duty-new-post")).small(false).icon("plus").href(ctx.path("/duty/posts/new"))) }
        }
    }
}

fn said(ctx: Ctx<'_>, done: Done) -> String {
    match done {
        Done::Kept => ctx.v.t("duty-kept"),
        Done::Removed => ctx.v.t("duty-removed"),
        Done::Copied(n) => ctx.v.ta("duty-copied", &[("n", n.into())]),
    }
}

fn posts(ctx: Ctx<'_>, p: &Page<'_>, week: &Week) -> Markup {
    let tab = |one: &PostNow| {
        let to = path(ctx, one.post.id, week.monday);
        Tab::new(name(ctx.v, &one.post.name), to, one.post.id == week.post.id)
    };
    let all: Vec<Tab> = p.all.iter().map(tab).collect();
    html! { @if all.len() > 1 { (tabs(&ctx.v.t("duty-posts"), "true", &all)) } }
}

/// Who stands there now, with the way to hand over; and what the post promises.
fn now(ctx: Ctx<'_>, p: &Page<'_>, week: &Week) -> Markup {
    let v = ctx.v;
    let Some(post) = p.all.iter().find(|one| one.post.id == week.post.id) else { return html! {} };
    let (kind, words) = says::now(v, &ctx.when(), post);
    let row = Row::new(name(v, &post.post.place)).icon("user-check").status(kind, &words);
    let row = row.note(&v.ta("duty-promises", &[("hours", hours(v, &post.post.hours).into())]));
    let row = if p.manager {
        row.link(ctx.path(&format!("/duty/posts/{}", post.post.id)), &v.t("duty-edit"), false)
    } else {
        row
    };
    let here: &[(ShiftId, _)] = if let Now::Here(all) = &post.now { all } else { &[] };
    html! {
        div class="sec" { (rows([row])) }
        @for (id, _) in here { (hand_over(ctx, p, *id, &says::colleague(v, post.who(*id)))) }
    }
}

fn hand_over(ctx: Ctx<'_>, p: &Page<'_>, id: ShiftId, who: &str) -> Markup {
    let v = ctx.v;
    html! {
        details class="sec" {
            summary { (v.ta("duty-hand-over-of", &[("who", who.into())])) }
            form method="post" action=(ctx.path(&format!("/duty/shifts/{id}/handover"))) {
                (once(&p.form.once))
                (whom(ctx, p, &Fields::new(v, &Problems::default()), &format!("{id}-")))
                (actions(html! { (Button::new(v.t("duty-hand-over"))) }))
            }
        }
    }
}

/// Staff to choose from, and a line for somebody who does not work here. Ids of fields stand once on a page: those of the
/// form at its end have no prefix.
fn whom(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>, prefix: &str) -> Markup {
    let v = ctx.v;
    let nobody = v.t("duty-choose");
    if !prefix.is_empty() {
        return html! {
            div class="fld" {
                label for={ (prefix) "staff" } { (v.t("duty-who")) }
                select id={ (prefix) "staff" } name="staff" {
                    option value="" { (nobody) }
                    @for s in p.staff { option value=(s.id) { (s.name) } }
                }
            }
            div class="fld" {
                label for={ (prefix) "volunteer" } { (v.t("duty-volunteer")) small { (v.t("form-optional")) } }
                input id={ (prefix) "volunteer" } type="text" name="volunteer" maxlength="30" autocomplete="off";
            }
        };
    }
    let staff: Vec<(String, &str)> = p.staff.iter().map(|s| (s.id.to_string(), s.name.as_str())).collect();
    let options = std::iter::once(("", nobody.as_str())).chain(staff.iter().map(|(id, name)| (id.as_str(), *name)));
    html! {
        (f.select(Field::new("staff", v.t("duty-who")).value(&p.form.staff).optional(), options))
        (f.text_field(Field::new("volunteer", v.t("duty-volunteer")).value(&p.form.volunteer).longest(30)
            .hint(v.t("duty-volunteer-hint")).autocomplete("off").optional()))
    }
}

/// A day: who stands there, and each gap as a sentence that leads to the form with its times.
fn day(ctx: Ctx<'_>, week: &Week, d: &DayOf) -> Row {
    let (v, when) = (ctx.v, ctx.when());
    let row = Row::end(
        Row::new(says::day(&when, d.on)),
        html! { ul class="chips" {
            @for n in &d.shifts { li { (shift(ctx, n)) } }
            @for gap in d.cover.gaps.iter().filter(|gap| gap.1 > v.now()) { li { (fill(ctx, week, d.on, *gap)) } }
        } },
    );
    let gone = d.cover.gaps.iter().map(|gap| says::gap(v, &when, d.on, *gap));
    let row = gone.fold(row, |row, words| row.status(kernel::page::Kind::Away, &words));
    let doubled = |span: &Span| v.ta("duty-doubled", &[("times", when.times(span.0, span.1).into())]);
    let row = d.cover.doubled.iter().map(doubled).fold(row, |row, words| row.note(&words));
    match (d.promised.is_empty(), d.cover.gaps.is_empty()) {
        (true, _) => row.note(&v.t("duty-nothing-promised")),
        (false, true) => row.status(kernel::page::Kind::Ok, &v.t("duty-covered")),
        _ => row,
    }
}

fn shift(ctx: Ctx<'_>, n: &Named) -> Markup {
    let s = &n.kept.shift;
    let words = format!("{} {}", says::colleague(ctx.v, n.who.as_ref()), ctx.when().times(s.from, s.until));
    match s.until > ctx.v.now() {
        true => kernel::page::pill(&words, &ctx.path(&format!("/duty/shifts/{}", s.id))),
        false => html! { span class="note" { (words) } },
    }
}

/// 14:00–15:30 排人
fn fill(ctx: Ctx<'_>, week: &Week, on: Date, gap: Span) -> Markup {
    let when = ctx.when();
    let (from, until) = (when.time(gap.0), when.time(gap.1));
    let query = format!("&from={}&until={}#new", query_value(&from), query_value(&until));
    let words = ctx.v.ta("duty-fill", &[("times", when.times(gap.0, gap.1).into())]);
    let about = format!("{} {words}", when.weekday(on));
    html! { (Button::new(words).small(true).about(about).href(format!("{}{query}", path(ctx, week.post.id, on)))) }
}

/// The week before, and the press that writes last week's shifts once more.
fn leaf(ctx: Ctx<'_>, week: &Week) -> Markup {
    let v = ctx.v;
    html! {
        form method="post" action=(ctx.path(&format!("/duty/posts/{}/copies", week.post.id))) {
            input type="hidden" name="on" value=(week.monday);
            p class="chips" {
                (Button::new(v.t("duty-copy-week")).small(false).icon("copy"))
                (Button::new(v.t("duty-last-week")).small(false).href(path(ctx, week.post.id, week.monday.saturating_sub(7.days()))))
            }
        }
    }
}

/// Who, and when: the times are those of the gap that led here.
pub fn form(ctx: Ctx<'_>, p: &Page<'_>, (action, label): (&str, &str)) -> Markup {
    let (v, f) = (ctx.v, Fields::new(ctx.v, p.problems));
    html! {
        (f.summary())
        form method="post" action=(action) {
            (once(&p.form.once))
            input type="hidden" name="post" value=(p.form.post);
            div class="two-up" {
                div {
                    (f.date_field(Field::new("on", v.t("duty-day")).value(&p.form.on)))
                    (f.time_field(Field::new("from", v.t("duty-from")).value(&p.form.from)))
                    (f.time_field(Field::new("until", v.t("duty-until")).value(&p.form.until)))
                }
                div { (whom(ctx, p, &f, "")) }
            }
            (actions(html! { (Button::new(label)) }))
        }
    }
}

/// One shift: written anew, or taken away.
pub fn edit(ctx: Ctx<'_>, p: &Page<'_>, id: ShiftId) -> Markup {
    let path = ctx.path(&format!("/duty/shifts/{id}"));
    html! {
        (form(ctx, p, (&path, &ctx.v.t("duty-keep"))))
        form method="post" action={ (path) "/removal" } class="sec" {
            (actions(html! { (Button::new(ctx.v.t("duty-remove")).danger()) }))
        }
    }
}
