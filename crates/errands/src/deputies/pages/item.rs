//! What one person said: where it stands, what can be pressed by whom, and all that became of it.
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, Row, actions, facts, once, rows, section, segmented, status};
use maud::{Markup, html};
use stations::Owner;

use super::day::category;
use super::desk::item_path;
use crate::deputies::answers::{Full, Told};
use crate::deputies::asked::Pressed;
use crate::deputies::rules::{Hat, State, USUAL_DAYS};
use crate::deputies::says;
use crate::desk::pages::Ctx;

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct StepForm {
    pub once: String,
    pub press: String,
    pub words: String,
    pub category: String,
    pub office: String,
    pub days: String,
}

pub struct Page<'a> {
    pub full: &'a Full,
    pub offices: &'a [Owner],
    pub hat: Hat,
    pub form: &'a StepForm,
    pub problems: &'a Problems,
}

/// The deadlines that one tap chooses.
const DAYS: [i16; 4] = [3, 5, 10, 20];

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let v = ctx.v;
    let f = Fields::new(v, p.problems);
    html! {
        (f.summary())
        (about(ctx, p))
        (presses(ctx, p, &f))
        (section("h-log", &v.t("duty-log"), None, rows(p.full.log.iter().map(|t| logged(ctx, t)))))
    }
}

fn about(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let (v, when, i) = (ctx.v, ctx.when(), &p.full.item);
    let (kind, words) = says::stands(v, &when, i);
    let keys = ["stands", "day", "who", "said", "category"].map(|key| v.t(&format!("deputies-fact-{key}")));
    let slot = i.kept.slot_at.map(|at| when.time(at)).unwrap_or_else(|| v.t("deputies-without-slot"));
    let name = i.name.clone().unwrap_or_else(|| v.t("deputies-no-name"));
    let mut all = vec![
        (keys[0].as_str(), html! { (status(kind, &words)) }),
        (
            keys[1].as_str(),
            html! { (says::deputy(v, &p.full.day)) " · " (when.date_in_full(p.full.day.kept.day.on)) " · " (slot) },
        ),
        (
            keys[2].as_str(),
            html! {
                (name)
                @if let Some(phone) = &i.phone { " " a href={ "tel:" (phone.full()) } { (phone.full()) } }
            },
        ),
    ];
    if let Some(what) = &i.what {
        all.push((keys[3].as_str(), html! { (what) }));
    }
    if let Some(category) = i.kept.category {
        all.push((keys[4].as_str(), html! { (v.t(&format!("deputies-category-{}", category.name()))) }));
    }
    facts(all)
}

/// A form around `fields` with one button.
fn form(ctx: Ctx<'_>, p: &Page<'_>, pressed: Pressed, (fields, button): (Markup, Button)) -> Markup {
    html! {
        form method="post" action=(item_path(ctx, p.full.item.kept.id)) {
            (once(&format!("{}-{}", p.form.once, pressed.name())))
            (fields)
            (actions(html! { (button.named("press", pressed.name())) }))
        }
    }
}

fn label(ctx: Ctx<'_>, pressed: Pressed) -> String {
    ctx.v.t(&format!("deputies-press-{}", pressed.name()))
}

fn presses(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>) -> Markup {
    let v = ctx.v;
    let plain = |pressed| form(ctx, p, pressed, (html! {}, Button::new(label(ctx, pressed))));
    let office = p.full.item.visit.office;
    let answers = p.hat.answers_for(office).is_ok();
    let speaks = p.hat.speaks_for_the_deputy(office).is_ok();
    html! {
        @match p.full.item.visit.state {
            State::Booked => (section("h-register", &v.t("deputies-receive"), None, html! {
                (register(ctx, p, f))
                form method="post" action={ (item_path(ctx, p.full.item.kept.id)) "/cancellation" } class="sec" {
                    (Button::new(v.t("deputies-give-back-for")).flat())
                }
            })),
            State::Registered => div class="two-up" {
                (section("h-route", &v.t("deputies-route"), None, route(ctx, p)))
                (section("h-settle", &v.t("deputies-settle"), None, plain(Pressed::Settle)))
            },
            State::Routed => div class="two-up" {
                @if answers { (section("h-answer", &v.t("deputies-answer"), None, answer(ctx, p, f))) }
                div {
                    @if speaks { (speak(ctx, p)) }
                    details class="sec" { summary { (v.t("deputies-route-elsewhere")) } (route(ctx, p)) }
                }
            },
            State::Answered => div class="two-up" {
                @if answers { (section("h-close", &v.t("deputies-close"), None, plain(Pressed::Close))) }
                @if speaks { (speak(ctx, p)) }
            },
            State::Closed => { @if speaks && office.is_some() && !p.full.item.kept.forgotten { (speak(ctx, p)) } }
            State::Cancelled | State::Missed => {}
        }
        @if p.hat.deputy && office.is_some() { p class="sec note" { (v.t("deputies-no-deputies-do-not-close")) } }
    }
}

fn register(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>) -> Markup {
    let fields = html! {
        (f.text_field(Field::new("words", ctx.v.t("deputies-what")).value(&p.form.words).longest(200).autocomplete("off")))
        (category(ctx, &p.form.category, "f-category"))
    };
    form(ctx, p, Pressed::Register, (fields, Button::new(label(ctx, Pressed::Register))))
}

fn days(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let chosen = |n: i16| p.form.days == n.to_string() || (p.form.days.is_empty() && n == USUAL_DAYS);
    let all = DAYS.map(|n| Choice::new(n.to_string(), ctx.v.ta("duty-in-days", &[("n", n.into())])).chosen(chosen(n)));
    segmented("days", &ctx.v.t("deputies-days"), &all)
}

fn route(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let v = ctx.v;
    let chosen = |o: &Owner| o.id.to_string() == p.form.office || p.full.item.visit.office == Some(o.id);
    let fields = html! {
        div class="fld" {
            label for="f-office" { (v.t("deputies-office")) }
            select id="f-office" name="office" required {
                option value="" { (v.t("deputies-choose-office")) }
                @for o in p.offices { option value=(o.id) selected[chosen(o)] { (o.name(v)) } }
            }
        }
        (days(ctx, p))
    };
    form(ctx, p, Pressed::Route, (fields, Button::new(label(ctx, Pressed::Route))))
}

fn answer(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>) -> Markup {
    let hint = ctx.v.t("deputies-answer-hint");
    let field = Field::new("words", ctx.v.t("deputies-answer-words")).value(&p.form.words).hint(hint).longest(200);
    form(ctx, p, Pressed::Answer, (f.text_field(field), Button::new(label(ctx, Pressed::Answer))))
}

/// What the deputy says; once there is an answer, that it does not settle it.
fn speak(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let v = ctx.v;
    let answered = matches!(p.full.item.visit.state, State::Answered | State::Closed);
    let id = item_path(ctx, p.full.item.kept.id);
    section(
        "h-speak",
        &v.t("deputies-speak"),
        None,
        html! {
            form method="post" action=(id) {
                (once(&format!("{}-speak", p.form.once)))
                div class="fld" {
                    label for="speak" { (v.t("deputies-speak-words")) }
                    input id="speak" type="text" name="words" maxlength="200" required autocomplete="off";
                }
                @if answered { (days(ctx, p)) }
                (actions(html! {
                    (Button::new(label(ctx, Pressed::Comment)).secondary().named("press", Pressed::Comment.name()))
                    @if answered {
                        (Button::new(label(ctx, Pressed::NotSettled)).secondary().named("press", Pressed::NotSettled.name()))
                    }
                }))
            }
        },
    )
}

fn logged(ctx: Ctx<'_>, t: &Told) -> Row {
    let (v, when) = (ctx.v, ctx.when());
    let row = Row::new(says::step(v, &when, t)).when(&when.day(when.date(t.made.at)), &when.time(t.made.at));
    let row = match &t.by {
        Some(name) => row.note(name),
        None => row,
    };
    match &t.words {
        Some(words) => row.note(words),
        None => row,
    }
}
