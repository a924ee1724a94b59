//! What the appointments of a line are like.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Tone, actions, notice, once};
use maud::{Markup, html};

use crate::booked::rules::Policy;
use crate::desk::pages::Ctx;
use crate::rules::LineId;

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct PolicyForm {
    pub once: String,
    pub share: String,
    pub minutes: String,
    pub days: String,
    pub notice: String,
    pub each: String,
}

impl PolicyForm {
    pub fn of(once: String, p: &Policy) -> PolicyForm {
        PolicyForm {
            once,
            share: p.share.to_string(),
            minutes: p.minutes.to_string(),
            days: p.days.to_string(),
            notice: p.notice.to_string(),
            each: p.each.to_string(),
        }
    }
}

pub fn body(ctx: Ctx<'_>, line: LineId, (form, kept): (&PolicyForm, bool), problems: &Problems) -> Markup {
    let f = Fields::new(ctx.v, problems);
    let field = |name: &'static str, value: &str, (least, most): (i32, i32)| {
        let (label, hint) = (ctx.v.t(&format!("booked-policy-{name}")), ctx.v.t(&format!("booked-policy-{name}-hint")));
        f.number_field(Field::new(name, label).value(value).hint(hint).range(least, most))
    };
    html! {
        @if kept { (notice(Tone::Ok, &ctx.v.t("booked-policy-kept"), html! {})) }
        (f.summary())
        form method="post" action=(ctx.path(&format!("/lines/{line}/appointments"))) {
            (once(&form.once))
            div class="two-up" {
                div {
                    (field("share", &form.share, (0, 100)))
                    (field("minutes", &form.minutes, (5, 120)))
                    (field("each", &form.each, (1, 5)))
                }
                div {
                    (field("days", &form.days, (1, 60)))
                    (field("notice", &form.notice, (0, 10_080)))
                }
            }
            (actions(html! { (Button::new(ctx.v.t("booked-policy-keep"))) }))
        }
    }
}
