//! A week of one offering: for each day, when something is free.
use jiff::civil::Date;
use kernel::page::{self, HtmlPage, Kind, Row};
use maud::{Markup, html};

use super::frame::Frame;
use crate::answers::DayOf;
use crate::public::reads::{Week, free_stretches};
use crate::public::reserve::offering_path;
use crate::rules::{LayerKind, Offering, Who};
use crate::says;

pub fn week(f: Frame<'_>, offering: &Offering, week: &Week) -> HtmlPage {
    let v = f.v;
    let path = offering_path(f.station, &offering.slug);
    let title = v.ta("venues-week-of", &[("name", says::name(v, &offering.name).into())]);
    let days = page::rows(week.days.iter().map(|day| row(f, day)));
    f.page(says::name(v, &offering.name)).back(v.t("venues-back"), path).body(html! {
        (page::section("week", &title, None, days))
        (turn(f, offering, week))
        (f.ask_a_person())
    })
}

/// One day; a tap leads to its booking page.
fn row(f: Frame<'_>, day: &DayOf) -> Row {
    let when = f.when();
    let (top, under) = (when.day(day.on), when.short_date(day.on));
    let free = free_stretches(day);
    if free.is_empty() {
        return Row::new(why_not(f, day)).when(&top, &under).status(Kind::Shut, &f.v.t("venues-week-none"));
    }
    let times: Vec<String> = free.iter().map(|s| when.times(s.from, s.until)).collect();
    let row =
        Row::new(times.join(&f.v.t("venues-and"))).when(&top, &under).status(Kind::Ok, &f.v.t("venues-week-free"));
    let path = format!("{}?on={}", offering_path(f.station, &day.offering.slug), day.on);
    match day.offering.policy.who {
        Who::Anyone => row.link(path, &f.v.t("venues-book"), false),
        Who::StaffOnly | Who::WalkInOnly => row,
    }
}

/// Closed, perhaps for a reason, or full, or over for today.
fn why_not(f: Frame<'_>, day: &DayOf) -> String {
    let closed = day.layers.iter().rev().find(|l| l.kind == LayerKind::Closed);
    match (closed, day.open.is_empty() || day.slots.is_empty()) {
        (Some(layer), true) => f.v.ta("venues-closed-for", &[("reason", says::name(f.v, &layer.reason).into())]),
        (None, true) => f.v.t("venues-day-shut"),
        (_, false) => f.v.t("venues-full"),
    }
}

/// The weeks before and after, as far as one may book.
fn turn(f: Frame<'_>, offering: &Offering, week: &Week) -> Markup {
    let seven = jiff::Span::new().days(7);
    let path = format!("{}/week", offering_path(f.station, &offering.slug));
    let (first, today) = (week.days.first().map(|d| d.on), f.when().today());
    let back: Option<Date> = first.filter(|d| *d > today).map(|d| d.saturating_sub(seven).max(today));
    let on = first.map(|d| d.saturating_add(seven)).filter(|d| *d <= week.last_day);
    html! {
        ul class="chips" {
            @if let Some(day) = back { li { (page::pill(&f.v.t("venues-week-before"), &format!("{path}?on={day}"))) } }
            @if let Some(day) = on { li { (page::pill(&f.v.t("venues-week-after"), &format!("{path}?on={day}"))) } }
        }
    }
}
