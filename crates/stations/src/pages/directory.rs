//! The directory: search, or the way down from the provinces to a station's door.
use kernel::form::Problems;
use kernel::page::{Button, Dock, Field, Fields, HtmlPage, Kind, Page, Row, empty, pill, pill_go, rows, section};
use kernel::view::View;
use maud::{Markup, html};

use crate::directory::{Found, MOST, Step};
use crate::parts::{OfArea, Way};
use crate::rules::division::{Area, Division, TOWNSHIPS, is_filler};
use crate::station::Station;

/// The way down, with the search above it.
pub fn step(v: &View, step: &Step, (ways, of_areas): (&[Way], &[OfArea])) -> HtmlPage {
    let (title, back, body) = match step {
        Step::Country(provinces, stations) => (v.t("stations-directory"), None, country(v, provinces, stations)),
        Step::Province(area, cities) => {
            (area.name.clone(), Some((v.t("stations-country"), "/directory".to_owned())), province(v, cities))
        }
        Step::County { county, province, townships, .. } => {
            (county.name.clone(), Some((province.name.clone(), inside(province.code))), self::county(v, townships))
        }
    };
    // Where no station owns the root of the address, the directory is the home page.
    let page = Page::new(v, title).dock(if v.here == "/" { Dock::Home } else { Dock::Elsewhere });
    let page = match back {
        Some((label, href)) => page.back(label, href),
        None => page,
    };
    page.body(html! { (search(v, "")) (beside(v, ways)) (trail(step)) (of_area(v, step, of_areas)) (body) })
}

/// What there is to read about the area as a whole, where a station stands.
fn of_area(v: &View, step: &Step, ways: &[OfArea]) -> Markup {
    let (Step::Province(area, _) | Step::County { county: area, .. }) = step else { return html! {} };
    html! {
        @if area.stations > 0 && !ways.is_empty() {
            ul class="chips" { @for way in ways { li { (pill(&v.t(way.key), &(way.href)(area.code))) } } }
        }
    }
}

/// What a search found, or what to try when nothing was.
pub fn found(v: &View, text: &str, found: &Found, stations: &[Station], ways: &[Way]) -> HtmlPage {
    let nothing = found.areas.is_empty() && found.divisions.is_empty() && stations.is_empty();
    let body = html! {
        (search(v, text))
        (beside(v, ways))
        @if nothing { (empty("search", &v.ta("stations-nothing-found", &[("text", text.into())]), Some((&v.t("stations-country"), "/directory")))) }
        (standing(v, stations.iter()))
        @if !found.areas.is_empty() { (section("h-areas", &v.t("stations-areas"), None, areas(v, &found.areas))) }
        @if !found.divisions.is_empty() {
            (section("h-divisions", &v.t("stations-townships"), None, rows(found.divisions.iter().map(division_row))))
        }
        @if found.more { p class="note" { (v.ta("stations-more-found", &[("n", MOST.into())])) } }
    };
    Page::new(v, v.t("stations-directory")).back(v.t("stations-country"), "/directory").dock(Dock::Elsewhere).body(body)
}

fn search(v: &View, text: &str) -> Markup {
    let none = Problems::default();
    let field = Field::new("q", v.t("stations-search")).value(text).hint(v.t("stations-search-hint")).longest(40);
    html! {
        form class="acts" action="/directory" method="get" role="search" {
            (Fields::new(v, &none).search_field(field))
            (Button::new(v.t("stations-search-go")).secondary().icon("search"))
        }
    }
}

/// Other ways to find what one looks for.
fn beside(v: &View, ways: &[Way]) -> Markup {
    html! { @if !ways.is_empty() { ul class="chips" { @for way in ways { li { (pill(&v.t(way.key), way.href)) } } } } }
}

fn inside(code: i64) -> String {
    format!("/directory?in={code}")
}

/// 青海省 海东市: what lies around a county.
fn trail(step: &Step) -> Markup {
    match step {
        Step::County { city, province, .. } if !is_filler(&city.name) && city.name != province.name => {
            html! { p class="note" { (province.name) " · " (city.name) } }
        }
        _ => html! {},
    }
}

fn country(v: &View, provinces: &[Area], stations: &[Station]) -> Markup {
    if provinces.is_empty() {
        return empty("map-pin", &v.t("stations-no-divisions"), None);
    }
    let all: i64 = provinces.iter().map(|a| a.townships).sum();
    let title = v.ta("stations-provinces", &[("n", provinces.len().into())]);
    let note = v.ta("stations-townships-n", &[("n", grouped(all).into())]);
    html! {
        (standing(v, stations.iter()))
        (section("h-in", &title, None, html! { (areas(v, provinces)) p class="note" { (note) } }))
    }
}

fn province(v: &View, cities: &[(Area, Vec<Area>)]) -> Markup {
    html! {
        @for (city, counties) in cities {
            // A city without counties is its own county in the list.
            @if is_filler(&city.name) || counties.len() == 1 && counties[0].name == city.name { (areas_section(v, None, city.code, counties)) }
            @else { (areas_section(v, Some(&city.name), city.code, counties)) }
        }
    }
}

fn areas_section(v: &View, name: Option<&str>, code: i64, counties: &[Area]) -> Markup {
    let id = format!("h-{code}");
    match name {
        Some(name) => section(&id, name, None, areas(v, counties)),
        None => html! { div class="sec" { (areas(v, counties)) } },
    }
}

/// Areas, one to a row, with what is in them.
fn areas(v: &View, list: &[Area]) -> Markup {
    rows(list.iter().map(|a| {
        let row = Row::new(a.name.clone()).icon("map-pin").leads_to(inside(a.code));
        let townships = v.ta("stations-townships-n", &[("n", grouped(a.townships).into())]);
        match a.stations {
            0 => row.note(&townships),
            n => row.status(Kind::Ok, &v.ta("stations-stations-n", &[("n", grouped(n).into())])).note(&townships),
        }
    }))
}

/// 41,352
fn grouped(n: i64) -> String {
    if n < 1000 { n.to_string() } else { format!("{},{:03}", grouped(n / 1000), n % 1000) }
}

/// The stations that stand here, each with the way to its door.
fn standing<'s>(v: &View, stations: impl Iterator<Item = &'s Station>) -> Markup {
    let found: Vec<Row> = stations.map(|s| station_row(v, s)).collect();
    html! { @if !found.is_empty() { (section("h-stations", &v.t("stations-stations"), None, rows(found))) } }
}

/// The townships of a county; one with a station leads to its door.
fn county(v: &View, townships: &[(Division, Vec<Station>)]) -> Markup {
    let title = v.ta("stations-townships-n", &[("n", townships.len().to_string().into())]);
    html! {
        (standing(v, townships.iter().flat_map(|(_, here)| here)))
        (section("h-townships", &title, None, rows(townships.iter().map(|(d, here)| {
            let row = Row::new(d.name.clone()).icon("map-pin").note(&d.code.to_string());
            match here.first() {
                Some(station) => row.end(pill_go(&v.t("stations-open-home"), &station.home())),
                None => row.end(html! { span class="note" { (v.t("stations-none-yet")) } }),
            }
        }))))
    }
}

fn station_row(v: &View, station: &Station) -> Row {
    Row::new(station.name(v)).icon("door").note(&station.address).link(station.home(), &v.t("stations-open-home"), true)
}

fn division_row(d: &Division) -> Row {
    let row = Row::new(d.name.clone()).icon("map-pin").note(&format!("{} · {}", d.within(), d.code));
    let county = if TOWNSHIPS.contains(&d.code) { d.code / 1000 } else { d.code / 1_000_000 };
    row.leads_to(inside(county))
}
