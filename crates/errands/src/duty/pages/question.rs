//! One question: who answers for it until when, what can be pressed, and all that became of it.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, actions, facts, once, rows, section, status};
use maud::{Markup, html};
use people::StaffAt;

use super::questions::{owner, path};
use crate::desk::pages::Ctx;
use crate::duty::answers::{Question, Told};
use crate::duty::asked::Pressed;
use crate::duty::rules::{By, State};
use crate::duty::says;
use crate::says::{at, name};

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct StepForm {
    pub once: String,
    pub press: String,
    pub staff: String,
    pub on: String,
    pub at: String,
    pub words: String,
}

pub struct Page<'a> {
    pub question: &'a Question,
    pub log: &'a [Told],
    pub staff: &'a [StaffAt],
    pub me: By,
    pub form: &'a StepForm,
    pub problems: &'a Problems,
}

impl Page<'_> {
    fn is_mine(&self) -> bool {
        self.question.item.owner == self.me.staff || self.me.manager
    }

    fn is_asked(&self) -> bool {
        self.question.item.offered == Some(self.me.staff)
    }
}

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let v = ctx.v;
    let f = Fields::new(v, p.problems);
    let state = p.question.item.state;
    html! {
        (f.summary())
        (about(ctx, p))
        @if p.is_asked() { (accept(ctx, p)) }
        @if state != State::Closed && p.is_mine() { (presses(ctx, p, &f)) }
        @if state != State::Closed && !p.is_mine() && !p.is_asked() {
            p class="sec note" { (v.ta("duty-not-yours", &[("name", p.question.owner.as_str().into())])) }
        }
        (section("h-log", &v.t("duty-log"), None, rows(p.log.iter().map(|step| logged(ctx, step)))))
    }
}

fn about(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let (v, q) = (ctx.v, p.question);
    let (kind, words) = says::stands(v, &ctx.when(), q);
    let provisional = q.kept.provisional.then(|| v.t("duty-provisional"));
    let keys = ["fact-stands", "fact-owner", "fact-asker", "fact-matter"].map(|key| v.t(&format!("duty-{key}")));
    let asker = q.name.clone().unwrap_or_else(|| v.t("duty-no-name"));
    let mut all = vec![
        (
            keys[0].as_str(),
            html! { (status(kind, &words)) @if let Some(words) = &provisional { span class="note" { (words) } } },
        ),
        (keys[1].as_str(), html! { (owner(ctx, q)) }),
        (
            keys[2].as_str(),
            html! {
                (asker)
                @if let Some(phone) = &q.phone { " " a href={ "tel:" (phone.full()) } { (phone.full()) } }
            },
        ),
    ];
    if let Some(matter) = &q.matter {
        all.push((keys[3].as_str(), html! { (name(v, matter)) }));
    }
    facts(all)
}

/// A form of one button.
fn press(ctx: Ctx<'_>, p: &Page<'_>, pressed: Pressed, button: Button) -> Markup {
    html! {
        form method="post" action=(path(ctx, p.question.kept.id)) {
            (once(&p.form.once))
            (button.named("press", pressed.name()))
        }
    }
}

fn label(ctx: Ctx<'_>, pressed: Pressed) -> String {
    ctx.v.t(&format!("duty-press-{}", pressed.name()))
}

fn accept(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    actions(html! {
        (press(ctx, p, Pressed::Accept, Button::new(label(ctx, Pressed::Accept))))
        (press(ctx, p, Pressed::Decline, Button::new(label(ctx, Pressed::Decline)).secondary()))
    })
}

fn presses(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>) -> Markup {
    let state = p.question.item.state;
    let small = |pressed| press(ctx, p, pressed, Button::new(label(ctx, pressed)).secondary());
    html! {
        @match state {
            State::Answered => (actions(press(ctx, p, Pressed::Told, Button::new(label(ctx, Pressed::Told))))),
            State::Promised => (actions(html! { (small(Pressed::Kept)) (small(Pressed::NobodyCame)) })),
            State::Open | State::Closed => {}
        }
        @if state != State::Answered {
            div class="two-up" {
                div { (answer(ctx, p, f)) }
                div { (another_day(ctx, p, f)) (hand_on(ctx, p)) }
            }
        }
        (actions(html! {
            @if p.question.item.offered.is_some() { (small(Pressed::TakeBack)) }
            (press(ctx, p, Pressed::Withdraw, Button::new(label(ctx, Pressed::Withdraw)).flat()))
        }))
    }
}

fn answer(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>) -> Markup {
    let v = ctx.v;
    let hint = if p.question.phone.is_some() { "duty-answer-hint-phone" } else { "duty-answer-hint" };
    section(
        "h-answer",
        &v.t("duty-answer"),
        None,
        html! {
            form method="post" action=(path(ctx, p.question.kept.id)) {
                (once(&p.form.once))
                (f.text_field(Field::new("words", v.t("duty-answer-words")).value(&p.form.words).hint(v.t(hint)).longest(200).autocomplete("off")))
                (actions(html! { (Button::new(label(ctx, Pressed::Answer)).named("press", Pressed::Answer.name())) }))
            }
        },
    )
}

/// The promise: a time, and somebody who is there.
fn another_day(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>) -> Markup {
    let v = ctx.v;
    section(
        "h-another",
        &v.t("duty-another-day"),
        None,
        html! {
            form method="post" action=(path(ctx, p.question.kept.id)) {
                (once(&p.form.once))
                p class="note" { (v.t("duty-another-day-why")) }
                (f.date_field(Field::new("on", v.t("duty-day")).value(&p.form.on).optional()))
                (f.time_field(Field::new("at", v.t("duty-at")).value(&p.form.at).optional()))
                (people(ctx, p, "with", &v.t("duty-with")))
                (actions(html! {
                    (Button::new(label(ctx, Pressed::AnotherDay)).secondary().named("press", Pressed::AnotherDay.name()))
                }))
            }
        },
    )
}

fn people(ctx: Ctx<'_>, p: &Page<'_>, id: &str, label: &str) -> Markup {
    html! {
        div class="fld" {
            label for=(id) { (label) }
            select id=(id) name="staff" {
                option value="" { (ctx.v.t("duty-choose")) }
                @for s in p.staff { option value=(s.id) selected[s.id.to_string() == p.form.staff] { (s.name) } }
            }
        }
    }
}

fn hand_on(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let v = ctx.v;
    html! {
        details class="sec" {
            summary { (v.t("duty-hand-on")) }
            form method="post" action=(path(ctx, p.question.kept.id)) {
                (once(&p.form.once))
                p class="note" { (v.t("duty-hand-on-why")) }
                (people(ctx, p, "to", &v.t("duty-hand-on-to")))
                (actions(html! { (Button::new(label(ctx, Pressed::Offer)).secondary().named("press", Pressed::Offer.name())) }))
            }
        }
    }
}

/// 今天 11:05 马学兰约好…
fn logged(ctx: Ctx<'_>, step: &Told) -> Row {
    let (v, when) = (ctx.v, ctx.when());
    let made = &step.made;
    let other = step.other.clone().unwrap_or_default();
    let moment = made.promised_at.map(|t| at(&when, t)).unwrap_or_default();
    let title = v.ta(&format!("duty-step-{}", made.step.name()), &[("other", other.into()), ("at", moment.into())]);
    let row = Row::new(title).when(&when.day(when.date(made.at)), &when.time(made.at));
    let row = row.note(&step.by.clone().unwrap_or_else(|| v.t("duty-by-time")));
    match &step.words {
        Some(words) => row.note(words),
        None => row,
    }
}
