//! After the fair: what each lot was used for, hour by hour, and what to do otherwise next year.
use kernel::page::{empty, facts, section, table};
use maud::{Markup, PreEscaped, html};

use super::parts;
use crate::fairday::Ctx;
use crate::parking::answers::Afterwards;
use crate::parking::rules::{Hour, Lot, Review};
use crate::parking::says;

pub fn after(ctx: Ctx<'_>, a: &Afterwards) -> Markup {
    let v = ctx.v;
    let (day, lunar) = parts::day_with_lunar(v, ctx.station, a.ground.fair.occurrence.starts_at);
    let counted = a.reviews.iter().flatten().any(|r| r.n > 0);
    html! {
        p class="note" { (a.ground.fair.title()) " · " (day) (lunar) }
        @if !counted { (empty("chart-bar", &v.t("parking-after-none"), None)) } @else {
            (section("h-advice", &v.t("parking-after-advice"), None, advice(ctx, a)))
            @for (lot, reviews) in a.ground.lots.iter().zip(&a.reviews) {
                @for (n, review) in reviews.iter().filter(|r| r.n > 0).enumerate() { (one(ctx, lot, review, n)) }
            }
        }
    }
}

fn advice(ctx: Ctx<'_>, a: &Afterwards) -> Markup {
    let (v, when) = (ctx.v, ctx.when());
    html! {
        @if let Some(next) = &a.next {
            @let (day, lunar) = parts::day_with_lunar(v, ctx.station, next.occurrence.starts_at);
            p { (v.ta("parking-after-next", &[("day", day.into()), ("lunar", lunar.into())])) }
        }
        @if !a.over { p { (v.t("parking-after-not-over")) } } @else if a.advice.is_empty() { p { (v.t("parking-after-no-advice")) } } @else {
            ul class="card pad" { @for one in &a.advice { li { (says::advice(v, &when, &a.ground.lots, *one)) } } }
        }
    }
}

fn one(ctx: Ctx<'_>, lot: &Lot, r: &Review, n: usize) -> Markup {
    let (v, when) = (ctx.v, ctx.when());
    let name = says::name(v, &lot.name);
    let title = if n == 0 { name.to_owned() } else { format!("{name} · {}", says::class(v, r.class)) };
    let hundredths = r.turnover();
    let times = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let peak =
        r.peak.map(|(most, at)| v.ta("parking-after-peak-at", &[("n", most.into()), ("at", when.time(at).into())]));
    let full = match r.full_since {
        None => v.t("parking-after-never-full"),
        Some(at) => {
            let long = when.length(r.full_for.as_mins());
            v.ta("parking-after-since", &[("long", long.into()), ("at", when.time(at).into())])
        }
    };
    let [peak_name, turned, came, full_name] =
        ["peak", "turnover", "came", "full"].map(|key| v.t(&format!("parking-after-{key}")));
    let id = format!("h-{}-{}", lot.slug, r.class.name());
    section(
        &id,
        &title,
        None,
        html! {
            (facts([
                (peak_name.as_str(), html! { (peak.unwrap_or_default()) }),
                (came.as_str(), html! { (v.ta("parking-after-cars", &[("n", r.came.into())])) }),
                (turned.as_str(), html! { (v.ta("parking-after-times", &[("n", times.into())])) }),
                (full_name.as_str(), html! { (full) }),
            ]))
            (chart(ctx, name, r))
            (hours(ctx, r))
            p class="note" { (v.ta("parking-after-source", &[("n", r.n.into())])) }
        },
    )
}

fn hours(ctx: Ctx<'_>, r: &Review) -> Markup {
    let (v, when) = (ctx.v, ctx.when());
    let heads = ["hour", "in", "out", "parked"].map(|key| v.t(&format!("parking-after-{key}")));
    let cells = |h: &Hour| {
        let number = |n: i32| html! { (n) };
        vec![html! { (when.time(h.from)) }, number(h.came), number(h.went), number(h.parked)]
    };
    let rows: Vec<Vec<Markup>> = r.hours.iter().map(cells).collect();
    table(&v.t("parking-after-hours"), &heads.each_ref().map(String::as_str), &rows)
}

/// The hourly curve, drawn from the figures of the table below it; the dashed line is the last bay.
fn chart(ctx: Ctx<'_>, name: &str, r: &Review) -> Markup {
    const TALL: i32 = 100;
    const WIDE: i32 = 24;
    let most = r.hours.iter().map(|h| h.parked).chain([r.usable]).max().unwrap_or(1).max(1);
    // As wide for a morning as for a day.
    let width = WIDE * i32::try_from(r.hours.len().max(12)).unwrap_or(12);
    let height = |n: i32| TALL * n.max(0) / most;
    let title = ctx.v.ta("parking-after-chart", &[("lot", name.into())]);
    let bar = |(n, h): (usize, &Hour)| {
        let (x, tall) = (WIDE * i32::try_from(n).unwrap_or(0) + 3, height(h.parked));
        format!(r#"<rect x="{x}" y="{}" width="{}" height="{tall}" rx="2"/>"#, TALL - tall, WIDE - 6)
    };
    let bars: String = r.hours.iter().enumerate().map(bar).collect();
    let line = TALL - height(r.usable);
    html! {
        svg class="hours" viewBox=(format!("0 0 {width} {TALL}")) role="img" aria-label=(title) {
            title { (title) }
            (PreEscaped(bars))
            line x1="0" x2=(width) y1=(line) y2=(line) {}
        }
    }
}
