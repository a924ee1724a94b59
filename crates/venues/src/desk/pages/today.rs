//! Today: who is here, who comes next, and one tap for each step.
use maud::{Markup, html};

use super::lists::{self, Days};
use super::{Ctx, board};
use crate::desk::seen::{Day, Seen};
use crate::desk::told;
use crate::rules::State;
use crate::says;
use kernel::page::{self, Button, Tab, Tone, day_links, empty, notice, section, tabs};
use kernel::refusal::Said;

/// What has just happened, or has not.
#[derive(Debug, Clone, Default)]
pub struct Just {
    /// The step that was done, and to which reservation.
    pub did: Option<(String, Seen)>,
    pub refused: Option<Said>,
}

pub fn body(ctx: Ctx<'_>, day: &Day, just: &Just) -> Markup {
    let venue = day.board.as_ref().map(|b| b.venue.id);
    html! {
        @if let Some(said) = &just.refused { (page::refused(ctx.v, said)) }
        @if let Some((step, seen)) = &just.did { (done(ctx, day, step, seen)) }
        @if ctx.manager && day.waiting > 0 { (waiting(ctx, day.waiting)) }
        (days(ctx, day, venue))
        (venues(ctx, day, venue))
        (paper(ctx, day, venue))
        (people(ctx, day, venue))
        @if let Some(b) = &day.board { (board::board(ctx, day, b)) }
    }
}

/// It worked: who it was, and the way back if it was the wrong one.
fn done(ctx: Ctx<'_>, day: &Day, step: &str, seen: &Seen) -> Markup {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let (r, span) = (&seen.receipt, seen.receipt.reservation.span);
    let told = [told::who(v, &seen.guest), when.times(span.from, span.until), says::what(v, r)].join(" · ");
    let key = match step {
        "check-in" => "venues-desk-did-check-in",
        "completion" => "venues-desk-did-completion",
        "cancellation" => "venues-desk-did-cancellation",
        "walk-in" => "venues-desk-did-walk-in",
        _ => "venues-desk-did-book",
    };
    let again = ctx.book(&r.offering.slug, day.on, Some(&when.time(span.from)));
    let body = html! {
        p { (told) }
        @if step == "cancellation" && span.until > v.now() {
            p { (page::pill(&v.t("venues-desk-book-again"), &again)) }
        }
    };
    notice(Tone::Ok, &v.t(key), body)
}

fn waiting(ctx: Ctx<'_>, n: usize) -> Markup {
    let title = ctx.v.ta("venues-desk-waiting", &[("n", n.into())]);
    notice(Tone::Lamp, &title, html! { p { (page::pill(&ctx.v.t("venues-desk-look"), &ctx.path("/requests"))) } })
}

/// The day before, this day and three after; today always among them.
fn days(ctx: Ctx<'_>, day: &Day, venue: Option<i32>) -> Markup {
    let when = ctx.v.when(&ctx.station.zone);
    let today = when.today();
    let mut all: Vec<_> = (-1..=3).map(|n| day.on.saturating_add(jiff::Span::new().days(n))).collect();
    if !all.contains(&today) {
        let at = if today < day.on { 0 } else { all.len() };
        all.insert(at, today);
    }
    let chips: Vec<page::Day> = all
        .into_iter()
        .map(|on| page::Day {
            value: ctx.today(on, venue),
            top: day_name(ctx, on),
            under: when.short_date(on),
            chosen: on == day.on,
            shut: false,
        })
        .collect();
    day_links(&ctx.v.t("venues-desk-days"), &chips)
}

/// 昨天, 今天, 明天; the weekday where its date stands below.
fn day_name(ctx: Ctx<'_>, on: jiff::civil::Date) -> String {
    let when = ctx.v.when(&ctx.station.zone);
    match (on - when.today()).get_days() {
        -1 => ctx.v.t("venues-desk-yesterday"),
        0..=2 => when.day(on),
        _ => when.weekday(on).to_owned(),
    }
}

fn venues(ctx: Ctx<'_>, day: &Day, chosen: Option<i32>) -> Markup {
    let v = ctx.v;
    let mut all = vec![Tab::new(v.t("venues-desk-all-venues"), ctx.today(day.on, None), chosen.is_none())];
    all.extend(day.venues.iter().map(|venue| {
        Tab::new(v.pick(&venue.name.zh, &venue.name.en), ctx.today(day.on, Some(venue.id)), chosen == Some(venue.id))
    }));
    tabs(&v.t("venues-desk-choose-venue"), "page", &all)
}

/// The list of this day to hang at the door, and what was written on it while the program was away.
fn paper(ctx: Ctx<'_>, day: &Day, venue: Option<i32>) -> Markup {
    let v = ctx.v;
    let of_venue = venue.map_or_else(String::new, |id| format!("&venue={id}"));
    html! {
        p class="chips" {
            (Button::new(v.t("paper-print")).small(false).icon("printer")
                .href(ctx.path(&format!("/paper/list?on={}{of_venue}", day.on))))
            (page::pill(&v.t("paper-type-in"), &ctx.path(&format!("/paper?on={}", day.on))))
        }
    }
}

/// Here or due, still to come, over. What was given back is folded away.
fn people(ctx: Ctx<'_>, day: &Day, venue: Option<i32>) -> Markup {
    let v = ctx.v;
    let now = v.now();
    let (mut here, mut coming, mut over, mut gone) = (vec![], vec![], vec![], vec![]);
    for seen in &day.all {
        let span = seen.receipt.reservation.span;
        match seen.receipt.state {
            State::CheckedIn => here.push(seen),
            State::Held | State::Confirmed if span.contains(now) => here.push(seen),
            State::Held | State::Confirmed => coming.push(seen),
            State::Completed => over.push(seen),
            State::Expired | State::Cancelled | State::Released => gone.push(seen),
        }
    }
    let is_today = v.when(&ctx.station.zone).today() == day.on;
    let list = |key: &str, all: &[&Seen]| {
        let title = v.ta(key, &[("n", all.len().into())]);
        let act = |s: &Seen| acts(ctx, day, venue, s);
        html! { @if !all.is_empty() { (lists::reservations(ctx, (key, &title), (all, Days::One), &act)) } }
    };
    html! {
        @if here.is_empty() && coming.is_empty() {
            (empty("calendar-off", &v.t(if is_today { "venues-desk-nobody-comes" } else { "venues-desk-nobody-that-day" }),
                Some((&v.t("venues-desk-tab-book"), &ctx.path("/reservations/new")))))
        }
        (list("venues-desk-here", &here))
        (list("venues-desk-coming", &coming))
        @if !over.is_empty() || !gone.is_empty() {
            details class="sec" {
                summary { (v.ta("venues-desk-over-and-gone", &[("over", over.len().into()), ("gone", gone.len().into())])) }
                (list("venues-desk-over", &over))
                (list("venues-desk-gone", &gone))
            }
        }
    }
}

/// The steps that this one can take now.
fn acts(ctx: Ctx<'_>, day: &Day, venue: Option<i32>, seen: &Seen) -> Markup {
    let v = ctx.v;
    let r = &seen.receipt.reservation;
    let soon = v.now() + jiff::SignedDuration::from_mins(15) >= r.span.from;
    let steps: &[&str] = match seen.receipt.state {
        State::Confirmed if soon => &["check-in", "cancellation"],
        State::Confirmed | State::Held => &["cancellation"],
        State::CheckedIn => &["completion"],
        _ => &[],
    };
    let step = |name: &str| {
        let label = v.t(&format!("venues-desk-step-{name}"));
        let about = format!("{label} {}", told::who(v, &seen.guest));
        Button::new(label).small(name == "check-in").named("step", name).about(about)
    };
    html! {
        @if !steps.is_empty() {
            form class="chips" method="post" action=(ctx.path(&format!("/reservations/{}/steps", r.id))) {
                input type="hidden" name="on" value=(day.on);
                @if let Some(id) = venue { input type="hidden" name="venue" value=(id); }
                @for name in steps { (step(name)) }
            }
        }
    }
}

/// The heading of a day that is not today.
pub fn title(ctx: Ctx<'_>, day: &Day) -> String {
    let when = ctx.v.when(&ctx.station.zone);
    format!("{} · {}", day_name(ctx, day.on), when.date_in_full(day.on))
}

/// Where one goes on after a step: the same day, with what was done.
pub fn after(
    ctx: Ctx<'_>,
    on: jiff::civil::Date,
    venue: Option<i32>,
    (step, id): (&str, crate::ReservationId),
) -> String {
    format!("{}&did={step}&of={id}", ctx.today(on, venue))
}

/// A short section for people who have nothing to do today but want to see a room: used by the board.
pub(super) fn room(ctx: Ctx<'_>, name: &str, body: Markup) -> Markup {
    section("board", &ctx.v.ta("venues-desk-board", &[("venue", name.into())]), None, body)
}
