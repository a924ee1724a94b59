//! The home page of a station: is the door open, and what one can do now.
use jiff::civil::DateTime;
use kernel::page::{self, Dock, Hero, HtmlPage, Page, Sky};
use kernel::view::View;
use maud::{Markup, Render, html};

use crate::opening::{DayHours, Door};
use crate::parts::Short;
use crate::said;
use crate::station::Station;

/// All that the page shows beside the sections of other slices.
pub struct Home<'a> {
    pub station: &'a Station,
    pub door: Door,
    /// Now, in the station's zone.
    pub at: DateTime,
    pub today: DayHours,
    pub sections: Vec<Markup>,
    /// What there is beside them.
    pub others: Vec<Short>,
}

pub fn page(v: &View, home: &Home<'_>) -> HtmlPage {
    let station = home.station;
    let hero = Hero {
        v,
        sky: Sky::at(home.at.hour()),
        door: if home.door.open { page::Door::Open } else { page::Door::Closed },
        name: station.name(v),
        title: &said::door_title(v, home.door),
        under: &under(v, home),
    };
    Page::new(v, station.name(v))
        .place(station.place(v))
        .describe(&v.ta("stations-describe", &[("name", station.name(v).into())]))
        .hero(hero.render())
        .dock(Dock::Home)
        .foot(foot(v, home))
        .body(html! {
            @for section in &home.sections { (section) }
            @if !home.others.is_empty() { (page::section("others", &v.t("stations-others"), None, others(v, home))) }
        })
}

/// A word for each of those that did not fit.
fn others(v: &View, home: &Home<'_>) -> Markup {
    html! {
        ul class="chips" {
            @for other in &home.others { li { (page::pill(&v.t(other.key), &home.station.path(other.path))) } }
        }
    }
}

/// 今晚到 22:00 · 农历五月初十
fn under(v: &View, home: &Home<'_>) -> String {
    let until = said::door_until(v, &v.when(&home.station.zone), home.door);
    match said::lunar(v, home.at.date()) {
        Some(lunar) => format!("{until} · {lunar}"),
        None => until,
    }
}

fn foot(v: &View, home: &Home<'_>) -> Markup {
    let today = said::spans(v, &home.today);
    html! {
        p { (home.station.address) " · " (v.ta("stations-door-today", &[("hours", today.into())])) }
        p {
            a href=(home.station.path("/about")) { (v.t("stations-about")) } " · "
            a href="/directory" { (v.t("stations-directory")) }
        }
    }
}
