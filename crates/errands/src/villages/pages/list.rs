//! The days as the desk has them: those to come, and those of which something is to be entered.
use kernel::page::{Button, Row, Tone, actions, empty, notice, rows, section};
use maud::{Markup, html};

use crate::desk::pages::Ctx;
use crate::village_days::rules::DayState;
use crate::villages::answers::Route;
use crate::villages::says;

pub fn list(ctx: Ctx<'_>, all: &[Route], planned: bool) -> Markup {
    let now = ctx.v.now();
    let (coming, past): (Vec<&Route>, Vec<&Route>) = all.iter().partition(|r| now < r.known.day.until);
    let row = |route: &&Route| one(ctx, route);
    html! {
        @if planned { (notice(Tone::Ok, &ctx.v.t("village-desk-planned"), html! {})) }
        @if coming.is_empty() { (empty("map-pin", &ctx.v.t("village-desk-none"), None)) } @else {
            (section("h-coming", &ctx.v.t("village-desk-coming"), None, rows(coming.iter().map(row))))
        }
        (actions(html! { (Button::new(ctx.v.t("village-desk-plan")).icon("plus").href(ctx.path("/village-days/new"))) }))
        @if !past.is_empty() { (section("h-past", &ctx.v.t("village-desk-past"), None, rows(past.iter().rev().map(row)))) }
    }
}

fn one(ctx: Ctx<'_>, route: &Route) -> Row {
    let (v, day) = (ctx.v, &route.known.day);
    let n = route.promised().count();
    let left = i64::from(day.minutes - day.used);
    let over = v.now() >= day.until;
    let key = match day.state {
        DayState::CalledOff => "village-desk-called-off",
        DayState::Entered => "village-desk-entered",
        DayState::Planned if over => "village-desk-to-enter",
        DayState::Planned => "village-desk-booked",
    };
    let kind = match day.state {
        DayState::Planned if over && n > 0 => kernel::page::Kind::Away,
        DayState::Planned => kernel::page::Kind::Ok,
        _ => kernel::page::Kind::Shut,
    };
    let words = v.ta(key, &[("n", n.into()), ("left", ctx.when().length(left).into())]);
    Row::new(says::whole(v, &ctx.when(), &route.known))
        .icon("map-pin")
        .status(kind, &words)
        .note(&says::matters(v, &route.known))
        .leads_to(ctx.path(&format!("/village-days/{}", route.known.id)))
}
