//! Requests that wait for a yes or a no.
use maud::{Markup, html};

use super::Ctx;
use super::lists::{self, Days};
use crate::desk::seen::Seen;
use crate::desk::told;
use kernel::page::{self, Button, Tone, empty, notice};
use kernel::refusal::Said;

/// `did` is the answer that was just given: `approval` or `refusal`.
pub fn body(ctx: Ctx<'_>, all: &[Seen], did: Option<&str>, refused: Option<&Said>) -> Markup {
    let v = ctx.v;
    let waiting: Vec<&Seen> = all.iter().collect();
    let title = v.ta("venues-desk-waiting", &[("n", all.len().into())]);
    html! {
        @if let Some(said) = refused { (page::refused(v, said)) }
        @match did {
            Some("approval") => (notice(Tone::Ok, &v.t("venues-desk-did-approval"), html! {})),
            Some("refusal") => (notice(Tone::Ok, &v.t("venues-desk-did-refusal"), html! {})),
            _ => {}
        }
        @if all.is_empty() { (empty("circle-check", &v.t("venues-desk-no-requests"), None)) }
        @else {
            (lists::reservations(ctx, ("waiting", &title), (&waiting, Days::Several), &|s| answer(ctx, s)))
            p class="note sec" { (v.t("venues-desk-requests-lapse")) }
        }
    }
}

fn answer(ctx: Ctx<'_>, seen: &Seen) -> Markup {
    let v = ctx.v;
    let r = &seen.receipt.reservation;
    let button = |answer: &str, go: bool| {
        let label = v.t(&format!("venues-desk-answer-{answer}"));
        let about = format!("{label} {}", told::who(v, &seen.guest));
        Button::new(label).small(go).named("answer", answer).about(about)
    };
    let day = v.when(&ctx.station.zone).date(r.span.from);
    html! {
        form class="chips" method="post" action=(ctx.path(&format!("/requests/{}/answer", r.id))) {
            (button("approval", true)) (button("refusal", false))
            (page::pill(&v.t("venues-desk-see-day"), &ctx.today(day, Some(r.venue))))
        }
    }
}
