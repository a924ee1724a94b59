//! A series and its dates.
use kernel::page::{self, Answer, Button, Row, Tone};
use maud::{Markup, html};

use super::Ctx;
use crate::rules::Span;
use crate::says as rooms;
use crate::series::answers::{Line, Look, Stands};
use crate::series::says;

/// What it is, in one card: the rule, the room, what comes next.
pub fn summary(ctx: Ctx<'_>, look: &Look) -> Markup {
    let v = ctx.v;
    let (kind, word) = match (look.next(), look.runs) {
        (Some(next), _) => {
            let on = says::day(v, ctx.station, next.on);
            (page::Kind::Ok, v.ta("venues-series-next", &[("day", on.into())]))
        }
        (None, true) => (page::Kind::Away, v.t("venues-series-runs")),
        (None, false) => (page::Kind::Shut, v.t("venues-series-ended")),
    };
    let name = rooms::name(v, &look.offering.name);
    let under = if look.series.title.is_empty() { name.to_owned() } else { format!("{} · {name}", look.series.title) };
    html! { (Answer::new(kind, word, says::rule_and_time(v, ctx.station, &look.series.terms)).under(under)) }
}

/// The same among other things that somebody has.
pub fn card(ctx: Ctx<'_>, look: &Look) -> Markup {
    let v = ctx.v;
    let clashes = look.clashes().count();
    let name = rooms::name(v, &look.offering.name);
    let row = Row::new(says::rule_and_time(v, ctx.station, &look.series.terms)).icon("calendar").note(name);
    let row = match (clashes, look.next()) {
        (1.., _) => row.status(page::Kind::Stop, &v.ta("venues-series-clashes", &[("n", clashes.into())])),
        (0, Some(next)) => {
            let on = says::day(v, ctx.station, next.on);
            row.status(page::Kind::Ok, &v.ta("venues-series-next", &[("day", on.into())]))
        }
        (0, None) => row.status(page::Kind::Away, &v.t("venues-series-runs")),
    };
    html! { (page::rows([row.leads_to(ctx.one(look.series.id))])) }
}

/// What clashes first, then all that is to come, then what is over, folded.
pub fn dates(ctx: Ctx<'_>, look: &Look) -> Markup {
    let v = ctx.v;
    let over =
        |l: &&Line| matches!(l.stands, Stands::Over(_) | Stands::Past) || l.span.is_some_and(|s| s.until <= v.now());
    let (past, coming): (Vec<&Line>, Vec<&Line>) = look.lines.iter().partition(|l| over(l));
    let clashes: Vec<&Line> = look.clashes().collect();
    let row = |l: &&Line| html! { li { (line_row(ctx, l).end(act(ctx, look, l))) } };
    html! {
        @if !clashes.is_empty() {
            (page::section("h-clashes", &v.ta("venues-series-clashes", &[("n", clashes.len().into())]), None, html! {
                @for clash in &clashes { (settle(ctx, look, clash)) }
            }))
        }
        (page::section("h-dates", &v.t("venues-series-dates"), None, html! {
            @if coming.is_empty() { p class="note" { (v.t("venues-series-nothing-to-come")) } }
            @else { ul class="card rows" { @for l in &coming { (row(l)) } } }
        }))
        @if !past.is_empty() {
            details {
                summary class="pill" { (v.ta("venues-series-over-n", &[("n", past.len().into())])) }
                (page::rows(past.iter().map(|l| line_row(ctx, l))))
            }
        }
    }
}

/// One date in a row: the day in full, when, and what became of it.
pub fn line_row(ctx: Ctx<'_>, line: &Line) -> Row {
    let (v, when) = (ctx.v, ctx.v.when(&ctx.station.zone));
    let (kind, word) = says::stands(v, line);
    let moved = line.span.filter(|s| when.date(s.from) != line.on);
    let times = line.span.map_or_else(String::new, |s| match moved {
        Some(_) => when.day_and_times(s.from, s.until),
        None => when.times(s.from, s.until),
    });
    // A month and, for yearly rules, a year go with the day.
    let row = Row::new(says::day(v, ctx.station, line.on)).note(&times).status(kind, &word);
    let lunar = stations::lunar(v, line.on).unwrap_or_default();
    let row = match (&line.why, line.stands) {
        (Some(why), Stands::Booked) => row.note(&v.ta("venues-series-kept-time", &[("why", says::why(v, why).into())])),
        (Some(why), _) => row.note(&says::why(v, why)),
        (None, _) => row.note(&lunar),
    };
    match line.instead.first().filter(|_| line.stands == Stands::Clash) {
        Some(works) => row.note(&v.ta("venues-series-works", &[("times", when.times(works.from, works.until).into())])),
        None => row,
    }
}

/// What can be done about one date.
fn act(ctx: Ctx<'_>, look: &Look, line: &Line) -> Markup {
    let v = ctx.v;
    html! {
        @if line.stands == Stands::Booked {
            (Button::new(v.t("venues-series-edit")).small(false).about(about(ctx, "edit", line)).href(ctx.date(look.series.id, line.on)))
        }
    }
}

fn about(ctx: Ctx<'_>, key: &str, line: &Line) -> String {
    let day = says::day(ctx.v, ctx.station, line.on);
    format!("{} {day}", ctx.v.t(&format!("venues-series-{key}")))
}

/// A clash: why, the times that work on that day, one tap each, and doing without.
fn settle(ctx: Ctx<'_>, look: &Look, line: &Line) -> Markup {
    let (v, when) = (ctx.v, ctx.v.when(&ctx.station.zone));
    let why = line.why.as_ref().map_or_else(String::new, |w| says::why(v, w));
    let title =
        v.ta("venues-series-clash-on", &[("day", says::day(v, ctx.station, line.on).into()), ("why", why.into())]);
    let path = ctx.date(look.series.id, line.on);
    let take = |(n, span): (usize, &Span)| {
        let (at, minutes) = (when.time(span.from), span.minutes());
        html! {
            li { form method="post" action={ (path) "/time" } {
                input type="hidden" name="at" value=(at);
                input type="hidden" name="minutes" value=(minutes);
                (Button::new(when.times(span.from, span.until)).small(n == 0))
            } }
        }
    };
    page::notice(
        Tone::Stop,
        &title,
        html! {
            ul class="chips" {
                @for works in line.instead.iter().enumerate() { (take(works)) }
                li { (page::pill(&v.t("venues-series-other-time"), &path)) }
                li { form method="post" action={ (path) "/cancellation" } {
                    (Button::new(v.t("venues-series-do-without")).small(false).about(about(ctx, "do-without", line)))
                } }
            }
        },
    )
}

/// Below the dates: the calendar, and the end.
pub fn facts(ctx: Ctx<'_>, look: &Look) -> Markup {
    let v = ctx.v;
    let path = ctx.one(look.series.id);
    html! {
        (page::actions(html! {
            (Button::new(v.t("venues-series-calendar")).secondary().icon("calendar-plus").href(ctx.calendar(look.series.id)))
            @if look.runs {
                form method="post" action={ (path) "/end" } { (Button::new(v.t("venues-series-end")).danger()) }
            }
        }))
        @if look.runs { p class="note" { (v.t("venues-series-end-note")) } }
    }
}
