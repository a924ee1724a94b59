//! The form of an activity: of a new one, of one that is held once more, of one that is changed.
use almanac::lunar::{LunarDate, LunarMonth};
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, actions, once, section, segmented};
use kernel::words::Lang;
use maud::{Markup, html};
use stations::{Owner, Room};

use super::Ctx;
use super::clash::clash;
use super::preview::{Preview, preview};
use crate::asked::{MOST_IN_A_LINE, MOST_IN_A_TITLE, MOST_IN_ABOUT, MOST_PLACES};
use crate::desk::forms::{Pattern, PlanForm, WEEK};
use crate::rules::{Joining, Kind, MOST_MINUTES, Refusal};
use crate::says;

pub struct Form<'a> {
    pub action: &'a str,
    pub form: &'a PlanForm,
    pub problems: &'a Problems,
    pub preview: Preview<'a>,
    pub rooms: &'a [Room],
    pub owners: &'a [Owner],
    pub refused: Option<&'a Refusal>,
    /// All but day and time is as last time: it is folded away.
    pub copies: bool,
    /// The series is there already.
    pub changes: bool,
}

pub fn form(ctx: Ctx<'_>, p: &Form<'_>) -> Markup {
    let f = Fields::new(ctx.v, p.problems);
    let folded = p.copies && p.problems.none();
    let button = if p.changes { "save" } else { "publish" };
    html! {
        (f.summary())
        form method="post" action=(p.action) data-preview=(ctx.path("/activities/preview")) {
            (once(&p.form.once))
            input type="hidden" name="seen" value=(p.form.seen);
            input type="hidden" name="from" value=(p.form.from);
            @if let Some(refusal) = p.refused { (clash(ctx, refusal)) }
            @if folded { p class="sec" { b { (p.form.title) } @if !p.form.place.is_empty() { " · " (p.form.place) } } }
            @if !folded { (what(ctx, p, &f)) }
            (when(ctx, p, &f))
            @if folded {
                (preview(ctx, &p.preview, p.problems))
                (publish(ctx, button))
                details class="sec" {
                    summary { (ctx.v.t("activities-desk-as-last-time")) }
                    (what(ctx, p, &f)) (repeats(ctx, p, &f)) (rest(ctx, p, &f))
                }
            } @else {
                (repeats(ctx, p, &f))
                (preview(ctx, &p.preview, p.problems))
                (rest(ctx, p, &f))
                (publish(ctx, button))
            }
        }
    }
}

fn publish(ctx: Ctx<'_>, key: &str) -> Markup {
    actions(html! {
        (Button::new(ctx.t(key)).icon("check"))
        (Button::new(ctx.v.t("activities-desk-look")).flat().named("look", "1"))
    })
}

fn what(ctx: Ctx<'_>, p: &Form<'_>, f: &Fields<'_>) -> Markup {
    let form = p.form;
    html! {
        (f.text_field(Field::new("title", ctx.v.t("activities-desk-title")).value(&form.title).longest(MOST_IN_A_TITLE).autocomplete("off")))
        (f.text_field(Field::new("place", ctx.v.t("activities-desk-place")).value(&form.place).longest(MOST_IN_A_LINE).hint(ctx.v.t("activities-desk-place-hint")).autocomplete("off").optional()))
    }
}

/// Day and time first: of what is held once more, nothing else has to be typed.
fn when(ctx: Ctx<'_>, p: &Form<'_>, f: &Fields<'_>) -> Markup {
    let form = p.form;
    html! {
        div class="two-up" {
            div { (f.date_field(Field::new("on", ctx.v.t("activities-desk-on")).value(&form.on))) }
            div { (f.time_field(Field::new("at", ctx.v.t("activities-desk-at")).value(&form.at).step(300))) }
        }
    }
}

/// How long, and whether and how it comes again. The fields of all patterns are there, so that it works without a script.
fn repeats(ctx: Ctx<'_>, p: &Form<'_>, f: &Fields<'_>) -> Markup {
    let (v, form) = (ctx.v, p.form);
    let patterns: Vec<(&str, String)> =
        Pattern::ALL.iter().map(|p| (p.name(), ctx.t(&format!("pattern-{}", p.name())))).collect();
    let nth: Vec<(String, String)> =
        [1, 2, 3, 4, 5, -1].map(|n| (n.to_string(), v.ta("activities-desk-nth-of", &[("n", n.into())]))).into();
    let months: Vec<(String, String)> = (1..=12).map(|n| (n.to_string(), lunar_month(ctx, n))).collect();
    let days: Vec<(String, String)> = (1..=30)
        .map(|n| (n.to_string(), lunar_day(ctx, n)))
        .chain([("-1".to_owned(), ctx.v.t("activities-desk-last-day"))])
        .collect();
    let select = |name: &'static str, value: &str, all: &[(String, String)]| {
        f.select(Field::new(name, ctx.t(name)).value(value), all.iter().map(|(v, w)| (v.as_str(), w.as_str())))
    };
    html! {
        (f.number_field(Field::new("minutes", ctx.v.t("activities-desk-minutes")).value(&form.minutes).range(5, MOST_MINUTES).step(5)))
        (f.select(Field::new("pattern", ctx.v.t("activities-desk-pattern")).value(&form.pattern), patterns.iter().map(|(v, w)| (*v, w.as_str()))))
        details class="sec" open[form.pattern() != Pattern::Once] {
            summary { (ctx.v.t("activities-desk-pattern-more")) }
            fieldset class="sec" {
                legend { (ctx.v.t("activities-desk-weekdays")) }
                div class="segs" {
                    @for (day, word) in WEEK {
                        label class="seg" {
                            input class="vh" type="checkbox" name=(word) value="1" checked[!form.ticked(day).is_empty()];
                            span { (ctx.t(&format!("short-{word}"))) }
                        }
                    }
                }
            }
            (select("nth", &form.nth, &nth))
            div class="two-up" {
                div { (select("month", &form.month, &months)) }
                div { (select("day", &form.day, &days)) }
            }
            (f.date_field(Field::new("until", ctx.v.t("activities-desk-until")).value(&form.until).optional()))
            (f.checkbox(Field::new("holidays", ctx.v.t("activities-desk-holidays")).hint(ctx.v.t("activities-desk-holidays-hint")), !form.holidays.is_empty()))
        }
    }
}

/// 初一 to 三十.
fn lunar_day(ctx: Ctx<'_>, n: u8) -> String {
    // Some month of the year has thirty days.
    let date = (1..=12).find_map(|m| LunarDate::new(2026, LunarMonth::regular(m), n).ok());
    match ctx.v.lang {
        Lang::Zh => date.map(LunarDate::short_name).unwrap_or_default().chars().skip(2).collect(),
        Lang::En => n.to_string(),
    }
}

fn lunar_month(ctx: Ctx<'_>, n: u8) -> String {
    let short = LunarDate::new(2026, LunarMonth::regular(n), 1).map(LunarDate::short_name).unwrap_or_default();
    match ctx.v.lang {
        Lang::Zh => short.chars().take(2).collect(),
        Lang::En => n.to_string(),
    }
}

fn rest(ctx: Ctx<'_>, p: &Form<'_>, f: &Fields<'_>) -> Markup {
    let (v, form) = (ctx.v, p.form);
    let none = ctx.v.t("activities-desk-no-room");
    let rooms: Vec<(String, &str)> = p.rooms.iter().map(|room| (room.id.to_string(), says::room(v, room))).collect();
    let rooms = std::iter::once(("", none.as_str())).chain(rooms.iter().map(|(id, name)| (id.as_str(), *name)));
    let owners: Vec<(String, &str)> = p.owners.iter().map(|o| (o.id.to_string(), o.name(v))).collect();
    let owners = owners.iter().map(|(id, name)| (id.as_str(), *name));
    let kinds =
        Kind::ALL.map(|k| Choice::new(k.name(), ctx.t(&format!("kind-{}", k.name()))).chosen(k.name() == form.kind));
    let ways = Joining::ALL
        .map(|j| Choice::new(j.name(), ctx.t(&format!("joining-{}", j.name()))).chosen(j.name() == form.joining));
    let line = |name: &'static str, value| {
        f.text_field(Field::new(name, ctx.t(name)).value(value).longest(MOST_IN_A_LINE).autocomplete("off").optional())
    };
    let age =
        |name: &'static str, value| f.number_field(Field::new(name, ctx.t(name)).value(value).range(0, 120).optional());
    html! {
        (f.select(Field::new("room", ctx.v.t("activities-desk-room")).value(&form.room).optional(), rooms))
        (section("h-who", &ctx.v.t("activities-desk-who"), None, html! {
            (segmented("joining", &ctx.v.t("activities-desk-joining"), &ways))
            (f.number_field(Field::new("capacity", ctx.v.t("activities-desk-capacity")).value(&form.capacity).hint(ctx.v.t("activities-desk-capacity-hint")).range(1, MOST_PLACES).optional()))
            (line("audience", &form.audience))
            div class="two-up" {
                div { (age("min_age", &form.min_age)) (age("max_age", &form.max_age)) }
                div { (f.number_field(Field::new("guardian_under", ctx.v.t("activities-desk-guardian_under")).value(&form.guardian_under).range(1, 18).optional())) }
            }
            div class="two-up" {
                div { (f.number_field(Field::new("opens_days", ctx.v.t("activities-desk-opens_days")).value(&form.opens_days).range(0, 365))) }
                div { (f.number_field(Field::new("closes_minutes", ctx.v.t("activities-desk-closes_minutes")).value(&form.closes_minutes).range(0, 43200))) }
            }
        }))
        (section("h-more", &ctx.v.t("activities-desk-more"), None, html! {
            (f.textarea(Field::new("about", ctx.v.t("activities-desk-about")).value(&form.about).longest(MOST_IN_ABOUT).optional()))
            (line("bring", &form.bring))
            (f.select(Field::new("owner", ctx.v.t("activities-desk-owner")).value(&form.owner), owners))
            (segmented("kind", &ctx.v.t("activities-desk-kind"), &kinds))
        }))
    }
}
