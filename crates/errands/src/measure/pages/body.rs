//! The figures, each with a plain sentence below; months to choose; where the file is.
use kernel::page::{Button, facts, section};
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use super::chart;
use crate::measure::answers::Measured;
use crate::measure::rules::{Figure, Period, Row};
use crate::measure::says;

pub struct Page<'a> {
    pub measured: &'a Measured,
    /// The newest first.
    pub months: &'a [Period],
    /// Below the station: `/measure` or `/desk/measure`.
    pub path: &'a str,
}

/// What stands in one section: a figure, and others that belong to it.
const SECTIONS: [&[Figure]; 8] = [
    &[Figure::WastedTrips, Figure::EndNotKnown, Figure::LeftBefore],
    &[Figure::WaitingTime, Figure::WayTime],
    &[Figure::ServiceTime],
    &[Figure::Promises],
    &[Figure::ForecastBand],
    &[Figure::Presence],
    &[Figure::Ratings],
    &[Figure::CallBacks],
];

pub fn body(v: &View, station: &Station, p: &Page<'_>) -> Markup {
    let csv = station.path(&format!("/measure.csv?month={}", p.measured.period.name()));
    html! {
        p class="note" { (v.t("measure-about")) }
        nav aria-label=(v.t("measure-months")) { (months(v, station, p)) }
        @for figures in SECTIONS { (figure(v, station, p.measured, figures)) }
        p class="sec note" { (v.t("measure-gaps")) }
        p class="chips" { (Button::new(v.t("measure-file")).small(false).icon("download").href(csv)) }
    }
}

/// 2026年6月, each a link but the one that is shown.
fn months(v: &View, station: &Station, p: &Page<'_>) -> Markup {
    let said = |m: &Period| {
        let (year, month) = (m.from.year().to_string(), m.from.month().to_string());
        let key = format!("measure-month-{month}");
        v.ta("measure-month", &[("year", year.into()), ("month", v.t(&key).into())])
    };
    html! {
        ul class="chips" {
            @for m in p.months {
                @let current = (*m == p.measured.period).then_some("page");
                @let href = station.path(&format!("{}?month={}", p.path, m.name()));
                li { a class={ "pill" @if current.is_some() { " go" } } href=(href) aria-current=[current] { (said(m)) } }
            }
        }
    }
}

fn figure(v: &View, station: &Station, m: &Measured, figures: &[Figure]) -> Markup {
    let of = |figure: &Figure| m.rows.iter().filter(|row| row.figure == *figure).collect::<Vec<&Row>>();
    let Some((first, rest)) = figures.split_first() else { return html! {} };
    let own = of(first);
    let Some(head) = own.first() else { return html! {} };
    let when = v.when(&station.zone);
    let day = when.date_in_full(m.rated_until);
    let named = |row: &&Row| (says::part(v, row), says::value(v, row));
    let pairs: Vec<(String, String)> =
        own.iter().chain(&rest.iter().flat_map(of).collect::<Vec<_>>()).map(named).collect();
    let (id, title) = (first.name(), v.t(&format!("measure-{}", first.name())));
    section(
        id,
        &title,
        None,
        html! {
            @if own.iter().all(|row| row.sure.is_none()) { p { (says::few(v, head)) } }
            @else { (facts(pairs.iter().map(|(name, value)| (name.as_str(), html! { (value) })))) }
            p class="chips note" { (says::how(v, head, &day)) }
            @if *first == Figure::WastedTrips { (chart::weeks(v, &when, &m.weeks)) }
        },
    )
}
