//! About a station: when the door is open in the coming week, where it is, who shares it.
use kernel::page::{self, Dock, HtmlPage, Kind, Page, Row, Tone, facts, notice, rows, section, status};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};

use crate::opening::{DayHours, Door};
use crate::parts::Leaf;
use crate::said;
use crate::station::{Owner, Station};

pub struct About<'a> {
    pub station: &'a Station,
    pub door: Door,
    pub week: &'a [DayHours],
    pub owners: &'a [Owner],
    pub leaves: &'a [Leaf],
}

pub fn page(v: &View, about: &About<'_>) -> HtmlPage {
    let station = about.station;
    let body = html! {
        p { (door(v, &v.when(&station.zone), about.door)) }
        (section("h-hours", &v.t("stations-week"), None, week(v, &v.when(&station.zone), about.week)))
        @if about.week.iter().any(|d| d.provisional) {
            (notice(Tone::Lamp, &v.t("stations-provisional"), html! { p { (v.t("stations-provisional-why")) } }))
        }
        (section("h-where", &v.t("stations-where"), None, whereabouts(v, station)))
        @if !about.owners.is_empty() {
            (section("h-owners", &v.t("stations-owners"), None, owners(v, about.owners)))
        }
        (section("h-more", &v.t("stations-more"), None, rows(about.leaves.iter().map(|leaf| {
            Row::new(v.t(leaf.key)).icon(leaf.icon).note(&v.t(leaf.note)).leads_to(station.path(leaf.path))
        }).chain([
            Row::new(v.t("stations-poster")).icon("qrcode").note(&v.t("stations-poster-note")).leads_to(station.path("/poster")),
            Row::new(station.division.name.clone()).icon("map-pin").note(&station.division.within())
                .leads_to(format!("/directory?in={}", station.division.code / 1000)),
        ]))))
    };
    Page::new(v, v.t("stations-about"))
        .place(station.place(v))
        .back(v.t("page-home"), station.home())
        .dock(Dock::Elsewhere)
        .body(body)
}

pub fn door(v: &View, when: &When, door: Door) -> Markup {
    let kind = if door.open { Kind::Ok } else { Kind::Shut };
    let words = format!("{} · {}", said::door_title(v, door), said::door_until(v, when, door));
    status(kind, &words)
}

/// The coming days, one to a line: 今天 周三 6:00–22:00; a holiday or a make-up workday says so.
pub fn week(v: &View, when: &When, days: &[DayHours]) -> Markup {
    let line = |day: &DayHours| {
        let today = day.date == when.today();
        html! {
            dt {
                @if today { b { (when.day(day.date)) } } @else { (when.weekday(day.date)) }
                small { (when.short_date(day.date)) }
            }
            dd {
                (said::spans(v, day))
                @if let Some(words) = said::day_is(v, day) { p class="note" { (words) } }
            }
        }
    };
    html! { dl class="card kv" { @for day in days { div { (line(day)) } } } }
}

fn whereabouts(v: &View, station: &Station) -> Markup {
    let mut lines: Vec<(String, Markup)> = vec![
        (v.t("stations-address"), html! { (station.address) }),
        (v.t("stations-division"), html! { (station.division.within()) " " (station.division.name) }),
    ];
    if let Some(phone) = &station.phone {
        lines.push((v.t("stations-phone"), html! { a href=(page::tel(phone)) { (phone) } }));
    }
    if let Some((lat, lon)) = station.lat.zip(station.lon) {
        // RFC 5870: opens whatever map the phone has.
        lines.push((v.t("stations-map"), html! { a href={ "geo:" (lat) "," (lon) } { (lat) ", " (lon) } }));
    }
    facts(lines.iter().map(|(name, value)| (name.as_str(), value.clone())))
}

fn owners(v: &View, owners: &[Owner]) -> Markup {
    rows(owners.iter().map(|o| Row::new(o.name(v)).icon("building-community")))
}
