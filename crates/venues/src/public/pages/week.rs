//! A week of one offering as a table.
use kernel::page::{self, HtmlPage, query_value};
use maud::{Markup, html};

use super::frame::Frame;
use crate::public::forms::written;
use crate::public::reads::Week;
use crate::public::reserve::offering_path;
use crate::rules::{Slot, Who};
use crate::says;

pub fn week(f: Frame<'_>, week: &Week) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let name = says::name(v, &week.offering.name);
    let path = offering_path(f.station, &week.offering.slug);
    let days: Vec<String> = week.days.iter().map(|d| format!("{} {}", when.day(*d), when.short_date(*d))).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    let rows: Vec<(String, Vec<Markup>)> = week
        .rows
        .iter()
        .map(|(time, cells)| (time.strftime("%H:%M").to_string(), cells.iter().map(|s| cell(f, week, *s)).collect()))
        .collect();
    let rows: Vec<(&str, Vec<Markup>)> = rows.iter().map(|(time, cells)| (time.as_str(), cells.clone())).collect();
    let caption = v.ta("venues-week-of", &[("name", name.into())]);
    f.page(name).back(v.t("venues-back"), path.clone()).body(html! {
        @if rows.is_empty() { (page::empty("calendar-off", &v.t("venues-nothing-that-week"), None)) }
        @else { (page::week(&caption, &days, &rows)) }
        (turn(f, week))
        (f.ask_a_person())
    })
}

/// How much is free; a tap leads to the booking page with this start chosen.
fn cell(f: Frame<'_>, week: &Week, slot: Option<Slot>) -> Markup {
    let Some(slot) = slot else { return html! { span aria-label=(f.v.t("venues-day-shut")) { "–" } } };
    let words = says::free_short(f.v, week.venue.kind, &slot);
    let bookable = slot.free > 0 && week.offering.policy.who == Who::Anyone;
    let at = query_value(&written(slot.span.from, &f.station.zone));
    let href = format!("{}?at={at}", offering_path(f.station, &week.offering.slug));
    html! { @if bookable { a href=(href) { (words) } } @else { (words) } }
}

/// The weeks before and after, as far as one may book.
fn turn(f: Frame<'_>, week: &Week) -> Markup {
    let seven = jiff::Span::new().days(7);
    let path = format!("{}/week", offering_path(f.station, &week.offering.slug));
    let (first, today) = (week.days.first().copied(), f.when().today());
    let back = first.filter(|d| *d > today).map(|d| d.saturating_sub(seven).max(today));
    let on = first.map(|d| d.saturating_add(seven)).filter(|d| *d <= week.last_day);
    html! {
        ul class="chips" {
            @if let Some(day) = back { li { (page::pill(&f.v.t("venues-week-before"), &format!("{path}?on={day}"))) } }
            @if let Some(day) = on { li { (page::pill(&f.v.t("venues-week-after"), &format!("{path}?on={day}"))) } }
        }
    }
}
