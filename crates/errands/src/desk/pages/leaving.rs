//! Somebody leaves whom others wait for: one press settles all, what is best for each is chosen already.
use kernel::page::{Button, Choice, Tone, actions, notice, once, segmented};
use maud::{Markup, html};

use super::Ctx;
use super::presence::PresenceForm;
use super::promised::{promised, whom};
use crate::acts::Decision;
use crate::answers::InNow;
use crate::desk::relied::HitSeen;
use crate::says;

pub struct Page<'a> {
    pub of: &'a InNow,
    /// What was said, ready to be sent again.
    pub form: &'a PresenceForm,
    pub hits: &'a [HitSeen],
}

/// The name of the field that says what becomes of a ticket.
pub fn field(id: crate::TicketId) -> String {
    format!("do-{id}")
}

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let (v, who) = (ctx.v, p.of.official.name.as_str());
    let title = v.ta("promises-leaving", &[("who", who.into()), ("n", p.hits.len().into())]);
    let hidden = [
        ("of", p.form.of.as_str()),
        ("is", &p.form.is),
        ("back", &p.form.back),
        ("village", &p.form.village),
        ("decided", "1"),
    ];
    html! {
        (notice(Tone::Lamp, &title, html! { p { (v.t("promises-leaving-how")) } }))
        form method="post" action=(ctx.path("/presence")) {
            (once(&p.form.once))
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            @for one in p.hits { (choices(ctx, one)) }
            (actions(html! {
                (Button::new(v.t("promises-leaving-do")))
                (Button::new(v.t("promises-leaving-not")).flat().href(ctx.path(&format!("/presence?of={}", p.form.of))))
            }))
        }
    }
}

fn choices(ctx: Ctx<'_>, one: &HitSeen) -> Markup {
    let choose = |(n, decision): (usize, Decision)| {
        let choice = Choice::new(decision.name(), label(ctx, one, decision));
        choice.chosen(n == 0).wide(decision == Decision::VillageDay)
    };
    let all: Vec<Choice> = one.hit.case.decisions().into_iter().enumerate().map(choose).collect();
    let told = one.hit.promises.first().map(|p| promised(ctx, p));
    let told = told.unwrap_or_else(|| ctx.v.t("promises-told-nothing"));
    let legend = [whom(ctx, &one.waits), told].join(" · ");
    segmented(&field(one.hit.kept.id), &legend, &all)
}

fn label(ctx: Ctx<'_>, one: &HitSeen, decision: Decision) -> String {
    let v = ctx.v;
    if let (Decision::VillageDay, Some(meeting)) = (decision, &one.hit.meeting) {
        let (at, who) = (says::at(&ctx.when(), meeting.from), one.goes.as_deref().unwrap_or_default());
        let args = [("at", at.into()), ("who", who.into()), ("village", meeting.village.as_str().into())];
        return v.ta("promises-do-village-day", &args);
    }
    match (decision, &one.stand_in, one.hit.case.back) {
        (Decision::StandIn, Some(who), _) => v.ta("promises-do-stand-in", &[("who", who.as_str().into())]),
        (Decision::Later, _, Some(at)) => v.ta("promises-do-later", &[("at", says::at(&ctx.when(), at).into())]),
        (decision, ..) => v.t(&format!("promises-do-{}", decision.name())),
    }
}
