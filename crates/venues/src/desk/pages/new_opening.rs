//! Closing or opening for a while, in two steps: what and when; then whom it hits.
use maud::{Markup, html};

use super::Ctx;
use super::lists::{self, Days};
use super::openings::{span, which};
use crate::acts::Closing;
use crate::desk::asked::MOST_IN_A_REASON;
use crate::desk::forms::{ALL, OpeningForm};
use crate::desk::seen::Seen;
use crate::rules::{LayerKind, Venue};
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, Tone, actions, facts, notice, once, radio_cards};

/// The first step.
pub fn body(ctx: Ctx<'_>, venues: &[Venue], form: &OpeningForm, problems: &Problems) -> Markup {
    let v = ctx.v;
    let f = Fields::new(v, problems);
    let all = v.t("venues-desk-whole-station");
    let ids: Vec<(String, &str)> = venues.iter().map(|x| (x.id.to_string(), v.pick(&x.name.zh, &x.name.en))).collect();
    let options = std::iter::once((ALL, all.as_str())).chain(ids.iter().map(|(id, name)| (id.as_str(), *name)));
    let label = |key: &str| v.t(&format!("venues-desk-{key}"));
    let reason = Field::new("reason_zh", label("reason"))
        .value(&form.reason_zh)
        .hint(label("reason-hint"))
        .longest(MOST_IN_A_REASON);
    let field = |name: &'static str, typed| Field::new(name, label(&name.replace('_', "-"))).value(typed);
    let kinds = [("closed", LayerKind::Closed), ("open", LayerKind::Open)].map(|(word, kind)| {
        Choice::new(word, label(&format!("kind-{word}")))
            .note(label(&format!("kind-{word}-note")))
            .chosen(form.kind() == kind)
    });
    html! {
        (f.summary())
        form method="get" action=(ctx.path("/openings/hit")) {
            (radio_cards(&f, "kind", &label("which-kind"), &kinds))
            (f.select(Field::new("venue", label("which-venue")).value(&form.venue), options))
            div class="two-up" {
                div { (f.date_field(field("from_on", &form.from_on))) (f.time_field(field("from_at", &form.from_at))) }
                div { (f.date_field(field("until_on", &form.until_on))) (f.time_field(field("until_at", &form.until_at))) }
            }
            (f.text_field(reason))
            (f.text_field(field("reason_en", &form.reason_en).longest(MOST_IN_A_REASON).optional()))
            (actions(html! { (Button::new(label("go-on"))) }))
        }
    }
}

pub fn title(form: &OpeningForm) -> &'static str {
    match form.kind() {
        LayerKind::Closed => "venues-desk-close-for-a-while",
        LayerKind::Open => "venues-desk-open-for-a-while",
    }
}

/// The second step: exactly whom it hits, and what becomes of them.
pub fn confirm(ctx: Ctx<'_>, venues: &[Venue], form: &OpeningForm, closing: &Closing, hit: &[Seen]) -> Markup {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let closes = closing.kind == LayerKind::Closed;
    let hit: Vec<&Seen> = if closes { hit.iter().collect() } else { vec![] };
    let col = |name: &str| v.t(&format!("venues-desk-col-{name}"));
    let (venue, at, reason) = (col("venue"), col("when"), col("reason"));
    let told = v.pick(&closing.reason.zh, &closing.reason.en);
    html! {
        (facts([
            (venue.as_str(), html! { (which(ctx, closing.venue, venues)) }),
            (at.as_str(), html! { (span(&when, &closing.span)) }),
            (reason.as_str(), html! { @if told.is_empty() { "—" } @else { (told) } }),
        ]))
        @if closes && hit.is_empty() { (notice(Tone::Ok, &v.t("venues-desk-hits-nobody"), html! {})) }
        @if !hit.is_empty() {
            (notice(Tone::Lamp, &v.ta("venues-desk-hits", &[("n", hit.len().into())]), html! { p { (v.t("venues-desk-hits-then")) } }))
            (lists::reservations(ctx, ("hit", &v.t("venues-desk-who-is-hit")), (&hit, Days::Several), &|s| reach(ctx, s)))
        }
        form method="post" action=(ctx.path("/openings")) {
            (hidden(form))
            (actions(html! {
                (buttons(ctx, closes, hit.len()))
                (Button::new(v.t("venues-desk-change-it")).flat().href(back(ctx, form)))
            }))
        }
    }
}

fn buttons(ctx: Ctx<'_>, closes: bool, hit: usize) -> Markup {
    let v = ctx.v;
    match (closes, hit) {
        (true, 0) => html! { (Button::new(v.t("venues-desk-close")).named("hit", "cancel")) },
        (true, n) => html! {
            (Button::new(v.ta("venues-desk-close-and-tell", &[("n", n.into())])).named("hit", "cancel"))
            (Button::new(v.t("venues-desk-close-and-keep")).secondary().named("hit", "keep"))
        },
        (false, _) => html! { (Button::new(v.t("venues-desk-open"))) },
    }
}

/// How somebody will hear of it.
fn reach(ctx: Ctx<'_>, seen: &Seen) -> Markup {
    let key = if seen.guest.phone.is_some() { "venues-desk-gets-message" } else { "venues-desk-tell-in-person" };
    html! { span class="note" { (ctx.v.t(key)) } }
}

fn pairs(form: &OpeningForm) -> [(&'static str, &str); 8] {
    [
        ("kind", &form.kind),
        ("venue", &form.venue),
        ("from_on", &form.from_on),
        ("from_at", &form.from_at),
        ("until_on", &form.until_on),
        ("until_at", &form.until_at),
        ("reason_zh", &form.reason_zh),
        ("reason_en", &form.reason_en),
    ]
}

fn hidden(form: &OpeningForm) -> Markup {
    html! {
        (once(&form.once))
        @for (name, value) in pairs(form) { input type="hidden" name=(name) value=(value); }
    }
}

/// The first step again, with everything that was typed.
pub fn back(ctx: Ctx<'_>, form: &OpeningForm) -> String {
    let query: Vec<String> =
        pairs(form).into_iter().map(|(name, value)| format!("{name}={}", kernel::page::query_value(value))).collect();
    ctx.path(&format!("/openings?{}", query.join("&")))
}
