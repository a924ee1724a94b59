//! The first thing that an official sees: who is at my desk, the one button, who is next and why.
use kernel::page::{Button, Tab, Tone, empty, notice, once, pill, refused, section, tabs};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::{Ctx, lists, lounge, presence, turn};
use crate::desk::seen::{Calls, Undoable};
use crate::says;

pub struct Page<'a> {
    pub calls: &'a Calls,
    pub once: &'a str,
    pub refused: Option<&'a Said>,
}

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let Some(desk) = &p.calls.desk else { return choose(ctx, p) };
    let me = p.calls.officials.iter().find(|o| Some(o.official.id) == p.calls.me);
    html! {
        @if let Some(said) = p.refused { (refused(ctx.v, said)) }
        (desks(ctx, p))
        @if p.calls.to_tell > 0 { (to_tell(ctx, p.calls.to_tell)) }
        @if desk.lines.is_empty() { (notice(Tone::Lamp, &ctx.v.t("errands-desk-serves-nothing"), html! {})) }
        (turn::card(ctx, p, desk))
        @if let Some(undo) = &p.calls.undo { (take_back(ctx, p, undo)) }
        div class="two-up" {
            div {
                (lists::next(ctx, p))
                (lists::booked(ctx, p))
                (lists::later(ctx, p))
            }
            div {
                (lists::aside(ctx, p))
                @if let Some(me) = me {
                    (section("h-where", &ctx.v.t("errands-desk-where-am-i"), None, presence::strip(ctx, me, p.once)))
                }
                @if let Some(seats) = &p.calls.lounge {
                    @let more = (ctx.v.t("lounge-more"), ctx.path("/lounge"));
                    (section("h-lounge", &ctx.v.t("lounge-title"), Some((&more.0, &more.1)),
                        lounge::strip(ctx, seats, (p.once, Some(desk.id)))))
                }
            }
        }
    }
}

/// Somebody waits for a clerk's voice.
fn to_tell(ctx: Ctx<'_>, n: i64) -> Markup {
    let to = pill(&ctx.v.t("promises-see"), &ctx.path("/told"));
    notice(Tone::Lamp, &ctx.v.ta("promises-to-tell", &[("n", n.into())]), html! { p { (to) } })
}

/// Nobody knows yet at which desk they sit.
fn choose(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    html! {
        @if let Some(said) = p.refused { (refused(ctx.v, said)) }
        @if p.calls.board.desks.is_empty() {
            (empty("building", &ctx.v.t("errands-desk-no-desks"), None))
        } @else {
            (section("h-sit", &ctx.v.t("errands-desk-which-desk"), None, html! {
                ul class="sit" {
                    @for d in &p.calls.board.desks {
                        li { a class="card" href=(ctx.calls(Some(d.id))) { b { (d.id) } (says::name(ctx.v, &d.note)) } }
                    }
                }
            }))
        }
    }
}

fn desks(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let sits = p.calls.desk.as_ref().map(|d| d.id);
    let tab =
        |id: i32| Tab::new(ctx.v.ta("errands-desk-desk", &[("n", id.into())]), ctx.calls(Some(id)), Some(id) == sits);
    let all: Vec<Tab> = p.calls.board.desks.iter().map(|d| tab(d.id)).collect();
    html! { @if all.len() > 1 { (tabs(&ctx.v.t("errands-desk-which-desk"), "true", &all)) } }
}

/// Three minutes long a press can be taken back.
fn take_back(ctx: Ctx<'_>, p: &Page<'_>, undo: &Undoable) -> Markup {
    let what = ctx.v.t(&format!("errands-desk-did-{}", undo.step.name()));
    let label = ctx.v.ta("errands-desk-undo", &[("what", what.into()), ("number", undo.number.to_string().into())]);
    html! {
        form method="post" action=(ctx.path("/calls")) class="undo" {
            (once(p.once))
            (keep_desk(p))
            input type="hidden" name="tickets"
                value=(undo.tickets.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
            (Button::new(label).small(false).icon("history").named("press", "undo"))
        }
    }
}

/// The desk goes along with every press.
pub fn keep_desk(p: &Page<'_>) -> Markup {
    html! { @if let Some(desk) = &p.calls.desk { input type="hidden" name="desk" value=(desk.id); } }
}
