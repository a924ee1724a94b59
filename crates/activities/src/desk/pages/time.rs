//! One time at the desk: how it stands, what other groups have to say, and its change: this one, this and all later, all.
use kernel::form::Problems;
use kernel::page::{Answer, Button, Field, Fields, Kind, actions};
use maud::{Markup, html};
use stations::Room;

use super::Ctx;
use super::clash::clash;
use crate::answers::{Seen, Stands};
use crate::asked::{MOST_IN_A_LINE, MOST_IN_A_TITLE, MOST_PLACES};
use crate::desk::forms::TimeForm;
use crate::rules::{MOST_MINUTES, Refusal};
use crate::says;

pub struct Time<'a> {
    pub seen: &'a Seen,
    pub form: &'a TimeForm,
    pub problems: &'a Problems,
    pub rooms: &'a [Room],
    pub refused: Option<&'a Refusal>,
    /// Of other groups.
    pub parts: &'a [Markup],
}

pub fn time(ctx: Ctx<'_>, p: &Time<'_>) -> Markup {
    let (v, when, seen) = (ctx.v, ctx.when(), p.seen);
    let (kind, word) = match &seen.one.no_room {
        Some(why) if seen.lacks_room() => (Kind::Stop, says::no_room(v, why)),
        _ => says::stands(v, &when, seen),
    };
    let under =
        [says::time(&when, seen), says::place(v, seen)].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>();
    let open = matches!(seen.stands(v.now()), Stands::ToCome | Stands::Now);
    html! {
        (Fields::new(v, p.problems).summary())
        (Answer::new(kind, word, seen.title()).under(under.join(" · ")).actions(ways(ctx, seen)))
        @if !seen.one.reason.is_empty() { p class="sec" { (seen.one.reason) } }
        @for part in p.parts { (part) }
        @if open { (change(ctx, p)) (call_off(ctx, p)) }
    }
}

fn ways(ctx: Ctx<'_>, seen: &Seen) -> Markup {
    let (id, series) = (seen.one.id, seen.series.id);
    let edit = |query: &str| ctx.path(&format!("/activities/{series}/edit{query}"));
    html! {
        (Button::new(ctx.v.t("activities-desk-again")).icon("copy").href(ctx.path(&format!("/activities/new?copy={id}"))))
        @if seen.series.plan.terms.rule.is_some() {
            (Button::new(ctx.v.t("activities-desk-change-later")).secondary().href(edit(&format!("?from={}", seen.one.on))))
        }
        (Button::new(ctx.v.t("activities-desk-change-all")).secondary().href(edit("")))
        (Button::new(ctx.v.t("activities-desk-poster")).flat().icon("printer").href(ctx.station.path(&format!("/occurrences/{id}/poster"))))
        (Button::new(ctx.v.t("activities-desk-public")).flat().icon("eye").href(ctx.station.path(&format!("/occurrences/{id}"))))
    }
}

fn change(ctx: Ctx<'_>, p: &Time<'_>) -> Markup {
    let (v, form, f) = (ctx.v, p.form, Fields::new(ctx.v, p.problems));
    let (usual, none) = (ctx.v.t("activities-desk-room-as-series"), ctx.v.t("activities-desk-no-room"));
    let rooms: Vec<(String, &str)> = p.rooms.iter().map(|room| (room.id.to_string(), says::room(v, room))).collect();
    let rooms = [("", usual.as_str()), ("none", none.as_str())]
        .into_iter()
        .chain(rooms.iter().map(|(id, name)| (id.as_str(), *name)));
    let line = |name: &'static str, value, most| {
        f.text_field(
            Field::new(name, ctx.t(&format!("one-{name}"))).value(value).longest(most).autocomplete("off").optional(),
        )
    };
    let open = p.refused.is_some() || !p.problems.none() || p.seen.lacks_room();
    html! {
        details class="sec" open[open] {
            summary { (ctx.v.t("activities-desk-change-one")) }
            form method="post" action=(ctx.path(&format!("/occurrences/{}", p.seen.one.id))) {
                input type="hidden" name="seen" value=(form.seen);
                @if let Some(refusal) = p.refused { (clash(ctx, refusal)) }
                div class="two-up" {
                    div { (f.date_field(Field::new("on", ctx.v.t("activities-desk-one-on")).value(&form.on))) }
                    div { (f.time_field(Field::new("at", ctx.v.t("activities-desk-at")).value(&form.at).step(300))) }
                }
                (f.number_field(Field::new("minutes", ctx.v.t("activities-desk-minutes")).value(&form.minutes).range(5, MOST_MINUTES).step(5)))
                (f.select(Field::new("room", ctx.v.t("activities-desk-room")).value(&form.room).optional(), rooms))
                (line("note", &form.note, MOST_IN_A_LINE))
                (f.number_field(Field::new("capacity", ctx.v.t("activities-desk-capacity")).value(&form.capacity).range(1, MOST_PLACES).optional()))
                (line("title", &form.title, MOST_IN_A_TITLE))
                (line("place", &form.place, MOST_IN_A_LINE))
                (actions(html! { (Button::new(ctx.v.t("activities-desk-save-one"))) }))
            }
        }
    }
}

/// This one; and where it comes again, all from this one on.
fn call_off(ctx: Ctx<'_>, p: &Time<'_>) -> Markup {
    let (f, seen) = (Fields::new(ctx.v, p.problems), p.seen);
    let reason = || {
        f.text_field(
            Field::new("reason", ctx.v.t("activities-desk-reason"))
                .hint(ctx.v.t("activities-desk-reason-hint"))
                .longest(MOST_IN_A_LINE)
                .autocomplete("off"),
        )
    };
    html! {
        details class="sec" {
            summary { (ctx.v.t("activities-desk-call-off")) }
            form method="post" action=(ctx.path(&format!("/occurrences/{}/cancellation", seen.one.id))) {
                (reason())
                (actions(html! {
                    (Button::new(ctx.v.t("activities-desk-call-off-one")).danger())
                    @if seen.series.plan.terms.rule.is_some() && seen.series.ended_at.is_none() {
                        (Button::new(ctx.v.t("activities-desk-call-off-later")).danger().named("from", seen.one.on.to_string()))
                    }
                }))
            }
        }
    }
}
