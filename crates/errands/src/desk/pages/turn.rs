//! Whoever is at the desk, large, and what can be pressed. The one big button comes first: Tab and Enter reach it, and so does
//! the key n.
use kernel::page::{Button, Field, Fields, icon, once};
use maud::{Markup, html};

use super::calls::{Page, keep_desk};
use super::{Ctx, lists};
use crate::answers::Desk;
use crate::desk::asked::{MOST_IN_A_REASON, PressKind};
use crate::desk::seen::Turn;
use crate::desk::told;
use crate::rules::{Kind, Outcome, State};
use crate::says;
use kernel::form::Problems;

pub fn card(ctx: Ctx<'_>, p: &Page<'_>, desk: &Desk) -> Markup {
    html! {
        section class="card turn" aria-labelledby="h-turn" {
            @match &p.calls.current {
                Some(t) => (with(ctx, p, t)),
                None => (free(ctx, p, desk)),
            }
        }
        @if let Some(t) = p.calls.current.as_ref().filter(|t| t.waits.kept.ticket.state == State::Serving) {
            (elsewhere(ctx, p, t))
        }
    }
}

/// Nobody is at the desk.
fn free(ctx: Ctx<'_>, p: &Page<'_>, desk: &Desk) -> Markup {
    html! {
        h2 id="h-turn" class="lab" { (ctx.v.ta("errands-desk-free", &[("n", desk.id.into())])) }
        form method="post" action=(ctx.path("/calls")) { (once(p.once)) (keep_desk(p)) (call(ctx, p)) }
        (behind(ctx, p))
    }
}

/// The one button, with who would be called.
fn call(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let first = p.calls.next.first().map(|(w, _)| w.number.to_string());
    html! {
        button class="btn huge" name="press" value="next" accesskey="n" disabled[first.is_none() && p.calls.current.is_none()] {
            (icon("speakerphone"))
            (ctx.v.t("errands-desk-call-next"))
            @if let Some(number) = &first { " " b { (number) } }
        }
    }
}

/// 后面 2 人 · 最早的 9 分钟前取的号
fn behind(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let earliest = p.calls.next.iter().map(|(w, _)| w.kept.drawn_at).min();
    html! {
        p class="behind" {
            (ctx.v.ta("errands-desk-behind", &[("n", p.calls.next.len().into())]))
            @if let Some(at) = earliest {
                " · "
                (ctx.v.ta("errands-desk-earliest",
                    &[("length", told::minutes(ctx.v, ctx.station, told::since(ctx.v, at)).into())]))
            }
        }
    }
}

fn with(ctx: Ctx<'_>, p: &Page<'_>, t: &Turn) -> Markup {
    let ticket = &t.waits.kept.ticket;
    let length = told::minutes(ctx.v, ctx.station, told::since(ctx.v, ticket.since));
    let (state, for_long) = match ticket.state {
        State::Called => ("state-called", ctx.v.ta("errands-desk-called-for", &[("length", length.into())])),
        _ => ("state-serving", ctx.v.ta("errands-desk-served-for", &[("length", length.into())])),
    };
    html! {
        h2 id="h-turn" class="now" {
            span class="lab" { (ctx.v.t(&format!("errands-{state}"))) }
            b { (t.waits.number) }
            span class="lab" { (for_long) }
        }
        (whose(ctx, t))
        form method="post" action=(ctx.path("/calls")) {
            (once(p.once))
            (keep_desk(p))
            (lists::ticket(&t.waits))
            @for (id, name, outcome) in &t.waits.matters {
                (matter(ctx, t, (*id, says::name(ctx.v, name)), *outcome))
            }
            @if ticket.state == State::Called { (called(ctx, ticket.calls)) } @else {
                (call(ctx, p))
                div class="presses" {
                    (press(ctx, PressKind::Finish, "circle-check"))
                    (press(ctx, PressKind::Pause, "player-pause"))
                }
            }
        }
        (behind(ctx, p))
    }
}

fn called(ctx: Ctx<'_>, calls: i16) -> Markup {
    html! {
        button class="btn huge" name="press" value=(PressKind::Serve.name()) accesskey="n" {
            (icon("user-check")) (ctx.v.t("errands-desk-press-serve"))
        }
        div class="presses" {
            (press(ctx, PressKind::Recall, "volume"))
            (press(ctx, PressKind::Miss, "ban"))
        }
        @if calls > 1 { p class="behind" { (ctx.v.ta("errands-desk-calls", &[("n", i32::from(calls).into())])) } }
    }
}

fn press(ctx: Ctx<'_>, kind: PressKind, picture: &'static str) -> Markup {
    let label = ctx.v.t(&format!("errands-desk-press-{}", kind.name()));
    html! { (Button::new(label).secondary().icon(picture).named("press", kind.name())) }
}

/// The name and the number, if there are, who goes first, how long they waited.
fn whose(ctx: Ctx<'_>, t: &Turn) -> Markup {
    let waited = told::minutes(ctx.v, ctx.station, t.waited);
    html! {
        p class="whose" {
            @if let Some(name) = &t.waits.name { b { (name) } }
            @if let Some(name) = &t.waits.carried_by { span { (ctx.v.ta("errands-desk-carried", &[("name", name.as_str().into())])) } }
            @if let Some(phone) = &t.phone { a href={ "tel:" (phone.full()) } { (phone) } }
            @if t.waits.kept.ticket.priority.is_some() { (lists::priority(ctx, t.waits.kept.ticket.priority)) }
            span { (ctx.v.ta("errands-desk-waited", &[("length", waited.into())])) }
        }
    }
}

/// One matter with what to bring, and what became of it.
fn matter(ctx: Ctx<'_>, t: &Turn, (id, name): (i32, &str), now: Outcome) -> Markup {
    let papers = t.papers.iter().find(|(of, _)| *of == id).map(|(_, papers)| papers.as_slice()).unwrap_or_default();
    let chosen = |o: Outcome| if now == Outcome::Open { o == Outcome::Done } else { o == now };
    html! {
        div class="matter" {
            label for={ "outcome-" (id) } { (name) }
            @if t.waits.kept.ticket.state == State::Serving {
                select id={ "outcome-" (id) } name={ "outcome-" (id) } {
                    @for o in Outcome::ALL.into_iter().filter(|o| *o != Outcome::Open) {
                        option value=(o as i16) selected[chosen(o)] { (outcome(ctx, o)) }
                    }
                }
            }
            @if !papers.is_empty() {
                ul class="papers" {
                    @for paper in papers {
                        li {
                            (says::name(ctx.v, &paper.name))
                            @if paper.kind != Kind::Required { small { (kind(ctx, paper.kind)) } }
                            @if !paper.note.zh.is_empty() { small { (says::name(ctx.v, &paper.note)) } }
                        }
                    }
                }
            }
        }
    }
}

pub fn kind(ctx: Ctx<'_>, kind: Kind) -> String {
    ctx.t(match kind {
        Kind::Required => "paper-required",
        Kind::MayFollow => "paper-may-follow",
        Kind::LookedUp => "paper-looked-up",
    })
}

pub fn outcome(ctx: Ctx<'_>, outcome: Outcome) -> String {
    ctx.t(match outcome {
        Outcome::Open => "outcome-open",
        Outcome::Done => "outcome-done",
        Outcome::PaperMissing => "outcome-paper-missing",
        Outcome::Away => "outcome-away",
        Outcome::Elsewhere => "outcome-elsewhere",
    })
}

/// What is rarer and needs a word more: each a form of its own, so that Enter in it presses nothing else.
fn elsewhere(ctx: Ctx<'_>, p: &Page<'_>, t: &Turn) -> Markup {
    let none = Problems::default();
    let f = Fields::new(ctx.v, &none);
    let lines: Vec<(String, String)> = (p.calls.board.lines.iter())
        .map(|l| (format!("line:{}", l.id), format!("{} {}", l.letter, says::name(ctx.v, &l.name))))
        .collect();
    let who: Vec<(String, String)> = (p.calls.officials.iter())
        .filter(|o| Some(o.official.id) != p.calls.me)
        .map(|o| {
            let (_, is) = says::shown(ctx.v, &ctx.when(), &o.shown);
            (format!("official:{}", o.official.id), format!("{} · {is}", o.official.name))
        })
        .collect();
    let to = lines.iter().chain(&who).map(|(value, label)| (value.as_str(), label.as_str()));
    let hold = who.iter().map(|(value, label)| (value.as_str(), label.as_str()));
    let form = |kind: PressKind, inside: Markup| {
        let key = kind.name();
        html! {
            details {
                summary { (ctx.v.t(&format!("errands-desk-press-{key}"))) }
                form method="post" action=(ctx.path("/calls")) {
                    (once(p.once)) (keep_desk(p)) (lists::ticket(&t.waits)) (inside)
                    (Button::new(ctx.v.t(&format!("errands-desk-do-{key}"))).secondary().named("press", key))
                }
            }
        }
    };
    let reason = Field::new("reason", ctx.v.t("errands-desk-reason"))
        .hint(ctx.v.t("errands-desk-reason-hint"))
        .longest(MOST_IN_A_REASON);
    html! {
        div class="rare" {
            (form(PressKind::Transfer, f.select(Field::new("to", ctx.v.t("errands-desk-transfer-to")), to)))
            @if !who.is_empty() { (form(PressKind::Hold, f.select(Field::new("for", ctx.v.t("errands-desk-hold-for")), hold))) }
            (form(PressKind::Close, f.text_field(reason)))
        }
    }
}
