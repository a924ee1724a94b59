//! 待通知: whom to tell by voice, what to say in large letters, and what became of it.
use kernel::page::{Button, empty, once};
use maud::{Markup, html};

use super::Ctx;
use crate::desk::relied::ToTell;
use crate::says;

pub fn body(ctx: Ctx<'_>, all: &[ToTell], token: &str) -> Markup {
    html! {
        @if all.is_empty() {
            (empty("phone", &ctx.v.t("promises-nobody-to-tell"), None))
        } @else {
            p class="sec note" { (ctx.v.t("promises-to-tell-how")) }
            ul class="sec card rows tell" { @for one in all { li { (row(ctx, one, token)) } } }
        }
    }
}

fn row(ctx: Ctx<'_>, one: &ToTell, token: &str) -> Markup {
    let v = ctx.v;
    let whom = whom(ctx, one);
    let button = |label: &str, (name, value): (&'static str, &str), go: bool| {
        Button::new(label).small(go).about(format!("{label} {whom}")).named(name, value)
    };
    html! {
        div class="row" {
            span {}
            span {
                b {
                    (whom)
                    @if let Some(phone) = &one.phone { " " a href={ "tel:" (phone.full()) } { (phone.full()) } }
                }
                p class="say" { (one.text) }
                span class="note" { (by_when(ctx, one)) }
            }
            @if let Some(answers) = &one.answers {
                form method="post" action=(ctx.station.path(&answers.at)) {
                    (once(token))
                    input type="hidden" name="back" value=(ctx.path("/told"));
                    @for (n, (label, answer)) in answers.all.iter().enumerate() { (button(label, ("answer", answer), n == 0)) }
                }
            } @else {
                form method="post" action=(ctx.path("/told")) {
                    (once(token))
                    input type="hidden" name="id" value=(one.id);
                    (button(&v.t("promises-told"), ("outcome", "told"), true))
                    (button(&v.t("promises-not-reached"), ("outcome", "not-reached"), false))
                }
            }
        }
    }
}

/// A012 · 马占福; of somebody in the hall the number alone.
fn whom(ctx: Ctx<'_>, one: &ToTell) -> String {
    let parts: Vec<String> = [one.number.map(|n| n.to_string()), one.name.clone()].into_iter().flatten().collect();
    match (parts.is_empty(), &one.phone) {
        (false, _) => parts.join(" · "),
        (true, Some(_)) => ctx.v.t("promises-by-phone"),
        (true, None) => ctx.v.t("promises-somebody"),
    }
}

fn by_when(ctx: Ctx<'_>, one: &ToTell) -> String {
    let when = ctx.when();
    match one.until {
        Some(at) => ctx.v.ta("promises-tell-until", &[("at", says::at(&when, at).into())]),
        None => ctx.v.ta("promises-message-failed", &[("at", says::at(&when, one.since).into())]),
    }
}
