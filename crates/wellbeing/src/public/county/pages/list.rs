//! The months of an area, the newest first.
use jiff::civil::Date;
use kernel::page::{Dock, HtmlPage, Page, Row, empty, rows, section};
use kernel::view::View;
use maud::html;

use crate::public::county::reads::Place;
use crate::public::county::says;
use crate::rules::county::FEWEST_STATIONS;

pub fn list(v: &View, place: &Place, months: &[Date]) -> HtmlPage {
    let title = v.ta("county-title", &[("place", place.name.as_str().into())]);
    let few = [("fewest", FEWEST_STATIONS.into())];
    let row = |month: &Date| Row::new(says::month(v, *month)).icon("calendar").leads_to(place.month_path(*month));
    let body = html! {
        p class="note" { @if !place.within.is_empty() { (place.within) " " } (place.name) }
        p { (v.ta("county-what", &few)) }
        @if months.is_empty() { (empty("calendar", &v.ta("county-none", &few), None)) }
        @else { (section("h-months", &v.t("county-months"), None, rows(months.iter().map(row)))) }
    };
    Page::new(v, title)
        .back(v.ta("county-directory", &[("place", place.name.as_str().into())]), directory(place))
        .dock(Dock::Elsewhere)
        .reading()
        .body(body)
}

/// The stations of the area are found there.
fn directory(place: &Place) -> String {
    format!("/directory?in={}", place.code)
}
