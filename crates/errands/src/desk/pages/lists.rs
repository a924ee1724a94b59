//! Who is next and why, who is not there yet, and who was set aside.
use kernel::page::{Button, Kind, Row, empty, once, pill, rows, section, status};
use maud::{Markup, html};

use super::Ctx;
use super::calls::{Page, keep_desk};
use crate::desk::asked::PressKind;
use crate::desk::order::Why;
use crate::desk::seen::Waits;
use crate::desk::told;
use crate::rules::{Place, Priority, State};
use crate::says;

/// The ticket that a form is about, at the version that is shown.
pub fn ticket(w: &Waits) -> Markup {
    html! {
        input type="hidden" name="ticket" value=(w.kept.id);
        input type="hidden" name="version" value=(w.kept.ticket.version);
    }
}

pub fn priority(ctx: Ctx<'_>, priority: Priority) -> Markup {
    html! { span class="first" { (ctx.v.t(&format!("hall-first-{}", priority.name()))) } }
}

/// 高龄补贴、低保 · 罗大爷
pub fn what(ctx: Ctx<'_>, w: &Waits) -> String {
    let matters: Vec<&str> = w.matters.iter().map(|(_, name, _)| says::name(ctx.v, name)).collect();
    let matters =
        if matters.is_empty() { ctx.v.t("errands-desk-no-matter") } else { matters.join(&ctx.v.t("errands-desk-and")) };
    let carried = w.carried_by.as_ref().map(|name| ctx.v.ta("errands-desk-carried", &[("name", name.as_str().into())]));
    [Some(matters), w.name.clone(), carried].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn drawn(ctx: Ctx<'_>, w: &Waits) -> String {
    let length = told::minutes(ctx.v, ctx.station, told::since(ctx.v, w.kept.drawn_at));
    ctx.v.ta("errands-desk-drawn", &[("length", length.into())])
}

fn why(ctx: Ctx<'_>, w: &Waits, why: Why) -> Markup {
    match why {
        Why::Priority => priority(ctx, w.kept.ticket.priority),
        Why::First => html! {},
        other => html! { span class="why" { (ctx.v.t(&format!("errands-desk-why-{}", other.name()))) } },
    }
}

/// A row: the number large, what for, and what can be pressed.
fn row(ctx: Ctx<'_>, w: &Waits, note: String, more: Markup, end: Markup) -> Markup {
    html! {
        li {
            div class="row" {
                b class="n" { (w.number) }
                span { (what(ctx, w)) span class="note" { (note) } (more) }
                (end)
            }
        }
    }
}

pub fn next(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let body = if p.calls.next.is_empty() {
        empty("users", &ctx.v.t("errands-desk-nobody-waits"), None)
    } else {
        html! { ol class="card rows line" { @for (w, y) in &p.calls.next { (row(ctx, w, drawn(ctx, w), why(ctx, w, *y), html! {})) } } }
    };
    let title = ctx.v.ta("errands-desk-next", &[("n", p.calls.next.len().into())]);
    section("h-next", &title, Some((&ctx.v.t("errands-desk-draw-for"), &ctx.path("/tickets/new"))), body)
}

/// One button of a row.
fn press(ctx: Ctx<'_>, p: &Page<'_>, w: &Waits, kind: PressKind, go: bool) -> Markup {
    let label = ctx.v.t(&format!("errands-desk-press-{}", kind.name()));
    html! {
        form method="post" action=(ctx.path("/calls")) {
            (once(p.once)) (keep_desk(p)) (ticket(w))
            (Button::new(label.clone()).small(go).about(format!("{label} {}", w.number)).named("press", kind.name()))
        }
    }
}

/// Whoever has an appointment today and has not come yet, in the order of times.
pub fn booked(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let mut all: Vec<&Waits> = p.calls.later.iter().filter(|w| w.kept.ticket.state == State::Booked).collect();
    all.sort_by_key(|w| (w.kept.ticket.order_at, w.kept.number));
    let one = |w: &Waits| {
        let at = ctx.when().time(w.kept.ticket.order_at);
        let held = w.kept.ticket.until_at.filter(|_| w.kept.ticket.order_at < ctx.v.now());
        let words = match held {
            Some(until) => ctx.v.ta("booked-desk-late", &[("at", at.into()), ("until", ctx.when().time(until).into())]),
            None => ctx.v.ta("booked-desk-coming", &[("at", at.into())]),
        };
        row(ctx, w, words, html! {}, press(ctx, p, w, PressKind::Arrive, false))
    };
    let more = (ctx.v.t("booked-desk-all"), ctx.path("/appointments"));
    html! {
        @if all.is_empty() { p class="chips" { (pill(&ctx.v.t("booked-desk-title"), &more.1)) } } @else {
            (section("h-booked", &ctx.v.t("booked-desk-today"), Some((&more.0, &more.1)), html! {
                ul class="card rows line" { @for w in all { (one(w)) } }
            }))
        }
    }
}

/// Drawn at home and not come yet, or waiting for somebody else.
pub fn later(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let one = |w: &Waits| {
        let end = if w.kept.ticket.place == Place::Remote {
            press(ctx, p, w, PressKind::Arrive, false)
        } else {
            html! {}
        };
        let whom = w.kept.ticket.official.filter(|id| Some(*id) != p.calls.me);
        let whom = whom.and_then(|id| p.calls.officials.iter().find(|o| o.official.id == id));
        let more = html! {
            @if let Some(o) = whom {
                span class="why" { (ctx.v.ta("errands-desk-waits-for", &[("who", o.official.name.as_str().into())])) }
            }
        };
        row(ctx, w, drawn(ctx, w), more, end)
    };
    let all: Vec<&Waits> = p.calls.later.iter().filter(|w| w.kept.ticket.state != State::Booked).collect();
    html! {
        @if !all.is_empty() {
            (section("h-later", &ctx.v.t("errands-desk-later"), None, html! {
                ul class="card rows line" { @for w in all { (one(w)) } }
            }))
        }
    }
}

/// Paused, missed, held, deferred: each with the button that brings them back.
pub fn aside(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let one = |w: &Waits| {
        let end = match w.kept.ticket.state {
            State::Paused if p.calls.current.is_none() => press(ctx, p, w, PressKind::Resume, true),
            State::Missed => press(ctx, p, w, PressKind::Return, true),
            State::Held => press(ctx, p, w, PressKind::Release, false),
            _ => html! {},
        };
        row(ctx, w, drawn(ctx, w), stands(ctx, p, w), end)
    };
    html! {
        @if !p.calls.aside.is_empty() {
            (section("h-aside", &ctx.v.t("errands-desk-aside"), None, html! {
                ul class="card rows line" { @for w in &p.calls.aside { (one(w)) } }
            }))
        }
    }
}

/// 过号 · 11:40 前回来还能办
fn stands(ctx: Ctx<'_>, p: &Page<'_>, w: &Waits) -> Markup {
    let t = &w.kept.ticket;
    let state = ctx.v.t(&says::state_key(t.state));
    let until = t.until_at.map(|at| ctx.when().time(at));
    let whom = t.official.and_then(|id| p.calls.officials.iter().find(|o| o.official.id == id));
    let words = match (t.state, until) {
        (State::Missed, Some(at)) => ctx.v.ta("errands-desk-missed-until", &[("at", at.into())]),
        (State::Deferred, Some(at)) => ctx.v.ta("errands-desk-deferred-until", &[("at", at.into())]),
        (State::Held, _) if whom.is_some() => {
            let who = whom.map(|o| o.official.name.clone()).unwrap_or_default();
            ctx.v.ta("errands-desk-waits-for", &[("who", who.into())])
        }
        _ => state,
    };
    status(Kind::Away, &words)
}

/// Everybody's status, each with the way to say it for them.
pub fn people(ctx: Ctx<'_>, all: &[crate::answers::InNow]) -> Markup {
    let when = ctx.when();
    rows(all.iter().map(|o| {
        let (kind, words) = says::shown(ctx.v, &when, &o.shown);
        let to = ctx.path(&format!("/presence?of={}", o.official.id));
        Row::new(&o.official.name).person(&o.official.name).status(kind, &words).link(
            to,
            &ctx.v.t("errands-desk-say-for"),
            false,
        )
    }))
}
