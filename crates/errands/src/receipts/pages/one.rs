//! Papers at the desk: how they stand, what can be done, what was.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Receipt, Tone, actions, notice, once, section, table};
use maud::{Markup, html};

use crate::desk::asked::MOST_IN_A_REASON;
use crate::desk::pages::Ctx;
use crate::receipts::answers::Seen;
use crate::receipts::forms::StepForm;
use crate::receipts::rules::State;
use crate::receipts::store::Made;
use crate::receipts::{path, says};
use crate::says::at;

pub struct One<'a> {
    pub seen: &'a Seen,
    pub log: &'a [Made],
    pub form: &'a StepForm,
    pub problems: &'a Problems,
    pub done: bool,
}

pub fn one(ctx: Ctx<'_>, o: &One<'_>) -> Markup {
    let (v, f, seen) = (ctx.v, Fields::new(ctx.v, o.problems), o.seen);
    let (kind, words) = says::state(v, seen);
    let whose = seen.name.clone().unwrap_or_else(|| v.t("receipt-no-name"));
    let place = format!("{} · {whose}", says::matter(v, seen));
    let ready = v.ta("receipt-then-by", &[("at", at(&ctx.when(), seen.kept.ready_at).into())]);
    let slip = format!("{}/slip", path(ctx.station, seen.kept.id));
    html! {
        @if o.done { (notice(Tone::Ok, &v.t("receipt-desk-kept"), html! {})) }
        (f.summary())
        div class="two-up" {
            div {
                (Receipt::new(v.t("receipt-title"), seen.folder(), place).status(kind, &words).below(html! {
                    @if seen.kept.state.is_open() { p { b { (ready) } } }
                    @if !seen.kept.note.is_empty() { p { b { (seen.kept.note) } } }
                    @if let Some(name) = &seen.carrier { p { (v.ta("errands-desk-carried", &[("name", name.as_str().into())])) } }
                    @if let Some(phone) = &seen.phone { p { a href={ "tel:" (phone.full()) } { (phone) } } }
                    p { (v.t("receipt-left")) " " (says::papers(v, seen.papers.iter().filter(|(_, left)| *left).map(|(p, _)| p))) }
                    p class="chips" { (Button::new(v.t("receipt-desk-slip")).small(false).icon("printer").href(slip)) }
                }))
            }
            div { (presses(ctx, o, &f)) }
        }
        (log(ctx, o.log))
    }
}

fn presses(ctx: Ctx<'_>, o: &One<'_>, f: &Fields<'_>) -> Markup {
    let state = o.seen.kept.state;
    let press = |name: &str, button: Button| {
        html! {
            form method="post" action=(ctx.path(&format!("/drop-offs/{}/steps", o.seen.kept.id))) {
                (once(&format!("{}-{name}", o.form.once)))
                (actions(html! { (button.named("press", name)) }))
            }
        }
    };
    let t = |key: &str| ctx.v.t(&format!("receipt-press-{key}"));
    html! {
        @if state == State::Received { (press("start", Button::new(t("start")).secondary())) }
        @if state.is_open() { (press("ready", Button::new(t("ready")).icon("circle-check"))) }
        @if state != State::HandedBack {
            @let button = Button::new(t("hand-back"));
            (press("hand-back", if state == State::Ready { button.icon("user-check") } else { button.secondary() }))
        }
        @if state.is_open() { (needing(ctx, o, f, "needs-more")) (needing(ctx, o, f, "later")) }
        @if state == State::NeedsMore { (needing(ctx, o, f, "brought")) }
    }
}

/// A step that needs a word or a time: a form of its own, so that Enter in it presses nothing else.
fn needing(ctx: Ctx<'_>, o: &One<'_>, f: &Fields<'_>, name: &str) -> Markup {
    let v = ctx.v;
    let label = v.t(&format!("receipt-press-{name}"));
    let open = o.form.press == name && !o.problems.none();
    let fields = if name == "needs-more" {
        f.text_field(Field::new("note", v.t("receipt-desk-note")).value(&o.form.note).longest(MOST_IN_A_REASON))
    } else {
        html! {
            (f.date_field(Field::new("on", v.t("errands-desk-on")).value(&o.form.on)))
            (f.time_field(Field::new("at", v.t("errands-desk-at")).value(&o.form.at)))
        }
    };
    html! {
        details open[open] {
            summary { (label) }
            form method="post" action=(ctx.path(&format!("/drop-offs/{}/steps", o.seen.kept.id))) {
                (once(&format!("{}-{name}", o.form.once)))
                (fields)
                (Button::new(v.t("errands-desk-keep")).secondary().named("press", name))
            }
        }
    }
}

fn log(ctx: Ctx<'_>, log: &[Made]) -> Markup {
    let (v, when) = (ctx.v, ctx.when());
    let heads = ["at", "stands", "ready"].map(|key| v.t(&format!("receipt-col-{key}")));
    let line = |made: &Made| {
        let state = v.t(&format!("receipt-state-{}", made.state.name()));
        vec![
            html! { (at(&when, made.at)) },
            html! { (state) @if !made.note.is_empty() { " · " (made.note) } },
            html! { (at(&when, made.ready_at)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = log.iter().map(line).collect();
    let title = v.t("receipt-desk-log");
    section("h-log", &title, None, table(&title, &heads.each_ref().map(String::as_str), &rows))
}
