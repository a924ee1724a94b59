//! The line at the desk: who waits for what, what is kept for whom, and writing somebody down.
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, Kind, Tone, actions, day_links, empty, notice, once, section, status};
use maud::{Markup, html};

use super::wished;
use crate::desk::pages::Ctx;
use crate::desk::seen::{Guest, Seen};
use crate::desk::told;
use crate::offers::{InLine, Offer};
use crate::rules::{Offering, Who};
use crate::says;
use crate::waiting::forms::WaitForm;

/// A day's line.
pub struct Line<'a> {
    pub on: Date,
    pub waits: &'a [(InLine, Guest)],
    /// What is kept because of a closure.
    pub kept: &'a [(Offer, Seen)],
    pub offerings: &'a [Offering],
    pub form: &'a WaitForm,
    pub problems: &'a Problems,
    pub did: Option<&'a str>,
}

pub fn body(ctx: Ctx<'_>, line: &Line<'_>) -> Markup {
    let v = ctx.v;
    html! {
        @match line.did {
            Some(did @ ("asked" | "stopped" | "accepted" | "refused")) => {
                (notice(Tone::Ok, &v.t(&format!("waiting-desk-did-{did}")), html! {}))
            }
            _ => {}
        }
        (days(ctx, line.on))
        @if !line.kept.is_empty() { (kept(ctx, line.kept)) }
        @if line.waits.is_empty() { (empty("users", &v.t("waiting-desk-nobody"), None)) } @else { (waits(ctx, line.waits)) }
        (section("new", &v.t("waiting-desk-new"), None, form(ctx, line)))
    }
}

fn days(ctx: Ctx<'_>, chosen: Date) -> Markup {
    let when = ctx.v.when(&ctx.station.zone);
    let mut all: Vec<Date> = (0..5).map(|n| when.today().saturating_add(jiff::Span::new().days(n))).collect();
    if !all.contains(&chosen) {
        all.push(chosen);
    }
    let chip = |on: Date| page::Day {
        value: ctx.path(&format!("/waits?on={on}")),
        top: when.day(on),
        under: when.short_date(on),
        chosen: on == chosen,
        shut: false,
    };
    day_links(&ctx.v.t("venues-desk-days"), &all.into_iter().map(chip).collect::<Vec<_>>())
}

fn waits(ctx: Ctx<'_>, all: &[(InLine, Guest)]) -> Markup {
    let v = ctx.v;
    let title = v.ta("waiting-desk-line", &[("n", all.len().into())]);
    section(
        "line",
        &title,
        None,
        html! { ul class="card rows" { @for (w, guest) in all { li { (row(ctx, w, guest)) } } } },
    )
}

fn row(ctx: Ctx<'_>, w: &InLine, guest: &Guest) -> Markup {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let label = v.t("waiting-desk-stop");
    let about = format!("{label} {}", told::who(v, guest));
    html! {
        div class="row" {
            span class="day" { b { (when.time(w.wait.earliest)) } (when.time(w.wait.latest)) }
            span class="seen" {
                b { (told::who(v, guest)) }
                span class="note" { (says::name(v, &w.offering.name)) " · " (wished(v, &when, w)) }
                @if guest.phone.is_none() && w.offer.is_some() { span class="note" { (v.t("venues-desk-tell-in-person")) } }
                @else { (told::call(v, guest)) }
                @match &w.offer {
                    Some(offer) => (status(Kind::Ok, &kept_until(ctx, offer))),
                    None => (status(Kind::Away, &v.ta("waiting-desk-ahead", &[("n", w.ahead.into())]))),
                }
            }
            @if let Some(offer) = &w.offer { (answer(ctx, offer, guest)) } @else {
                form class="chips" method="post" action=(ctx.path(&format!("/waits/{}/end", w.wait.id))) {
                    (Button::new(label).small(false).about(about))
                }
            }
        }
    }
}

/// 留到 17:30，等回复
pub fn kept_until(ctx: Ctx<'_>, offer: &Offer) -> String {
    let at = says::at(&ctx.v.when(&ctx.station.zone), offer.kept.until_at);
    ctx.v.ta("waiting-desk-kept-until", &[("at", at.into())])
}

/// Yes or no, for somebody who was called.
pub fn answer(ctx: Ctx<'_>, offer: &Offer, guest: &Guest) -> Markup {
    let v = ctx.v;
    let button = |answer: &str, go: bool| {
        let label = v.t(&format!("waiting-desk-{answer}"));
        let about = format!("{label} {}", told::who(v, guest));
        Button::new(label).small(go).named("answer", answer).about(about)
    };
    html! {
        form class="chips" method="post" action=(ctx.path(&format!("/offers/{}/answer", offer.receipt.reservation.id))) {
            (button("acceptance", true)) (button("refusal", false))
        }
    }
}

fn kept(ctx: Ctx<'_>, all: &[(Offer, Seen)]) -> Markup {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let rows = html! {
        ul class="card rows" {
            @for (offer, seen) in all { li { div class="row" {
                @let span = seen.receipt.reservation.span;
                span class="day" { b { (when.day(when.date(span.from))) } (when.time(span.from)) }
                span class="seen" {
                    b { (told::who(v, &seen.guest)) }
                    span class="note" { (says::span(&when, &span)) " · " (says::what(v, &seen.receipt)) }
                    @if seen.guest.phone.is_none() { span class="note" { (v.t("venues-desk-tell-in-person")) } }
                    @else { (told::call(v, &seen.guest)) }
                    (status(Kind::Away, &kept_until(ctx, offer)))
                }
                (answer(ctx, offer, &seen.guest))
            } } }
        }
    };
    section("kept", &v.ta("waiting-desk-kept", &[("n", all.len().into())]), None, rows)
}

/// For somebody who has called or stands here.
fn form(ctx: Ctx<'_>, line: &Line<'_>) -> Markup {
    let v = ctx.v;
    let f = Fields::new(v, line.problems);
    let open = line.offerings.iter().filter(|o| o.policy.who != Who::WalkInOnly);
    let options: Vec<(&str, &str)> = open.map(|o| (o.slug.as_str(), says::name(v, &o.name))).collect();
    let form = line.form;
    let label = |key: &str| v.t(&format!("waiting-{key}"));
    html! {
        (f.summary())
        form method="post" action=(ctx.path("/waits")) {
            (once(&form.once))
            input type="hidden" name="on" value=(line.on);
            (f.select(Field::new("offering", label("desk-what")).value(&form.offering), options))
            div class="two-up" {
                div { (f.time_field(Field::new("from", label("from")).value(&form.from))) }
                div { (f.time_field(Field::new("last", label("last")).value(&form.last).optional())) }
            }
            div class="two-up" {
                div { (f.number_field(Field::new("minutes", label("desk-minutes")).value(&form.minutes).optional().range(5, 1440))) }
                div { (f.number_field(Field::new("group", v.t("venues-how-many")).value(&form.group).optional().range(1, 1000))) }
            }
            div class="two-up" {
                div { (f.text_field(Field::new("name", label("desk-name")).value(&form.name).optional().autocomplete("off"))) }
                div { (f.tel_field(Field::new("phone", v.t("venues-phone")).value(&form.phone).optional().autocomplete("off"))) }
            }
            (actions(html! { (Button::new(label("line-up-now"))) }))
        }
    }
}
